import type { Category, Slug } from '#shared/model/category.ts';
import { foldName, searchText } from '#shared/text/search-text.ts';

/** Stories that have the same categories. */
export interface StoriesOfSet {
	readonly categories: readonly Slug[];
	readonly stories: number;
}

/** The taxonomy as lists and searches ask for it. */
export interface Taxonomy {
	readonly slugs: ReadonlySet<Slug>;
	/** These categories and all below them. */
	withBelow(wanted: readonly Slug[]): ReadonlySet<Slug>;
	/** How many stories have each category or one below it; a slug that is not in the taxonomy stands alone. */
	count(sets: Iterable<StoriesOfSet>): Record<Slug, number>;
	/** The categories that a search means: called so by slug or label, else those whose label begins so. */
	called(name: string): readonly Slug[];
}

/** Makes a taxonomy of the newsroom's categories. */
export function createTaxonomy(categories: readonly Category[]): Taxonomy {
	/** Where each stands, and where the one above it does; -1 at the top. A long chain is gone up quickly so. */
	const numbers = new Map(categories.map(({ slug }, at) => [slug, at]));
	const parents = Int32Array.from(categories, ({ parent }) => numbers.get(parent ?? '') ?? -1);
	const below = new Map<Slug, Slug[]>();
	for (const [at, { slug }] of categories.entries()) {
		const parent = categories[parents[at] ?? -1];
		if (parent === undefined) continue;
		const siblings = below.get(parent.slug);
		if (siblings === undefined) below.set(parent.slug, [slug]);
		else siblings.push(slug);
	}
	return {
		slugs: new Set(numbers.keys()),
		withBelow(wanted) {
			// What is added while it is gone through comes later in the same loop.
			const found = new Set(wanted);
			for (const slug of found) for (const child of below.get(slug) ?? []) found.add(child);
			return found;
		},
		count(sets) {
			const counts = new Float64Array(categories.length);
			/** The last set that was counted in each category; what is above one was counted as well. */
			const last = new Int32Array(categories.length).fill(-1);
			const alone = new Map<Slug, number>();
			for (const [set, { categories: own, stories }] of [...sets].entries()) {
				for (const slug of new Set(own)) {
					const from = numbers.get(slug);
					if (from === undefined) alone.set(slug, (alone.get(slug) ?? 0) + stories);
					for (let at = from ?? -1; at >= 0 && last[at] !== set; at = parents[at] ?? -1) {
						counts[at] = (counts[at] ?? 0) + stories;
						last[at] = set;
					}
				}
			}
			const counted = categories.flatMap(({ slug }, at) => (last[at] === -1 ? [] : [[slug, counts[at] ?? 0] as const]));
			return Object.fromEntries([...counted, ...alone]);
		},
		called(name) {
			const folded = foldName(name);
			const whole = categories.filter(({ slug, label }) => slug === folded || foldName(label) === folded);
			const begins = searchText(name);
			const found =
				whole.length > 0
					? whole
					: categories.filter(
							({ slug, label }) => slug.startsWith(folded) || ` ${searchText(label)}`.includes(` ${begins}`),
						);
			// A category that is gone from the taxonomy is still found by its slug.
			return found.length > 0 ? found.map(({ slug }) => slug) : [folded];
		},
	};
}
