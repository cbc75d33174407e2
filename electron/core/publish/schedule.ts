import type { DueReport } from '#shared/contract/publish.ts';
import { FailureError } from '#shared/failure.ts';
import type { OpenNewsroom } from '../newsroom/open-newsroom.ts';
import type { TargetKeeper } from '../targets/keep-targets.ts';
import { dueStories, publishDue } from './publish-due.ts';

/** Publishes scheduled stories when their time comes. */
export interface Schedule {
	/** Looks now, as it does by itself from time to time. */
	look(): Promise<void>;
	/** Ends it, after what is being published. */
	close(): Promise<void>;
}

/** So long after its time a story is published at the latest, in milliseconds. */
const pause = 15_000;

/**
 * Looks from time to time whether a story of the open newsroom is due; `tell` hears what was published, and once of what
 * could not be. Targets that are owed something get another try. It goes by the clock at each look, so that a computer that slept catches up, and one whose clock is set
 * back waits.
 */
export function keepSchedule(
	current: () => OpenNewsroom | null,
	tell: (report: DueReport) => void,
	log: (message: string, error?: unknown) => void,
	targets: Pick<TargetKeeper, 'publishing' | 'look'>,
): Schedule {
	let looking: Promise<void> | null = null;
	/** What was told not to be possible, by story, time and reason. */
	const told = new Set<string>();

	const lookOnce = async () => {
		const newsroom = current();
		// What is being read yet may hold a story that was set back.
		if (newsroom === null || newsroom.folder().readOnly !== null || !newsroom.articles.reading.isWhole()) return;
		try {
			const due = await dueStories(newsroom);
			if (due.length === 0) return targets.look(newsroom);
			const { published, failed, held } = await targets.publishing(
				newsroom,
				false,
				() => publishDue(newsroom, due),
				(report) => report.published.length > 0,
			);
			if (published.length === 0) await targets.look(newsroom);
			const isNews = ({ id, scheduled, reason }: DueReport['failed'][number]) =>
				!told.has(`${id} ${scheduled} ${reason}`);
			const news = { published, failed: failed.filter(isNews), held: held.filter(isNews) };
			for (const { id, scheduled, reason } of [...failed, ...held]) told.add(`${id} ${scheduled} ${reason}`);
			if (Object.values(news).some((stories) => stories.length > 0)) tell(news);
		} catch (error) {
			// A newsroom that was closed or is gone; the next look is at what is open then.
			if (!(error instanceof FailureError)) log('scheduled stories could not be published', error);
		}
	};
	const look = () => {
		looking ??= lookOnce().finally(() => {
			looking = null;
		});
		return looking;
	};
	const timer = setInterval(() => void look(), pause);
	timer.unref();
	return {
		look,
		async close() {
			clearInterval(timer);
			await looking;
		},
	};
}
