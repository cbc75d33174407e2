import { isSameValue } from '#shared/document/diff/same-value.ts';
import type { ArticleId, Revision } from '#shared/model/article.ts';
import type { Slug } from '#shared/model/category.ts';

/** Where a story lies, and what its file held when it was last read or written. */
export interface CataloguedStory {
	readonly id: ArticleId;
	/** Its file, relative to the newsroom. */
	readonly path: string;
	readonly slug: Slug;
	/** Addresses that it had before. */
	readonly formerSlugs: readonly Slug[];
	readonly revision: Revision;
}

/** Knows at once where each story of the newsroom lies; everything else about stories is asked of the index. */
export interface Catalogue {
	get(id: ArticleId): CataloguedStory | null;
	/** The story whose file lies there. */
	at(path: string): CataloguedStory | null;
	/** Whether a story other than this one has the slug, or had it when it was published. */
	isSlugTaken(slug: Slug, id: ArticleId): boolean;
	withSlug(slug: Slug): readonly CataloguedStory[];
	/** The story that an address leads to: the one that has the slug, or else had it; null when there is none. */
	atAddress(slug: Slug): ArticleId | null;
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
	const slugsOf = ({ slug, formerSlugs }: CataloguedStory) =>
		formerSlugs.length === 0 ? [slug] : new Set([slug, ...formerSlugs]);

	const remove = (id: ArticleId) => {
		const story = byId.get(id);
		if (story === undefined) return;
		byId.delete(id);
		byPath.delete(story.path);
		for (const slug of slugsOf(story)) {
			const owners = bySlug.get(slug) ?? [];
			if (owners.length > 1) owners.splice(owners.indexOf(id), 1);
			else bySlug.delete(slug);
		}
	};
	return {
		get: (id) => byId.get(id) ?? null,
		at: (path) => byPath.get(path) ?? null,
		isSlugTaken: (slug, id) => bySlug.get(slug)?.some((owner) => owner !== id) ?? false,
		withSlug: (slug) =>
			(bySlug.get(slug) ?? []).flatMap((id) => byId.get(id) ?? []).filter((story) => story.slug === slug),
		atAddress(slug) {
			const owners = bySlug.get(slug) ?? [];
			return owners.find((id) => byId.get(id)?.slug === slug) ?? owners[0] ?? null;
		},
		put(story) {
			const before = byId.get(story.id);
			if (before?.path !== story.path || !isSameValue([...slugsOf(before)], [...slugsOf(story)])) {
				remove(story.id);
				remove(byPath.get(story.path)?.id ?? '');
				for (const slug of slugsOf(story)) {
					const owners = bySlug.get(slug);
					if (owners === undefined) bySlug.set(slug, [story.id]);
					else owners.push(story.id);
				}
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
