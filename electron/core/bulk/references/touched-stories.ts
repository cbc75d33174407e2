import { StoryFilter } from '#shared/contract/articles.ts';
import type { CarriedReference, TouchedStories } from '#shared/contract/references.ts';
import { FailureError } from '#shared/failure.ts';
import type { Article, ArticleId } from '#shared/model/article.ts';
import type { ArticleStore } from '../../articles/article-store.ts';
import { inLanes } from '../../disk/in-lanes.ts';
import { carries } from './reference-edit.ts';

const mostNamed = 100;
const lanes = 4;

/** A story that carries a name. */
interface Touched {
	readonly id: ArticleId;
	/** Whether it has no other category. */
	readonly isAlone: boolean;
	/** Whether only what readers have of it carries the name. */
	readonly isLive: boolean;
	/** Whether it is in the trash, and so comes back only when somebody restores it. */
	readonly isTrashed: boolean;
}

/** All stories that carry a name in their file or in what readers have of them, in the trash as well; the newsroom has been read whole. */
export async function touchedBy(articles: ArticleStore, carried: CarriedReference): Promise<Touched[]> {
	const [carrying, changed] = await articles.wholeAnswer((index) =>
		Promise.all([
			index.carrying(carried),
			// The index knows working copies alone; what readers have of a changed story may carry another name.
			index.select({ kind: 'filter', filter: StoryFilter.parse({ queue: 'changes' }), except: [] }),
		]),
	);
	const known = new Set(carrying.map(({ id }) => id));
	const found: Touched[] = carrying.map(({ id, isAlone }) => ({ id, isAlone, isLive: false, isTrashed: false }));
	const others = changed.map(({ id }) => id).filter((id) => !known.has(id));
	const changedAmong = await lookAt(others, async (id) => {
		const live = await liveOf(articles, id);
		if (live === null || !carries(live, carried)) return null;
		return { id, isAlone: isAloneIn(live, carried), isLive: true, isTrashed: false };
	});
	await articles.reading.trash;
	const trashed = [...articles.trashed]
		.filter(([id]) => articles.catalogue.get(id) === null)
		.sort(([, one], [, other]) => one.trashed.getTime() - other.trashed.getTime());
	const trashedAmong = await lookAt(
		trashed.map(([id]) => id),
		async (id) => {
			const story = await articles.inTrash(id);
			if (story === null) return null;
			const carrier = [story.article, story.live].find((version) => version !== null && carries(version, carried));
			if (carrier == null) return null;
			return { id, isAlone: isAloneIn(carrier, carried), isLive: carrier === story.live, isTrashed: true };
		},
	);
	return [...found, ...changedAmong, ...trashedAmong];
}

/** Looks at several stories at a time; what is found stands in their order. */
async function lookAt(ids: readonly ArticleId[], look: (id: ArticleId) => Promise<Touched | null>): Promise<Touched[]> {
	const found = new Map<ArticleId, Touched>();
	await inLanes(ids, lanes, async (id) => {
		const touched = await look(id);
		if (touched !== null) found.set(id, touched);
	});
	return ids.flatMap((id) => found.get(id) ?? []);
}

/** The same as it is shown before it is changed. */
export async function touchedStories(articles: ArticleStore, carried: CarriedReference): Promise<TouchedStories> {
	const found = await touchedBy(articles, carried);
	const named = found.slice(0, mostNamed);
	const linked = await articles.index.linked(named.map(({ id }) => id));
	const known = new Map(linked.map((story) => [story.id, story]));
	return {
		count: found.length,
		alone: found.filter(({ isAlone }) => isAlone).length,
		stories: named.flatMap(({ id, isLive, isTrashed }) => {
			const story = isTrashed ? articles.trashed.get(id) : known.get(id);
			return story === undefined ? [] : [{ id, headline: story.headline, status: story.status, isLive, isTrashed }];
		}),
		damaged: articles.damaged.size,
	};
}

function isAloneIn({ categories }: Pick<Article, 'categories'>, { of }: CarriedReference): boolean {
	return of === 'category' && categories.length === 1;
}

async function liveOf(articles: ArticleStore, id: ArticleId) {
	try {
		return (await articles.live(id))?.article ?? null;
	} catch (error) {
		// A version that is lost is told where the story is shown, and nobody can say what it carries.
		if (error instanceof FailureError && ['damaged', 'not-found'].includes(error.failure.code)) return null;
		throw error;
	}
}
