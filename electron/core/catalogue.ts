import type { ArticleId, Revision } from '#shared/model/article.ts';
import type { Slug } from '#shared/model/category.ts';

/** Where a story lies, and what its file held when it was last read or written. */
export interface CataloguedStory {
	readonly id: ArticleId;
	/** Its file, relative to the newsroom. */
	readonly path: string;
	readonly slug: Slug;
	readonly revision: Revision;
}

/** Knows at once where each story of the newsroom lies; everything else about stories is asked of the index. */
export interface Catalogue {
	get(id: ArticleId): CataloguedStory | null;
	/** The story whose file lies there. */
	at(path: string): CataloguedStory | null;
	/** Whether a story other than this one has the slug. */
	isSlugTaken(slug: Slug, id: ArticleId): boolean;
	withSlug(slug: Slug): readonly CataloguedStory[];
	put(story: CataloguedStory): void;
	remove(id: ArticleId): void;
	ids(): IterableIterator<ArticleId>;
	/** The paths of all stories. */
	paths(): IterableIterator<string>;
	readonly size: number;
}

/** Makes an empty catalogue. */
export function createCatalogue(): Catalogue {
	const byId = new Map<ArticleId, CataloguedStory>();
	const byPath = new Map<string, CataloguedStory>();
	/** One story for each slug, which is nearly all there ever is. */
	const bySlug = new Map<Slug, ArticleId>();
	/** The others, where files were copied or merged by hand. */
	const twins = new Map<Slug, Set<ArticleId>>();

	const noteSlug = (slug: Slug, id: ArticleId) => {
		const owner = bySlug.get(slug);
		if (owner === undefined) bySlug.set(slug, id);
		else if (owner !== id) twins.set(slug, (twins.get(slug) ?? new Set()).add(id));
	};
	const dropSlug = (slug: Slug, id: ArticleId) => {
		const others = twins.get(slug);
		others?.delete(id);
		if (others?.size === 0) twins.delete(slug);
		if (bySlug.get(slug) !== id) return;
		bySlug.delete(slug);
		const [heir] = others ?? [];
		if (heir === undefined) return;
		dropSlug(slug, heir);
		bySlug.set(slug, heir);
	};
	const ownersOf = (slug: Slug): ArticleId[] => {
		const owner = bySlug.get(slug);
		return owner === undefined ? [] : [owner, ...(twins.get(slug) ?? [])];
	};
	const remove = (id: ArticleId) => {
		const before = byId.get(id);
		if (before === undefined) return;
		byId.delete(id);
		if (byPath.get(before.path) === before) byPath.delete(before.path);
		dropSlug(before.slug, id);
	};

	return {
		get: (id) => byId.get(id) ?? null,
		at: (path) => byPath.get(path) ?? null,
		isSlugTaken: (slug, id) => ownersOf(slug).some((owner) => owner !== id),
		withSlug: (slug) => ownersOf(slug).flatMap((id) => byId.get(id) ?? []),
		put(story) {
			remove(story.id);
			byId.set(story.id, story);
			byPath.set(story.path, story);
			noteSlug(story.slug, story.id);
		},
		remove,
		ids: () => byId.keys(),
		paths: () => byPath.keys(),
		get size() {
			return byId.size;
		},
	};
}
