import type { ListedStory } from '#shared/contract/articles.ts';
import { StoryFilter } from '#shared/contract/articles.ts';
import type { DueReport, DueStory } from '#shared/contract/publish.ts';
import { FailureError } from '#shared/failure.ts';
import type { ArticleDates } from '#shared/model/article.ts';
import type { OpenNewsroom } from '../newsroom/open-newsroom.ts';
import { publishStory, type Refuse } from './publish-story.ts';

const pageSize = 200;

/** The ready stories whose time has come and that no embargo keeps back, the earliest first; as the index has them. */
export async function dueStories({ articles, now }: OpenNewsroom): Promise<readonly DueStory[]> {
	const filter = StoryFilter.parse({ queue: 'scheduled', status: 'ready' });
	const due: DueStory[] = [];
	let cursor: string | null = null;
	do {
		const page: { rows: ListedStory[]; next: string | null } = await articles.wholeAnswer((index) =>
			index.list({ filter, sort: 'scheduled', cursor, limit: pageSize }),
		);
		for (const { id, headline, dates } of page.rows) {
			const { scheduled } = dates;
			if (scheduled !== null && isDue(dates, now())) due.push({ id, headline, scheduled });
		}
		cursor = page.next;
	} while (cursor !== null);
	return due.sort((a, b) => Date.parse(a.scheduled) - Date.parse(b.scheduled));
}

/** Publishes the stories whose time has come, each as a change of its own; readers see the time that was set. */
export async function publishDue(newsroom: OpenNewsroom, due: readonly DueStory[]): Promise<DueReport> {
	const published: DueStory[] = [];
	const failed: (DueStory & { reason: string })[] = [];
	for (const story of due) {
		try {
			// By the file: it may have been set back, or another Galley may have published it.
			const refuse: Refuse = ({ status, dates }) =>
				status === 'ready' && isDue(dates, newsroom.now())
					? null
					: 'It was changed meanwhile, and is not due any more.';
			const outcome = await publishStory(newsroom, story.id, story.scheduled, { refuse });
			if (outcome === 'published') published.push(story);
		} catch (error) {
			if (!(error instanceof FailureError)) throw error;
			failed.push({ ...story, reason: error.failure.message });
		}
	}
	return { published, failed };
}

function isDue({ scheduled, embargo }: ArticleDates, now: Date): boolean {
	const isPast = (moment: string) => Date.parse(moment) <= now.getTime();
	return scheduled !== null && isPast(scheduled) && (embargo === null || isPast(embargo));
}
