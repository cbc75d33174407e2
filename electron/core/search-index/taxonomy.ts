import { type Category, categoryPath, type Slug } from '#shared/model/category.ts';
import { foldName, searchText } from '#shared/text/search-text.ts';

/** The taxonomy as lists and searches ask for it. */
export interface Taxonomy {
	readonly slugs: ReadonlySet<Slug>;
	/** A category and all above it; a slug that is not in the taxonomy stands alone. */
	upwards(slug: Slug): readonly Slug[];
	/** The categories that a search means: called so by slug or label, else those whose label begins so. */
	called(name: string): readonly Slug[];
}

/** Makes a taxonomy of the newsroom's categories. */
export function createTaxonomy(categories: readonly Category[]): Taxonomy {
	const paths = new Map<Slug, readonly Slug[]>();
	for (const { slug } of categories)
		paths.set(
			slug,
			categoryPath(categories, slug).map((category) => category.slug),
		);
	return {
		slugs: new Set(paths.keys()),
		upwards: (slug) => paths.get(slug) ?? [slug],
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
