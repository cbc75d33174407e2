import type { ListedStory } from '#shared/contract/articles.ts';
import { StoryFilter } from '#shared/contract/articles.ts';
import type { DueReport, DueStory } from '#shared/contract/publish.ts';
import { liftFirst } from '#shared/document/withheld-words.ts';
import { FailureError } from '#shared/failure.ts';
import type { Article, ArticleDates } from '#shared/model/article.ts';
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
	const held: (DueStory & { reason: string })[] = [];
	for (const story of due) {
		let isHeld = false;
		try {
			// By the file: it may have been set back, or another Galley may have published it.
			const refuse: Refuse = (article) => {
				const { status, dates } = article;
				if (status !== 'ready' || !isDue(dates, newsroom.now()))
					return 'It was changed meanwhile, and is not due any more.';
				const reason = heldBy(article);
				isHeld = reason !== null;
				return reason;
			};
			const outcome = await publishStory(newsroom, story.id, story.scheduled, { refuse });
			if (outcome === 'published') published.push(story);
		} catch (error) {
			if (!(error instanceof FailureError)) throw error;
			(isHeld ? held : failed).push({ ...story, reason: error.failure.message });
		}
	}
	return { published, failed, held };
}

/** Why a story that is due waits for somebody to lift its embargo; null when it does not. */
export function heldBy({ embargo }: Pick<Article, 'embargo'>): string | null {
	return embargo.untilLifted ? `It ${liftFirst(embargo.reason)}` : null;
}

function isDue({ scheduled, embargo }: ArticleDates, now: Date): boolean {
	const isPast = (moment: string) => Date.parse(moment) <= now.getTime();
	return scheduled !== null && isPast(scheduled) && (embargo === null || isPast(embargo));
}
