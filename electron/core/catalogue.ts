import type { ArticleId, Revision } from '#shared/model/article.ts';
import type { Slug } from '#shared/model/category.ts';
import { createPackedStories, packStories, type StoryKey } from './packed-stories.ts';

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
	/** Takes a story as it now is. There is no other at its path, so one that was there is taken out. */
	put(story: CataloguedStory): void;
	/** Puts many of which it holds none, packed as by `packStories`; the bytes are kept. */
	putPacked(packed: Uint8Array): void;
	remove(id: ArticleId): void;
	ids(): Generator<ArticleId>;
	/** The paths of all stories. */
	paths(): Generator<string>;
	readonly size: number;
}

/** So many stories that were put one by one are kept as they are, before they are packed. */
const usuallyRecent = 2000;

/** Makes an empty catalogue. */
export function createCatalogue(mostRecent = usuallyRecent): Catalogue {
	let packed = createPackedStories();
	/** Stories that were put since, of which `packed` holds nothing. */
	const recent = new Map<ArticleId, CataloguedStory>();
	const byPath = new Map<string, CataloguedStory>();
	const bySlug = new Map<Slug, Set<ArticleId>>();
	/** The last story that was found to share its slug with no other, until another slug comes: one is saved many times. */
	let alone: { readonly slug: Slug; readonly id: ArticleId } | null = null;

	const find = (key: StoryKey, text: string) => packed.find(key, text).map(packed.story);
	const get = (id: ArticleId) => recent.get(id) ?? find('id', id)[0] ?? null;
	const at = (path: string) => byPath.get(path) ?? find('path', path)[0] ?? null;
	const withSlug = (slug: Slug) => [
		...find('slug', slug),
		...[...(bySlug.get(slug) ?? [])].flatMap((id) => recent.get(id) ?? []),
	];
	const remove = (id: ArticleId) => {
		for (const number of packed.find('id', id)) packed.drop(number);
		const story = recent.get(id);
		if (story === undefined) return;
		recent.delete(id);
		byPath.delete(story.path);
		const twins = bySlug.get(story.slug);
		twins?.delete(id);
		if (twins?.size === 0) bySlug.delete(story.slug);
	};
	function* stories(): Generator<CataloguedStory> {
		for (const number of packed.numbers()) yield packed.story(number);
		yield* recent.values();
	}
	/** Packs what was put since; and all anew, once most of it is stories that were taken out. */
	const pack = () => {
		if (packed.dropped > mostRecent && packed.dropped > packed.size) {
			const all = [...packed.numbers()];
			const anew = createPackedStories();
			for (let from = 0; from < all.length; from += mostRecent)
				anew.add(packStories(all.slice(from, from + mostRecent).map(packed.story)));
			packed = anew;
		}
		if (recent.size > 0) packed.add(packStories([...recent.values()]));
		for (const each of [recent, byPath, bySlug]) each.clear();
	};

	return {
		get,
		at,
		isSlugTaken(slug, id) {
			if (alone?.slug === slug && alone.id === id) return false;
			const owners = bySlug.get(slug);
			if (owners !== undefined && (owners.size > 1 || !owners.has(id))) return true;
			const isTaken = packed.find('slug', slug).some((number) => packed.story(number).id !== id);
			if (!isTaken) alone = { slug, id };
			return isTaken;
		},
		withSlug,
		put(story) {
			const known = recent.get(story.id);
			if (known?.path === story.path && known.slug === story.slug) {
				// As after nearly every save: where it lies and by which slug it is found stay as they are.
				recent.set(story.id, story);
				byPath.set(story.path, story);
				return;
			}
			alone = null;
			remove(story.id);
			const before = at(story.path);
			if (before !== null) remove(before.id);
			recent.set(story.id, story);
			byPath.set(story.path, story);
			bySlug.set(story.slug, (bySlug.get(story.slug) ?? new Set()).add(story.id));
			if (recent.size >= mostRecent) pack();
		},
		putPacked(bytes) {
			alone = null;
			packed.add(bytes);
		},
		remove,
		*ids() {
			for (const { id } of stories()) yield id;
		},
		*paths() {
			for (const { path } of stories()) yield path;
		},
		get size() {
			return packed.size + recent.size;
		},
	};
}
