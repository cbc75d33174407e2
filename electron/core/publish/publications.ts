import { type Selection, StoryFilter } from '#shared/contract/articles.ts';
import type { ManyPublications } from '#shared/contract/bulk.ts';
import { FailureError } from '#shared/failure.ts';
import type { ArticleId } from '#shared/model/article.ts';
import { inLanes } from '../disk/in-lanes.ts';
import type { OpenNewsroom } from '../newsroom/open-newsroom.ts';
import { mustBePublishable } from './must-be-publishable.ts';

const mostNamed = 100;
const lanes = 4;

/**
 * What publishing a selection would do: the changes of published stories, or with `first` those that readers do not have.
 * The newsroom has been read whole; nothing is changed.
 */
export async function publicationsOf(
	newsroom: OpenNewsroom,
	selection: Selection,
	first: boolean,
): Promise<ManyPublications> {
	const { articles } = newsroom;
	const [chosen, wanted] = await articles.wholeAnswer(async (index) => {
		const stories = await index.select(selection);
		if (first) return [stories, stories.filter(({ status }) => status !== 'published').map(({ id }) => id)] as const;
		const filter = StoryFilter.parse({ queue: 'changes' });
		const changed = new Set((await index.select({ kind: 'filter', filter, except: [] })).map(({ id }) => id));
		return [stories, stories.filter(({ id }) => changed.has(id)).map(({ id }) => id)] as const;
	});
	const refusals = new Map<ArticleId, { readonly headline: string; readonly reason: string }>();
	const going = new Map<ArticleId, ManyPublications['stories'][number]>();
	await inLanes(wanted, lanes, async (id) => {
		const file = await articles.read(id);
		if (file.kind !== 'article') {
			refusals.set(id, { headline: '', reason: 'Its file is gone or damaged.' });
			return;
		}
		const { headline, status } = file.article;
		try {
			await mustBePublishable(newsroom, file.article);
			going.set(id, { id, headline, status });
		} catch (error) {
			if (!(error instanceof FailureError)) throw error;
			refusals.set(id, { headline, reason: error.failure.message });
		}
	});
	// In the order of the list, whichever was read first.
	const stories = wanted.flatMap((id) => going.get(id) ?? []);
	const refused = wanted.flatMap((id) => {
		const refusal = refusals.get(id);
		return refusal === undefined ? [] : [{ id, ...refusal }];
	});
	return {
		count: stories.length,
		stories: stories.slice(0, mostNamed),
		unchanged: chosen.length - wanted.length,
		refused: refused.slice(0, mostNamed),
		refusedCount: refused.length,
	};
}
