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
	ids(): Generator<ArticleId>;
	/** The paths of all stories. */
	paths(): Generator<string>;
	readonly size: number;
}

/** The side of a catalogue that hears how the newsroom changes. */
export interface WritableCatalogue extends Catalogue {
	/** Takes a story as it now is. There is no other at its path, so one that was there is taken out. */
	put(story: CataloguedStory): void;
	remove(id: ArticleId): void;
}

/** Makes an empty catalogue. */
export function createCatalogue(): WritableCatalogue {
	const byId = new Map<ArticleId, CataloguedStory>();
	const byPath = new Map<string, CataloguedStory>();
	/** Nearly every slug has one story, and a list takes a quarter of the memory of a set. */
	const bySlug = new Map<Slug, ArticleId[]>();

	const remove = (id: ArticleId) => {
		const story = byId.get(id);
		if (story === undefined) return;
		byId.delete(id);
		byPath.delete(story.path);
		const owners = bySlug.get(story.slug) ?? [];
		if (owners.length > 1) owners.splice(owners.indexOf(id), 1);
		else bySlug.delete(story.slug);
	};
	return {
		get: (id) => byId.get(id) ?? null,
		at: (path) => byPath.get(path) ?? null,
		isSlugTaken: (slug, id) => bySlug.get(slug)?.some((owner) => owner !== id) ?? false,
		withSlug: (slug) => (bySlug.get(slug) ?? []).flatMap((id) => byId.get(id) ?? []),
		put(story) {
			const before = byId.get(story.id);
			if (before?.path !== story.path || before.slug !== story.slug) {
				remove(story.id);
				remove(byPath.get(story.path)?.id ?? '');
				const owners = bySlug.get(story.slug);
				if (owners === undefined) bySlug.set(story.slug, [story.id]);
				else owners.push(story.id);
			}
			byId.set(story.id, story);
			byPath.set(story.path, story);
		},
		remove,
		*ids() {
			yield* byId.keys();
		},
		*paths() {
			yield* byPath.keys();
		},
		get size() {
			return byId.size;
		},
	};
}
