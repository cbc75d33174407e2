import type { ReferenceChange } from '#shared/contract/references.ts';
import { mergeKeyed } from '#shared/document/merge/merge-keyed.ts';
import { agreed, oneSided } from '#shared/document/merge/outcome.ts';
import { FailureError } from '#shared/failure.ts';
import { type Category, categoriesBySlug, categoryPath, type Slug } from '#shared/model/category.ts';

type Categories = readonly Category[];

/** The taxonomy after a change, null for one of tags or authors; what does not fit it is a `FailureError`. */
export function taxonomyAfter(categories: Categories, change: ReferenceChange): Categories | null {
	switch (change.kind) {
		case 'rename-tag':
		case 'remove-tag':
		case 'rename-author':
			return null;
		case 'rename-category': {
			const { slug, to, label } = change;
			find(categories, slug);
			if (to !== slug && categories.some((other) => other.slug === to)) {
				throw new FailureError('exists', `There is a category “${to}” already. Merge the two instead.`, to);
			}
			return categories.map((category) => {
				if (category.slug === slug) return { ...category, slug: to, label };
				return category.parent === slug ? { ...category, parent: to } : category;
			});
		}
		case 'merge-category': {
			const merged = find(categories, change.slug);
			find(categories, change.into);
			if (change.slug === change.into) throw new FailureError('bad-input', 'A category cannot be merged into itself.');
			return without(categories, merged, change.into);
		}
		case 'remove-category': {
			const removed = find(categories, change.slug);
			if (change.instead === change.slug)
				throw new FailureError('bad-input', 'Choose another category to take its place.');
			if (change.instead !== null) find(categories, change.instead);
			return without(categories, removed, removed.parent);
		}
	}
}

/** The taxonomy without one category; what was below it goes below another, and that itself where the removed one was. */
function without(categories: Categories, gone: Category, heir: Slug | null): Categories {
	const above = heir === null ? [] : categoryPath(categoriesBySlug(categories), heir).map(({ slug }) => slug);
	const isHeirBelow = above.includes(gone.slug);
	return categories
		.filter(({ slug }) => slug !== gone.slug)
		.map((category) => {
			if (category.parent !== gone.slug) return category;
			// One that stands below the removed one cannot get below itself.
			const isOnTheWay = isHeirBelow && above.includes(category.slug);
			return { ...category, parent: isOnTheWay ? gone.parent : heir };
		});
}

function find(categories: Categories, slug: Slug): Category {
	const found = categories.find((category) => category.slug === slug);
	if (found === undefined) {
		throw new FailureError('not-found', `There is no category “${slug}” any more, so nothing was changed.`, slug);
	}
	return found;
}

/** A taxonomy with what stories may still name from another one, each behind what stood before it there. */
export function withBoth(wanted: Categories, present: Categories): Categories {
	const all = [...wanted];
	const known = new Set(wanted.map(({ slug }) => slug));
	for (const [at, category] of present.entries()) {
		if (known.has(category.slug)) continue;
		const before = present.slice(0, at).findLast(({ slug }) => known.has(slug));
		all.splice(before === undefined ? 0 : all.findIndex(({ slug }) => slug === before.slug) + 1, 0, category);
		known.add(category.slug);
	}
	return withParents(all, () => null);
}

/** What others made of the taxonomy meanwhile together with what it is to become; `heir` takes in what lost its parent. */
export function mergedTaxonomy(
	base: Categories,
	now: Categories,
	wanted: Categories,
	heir: (gone: Slug) => Slug | null,
): Categories {
	const { items } = mergeKeyed<Category>(
		{ base, mine: now, theirs: wanted },
		({ slug }) => slug,
		(versions) => oneSided(versions) ?? agreed(versions.theirs),
	);
	return withParents(items, heir);
}

function withParents(categories: Categories, heir: (gone: Slug) => Slug | null): Categories {
	const known = new Set(categories.map(({ slug }) => slug));
	const parentOf = (parent: Slug | null): Slug | null => {
		if (parent === null || known.has(parent)) return parent;
		const next = heir(parent);
		return next !== null && known.has(next) ? next : null;
	};
	return categories.map((category) => {
		const parent = parentOf(category.parent);
		return parent === category.parent ? category : { ...category, parent };
	});
}
