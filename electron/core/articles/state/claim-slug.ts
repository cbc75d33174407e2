import type { ArticleId } from '#shared/model/article.ts';
import type { Slug } from '#shared/model/category.ts';
import { uniqueSlug } from '#shared/text/slug.ts';
import type { StoreState } from './store-state.ts';

/** A slug that no other story has or is about to get, kept for this one until `release`; `own` is the one it has. */
export async function claimSlug(
	state: StoreState,
	id: ArticleId,
	wanted: Slug,
	own: Slug | null = null,
): Promise<{ slug: Slug; release: () => void }> {
	// A story that keeps its slug need not wait for what is still unread.
	const unread = wanted === own ? new Set<Slug>() : await unreadSlugs(state, wanted);
	const slug = firstFree(state, id, wanted, unread);
	state.claims.set(slug, id);
	const release = () => {
		if (state.claims.get(slug) === id) state.claims.delete(slug);
	};
	return { slug, release };
}

/** The wanted slug, or one made from it that no other story has. */
export async function freeSlug(state: StoreState, id: ArticleId, wanted: Slug): Promise<Slug> {
	return firstFree(state, id, wanted, await unreadSlugs(state, wanted));
}

/** Slugs that stories may have whose files have not been read yet, by their names. */
async function unreadSlugs(state: StoreState, wanted: Slug): Promise<ReadonlySet<Slug>> {
	if (state.reading.isWhole()) return new Set();
	await state.reading.catalogued;
	return new Set(await state.index.unreadSlugs(wanted));
}

function firstFree(state: StoreState, id: ArticleId, wanted: Slug, unread: ReadonlySet<Slug>): Slug {
	return uniqueSlug(wanted, (slug) => {
		const claimer = state.claims.get(slug);
		return unread.has(slug) || state.catalogue.isSlugTaken(slug, id) || (claimer !== undefined && claimer !== id);
	});
}
