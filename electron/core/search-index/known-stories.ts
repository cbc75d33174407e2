import type { ArticleId } from '#shared/model/article.ts';

/** What a story that comes finds in the database. */
export interface Neighbours {
	/** Its number; null when it is new. */
	readonly n: number | null;
	/** Whether there may be links to it. */
	readonly isLinkedTo: boolean;
	/** How many of its links lead to stories that are not there. */
	readonly gone: number;
}

/**
 * The stories of a database that was empty when it was opened. While it is filled for the first time, this answers at once
 * what the database would have to look for in many places.
 */
export interface KnownStories {
	/** Whether a story is certainly not there. */
	isMissing(id: ArticleId): boolean;
	/** What a new story finds; null when only the database can tell. */
	neighboursOf(id: ArticleId, links: readonly ArticleId[]): Neighbours | null;
	put(id: ArticleId, links: readonly ArticleId[]): void;
	remove(id: ArticleId): void;
	/** From now on only the database can tell: it is filled, or a change was taken back. */
	forget(): void;
}

/** More would take too much memory. */
const mostStories = 300_000;

/** Knows all stories of an empty database, none of another. */
export function createKnownStories(isEmpty: boolean): KnownStories {
	let stories: Set<ArticleId> | null = isEmpty ? new Set() : null;
	/** Stories that are not there and that others may link to. */
	const awaited = new Set<ArticleId>();

	const forget = () => {
		stories = null;
		awaited.clear();
	};
	return {
		isMissing: (id) => stories !== null && !stories.has(id),
		neighboursOf(id, links) {
			const there = stories;
			if (there === null || there.has(id)) return null;
			const gone = links.filter((link) => link !== id && !there.has(link)).length;
			return { n: null, isLinkedTo: awaited.has(id), gone };
		},
		put(id, links) {
			if (stories === null) return;
			if (stories.size >= mostStories) return forget();
			stories.add(id);
			awaited.delete(id);
			for (const link of links) if (!stories.has(link)) awaited.add(link);
		},
		remove(id) {
			if (stories?.delete(id)) awaited.add(id);
		},
		forget,
	};
}
