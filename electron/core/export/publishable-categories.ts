import { type Category, categoriesBySlug, categoryPath, type Slug } from '#shared/model/category.ts';
import type { PublishableCategory } from '#shared/model/publishable.ts';
import { PublishableCategories } from '#shared/model/publishable-site.ts';

/** `categories.json`, in the newsroom's order. */
export function publishableTaxonomy(categories: readonly Category[]): PublishableCategories {
	const bySlug = categoriesBySlug(categories);
	return PublishableCategories.parse({
		$schema: 'urn:galley:schema:categories:1',
		categories: categories.map(({ slug, label, parent, colour, uri }) => ({
			slug,
			label,
			parent,
			path: categoryPath(bySlug, slug).map((category) => category.label),
			colour,
			uri,
		})),
	});
}

/** Taxonomies with their categories as stories name them; an export of many asks for the same few again and again. */
const publishable = new WeakMap<readonly Category[], (slug: Slug) => PublishableCategory | null>();

/** Categories as a story names them; one that the taxonomy does not have is left out. */
export function publishableCategories(slugs: readonly Slug[], categories: readonly Category[]): PublishableCategory[] {
	const named = publishable.get(categories) ?? nameCategories(categories);
	publishable.set(categories, named);
	return slugs.flatMap((slug) => named(slug) ?? []);
}

function nameCategories(categories: readonly Category[]): (slug: Slug) => PublishableCategory | null {
	const bySlug = categoriesBySlug(categories);
	const known = new Map<Slug, PublishableCategory>();
	return (slug) => {
		const category = bySlug.get(slug);
		const present = known.get(slug);
		if (category === undefined || present !== undefined) return present ?? null;
		const { label, uri } = category;
		const named = { slug, label, path: categoryPath(bySlug, slug).map((above) => above.label), uri };
		known.set(slug, named);
		return named;
	};
}

/** The publishable JSON of a story, relative to the export. */
export function articleFile(slug: string): string {
	return `articles/${slug}.json`;
}
