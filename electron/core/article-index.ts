import type { ArticleSort, ArticleSummary, LinkedStory, Queue } from '#shared/contract/articles.ts';
import type { ArticleId } from '#shared/model/article.ts';
import type { Slug } from '#shared/model/category.ts';

/** What the index holds of one story. */
export interface IndexedStory {
	/** Its `errors` count what is wrong in the story itself; links and categories that are gone come on top. */
	readonly summary: ArticleSummary;
	readonly linked: LinkedStory;
	/** Stories that it links to. */
	readonly links: readonly ArticleId[];
	/** Its words for the search, each kind on its own. */
	readonly words: { readonly headline: string; readonly standfirst: string; readonly rest: string };
}

export interface ListQuery {
	readonly queue: Queue;
	/** The category and those below it; null for all. */
	readonly categories: ReadonlySet<Slug> | null;
	readonly text: string;
	readonly sort: ArticleSort;
	readonly cursor: string | null;
	readonly limit: number;
}

/** Finds stories without reading their files. It can always be made again from them. */
export interface ArticleIndex {
	put(story: IndexedStory): void;
	remove(id: ArticleId): void;
	get(id: ArticleId): IndexedStory | null;
	/** Whether a story other than this one has the slug. */
	isSlugTaken(slug: Slug, id: ArticleId): boolean;
	list(query: ListQuery): { rows: ArticleSummary[]; next: string | null; total: number };
	countQueues(): Record<Queue, number>;
	/** How many stories a list of each category shows; `upwards` gives a category and those above it. */
	countCategories(upwards: (slug: Slug) => readonly Slug[]): Record<Slug, number>;
	search(text: string, limit: number, exclude: ReadonlySet<ArticleId>): LinkedStory[];
	trending(): LinkedStory[];
	/** All ids, newest story first. */
	ids(): ArticleId[];
}
