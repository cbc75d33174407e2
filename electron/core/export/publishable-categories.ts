import { type Category, categoryPath, type Slug } from '#shared/model/category.ts';
import { PublishableCategories, type PublishableCategory } from '#shared/model/publishable.ts';

/** `categories.json`, in the newsroom's order. */
export function publishableTaxonomy(categories: readonly Category[]): PublishableCategories {
	return PublishableCategories.parse({
		$schema: 'urn:galley:schema:categories:1',
		categories: categories.map(({ slug, label, parent, colour, uri }) => ({
			slug,
			label,
			parent,
			path: categoryPath(categories, slug).map((category) => category.label),
			colour,
			uri,
		})),
	});
}

/** The categories of a taxonomy as stories name them; an export of many asks for the same few again and again. */
const known = new WeakMap<readonly Category[], ReadonlyMap<Slug, PublishableCategory>>();

/** Categories as a story names them; one that the taxonomy does not have is left out. */
export function publishableCategories(slugs: readonly Slug[], categories: readonly Category[]): PublishableCategory[] {
	let bySlug = known.get(categories);
	if (bySlug === undefined) {
		bySlug = new Map(
			categories.map(({ slug, label, uri }) => {
				const path = categoryPath(categories, slug).map((category) => category.label);
				return [slug, { slug, label, path, uri }];
			}),
		);
		known.set(categories, bySlug);
	}
	return slugs.flatMap((slug) => bySlug.get(slug) ?? []);
}

/** The publishable JSON of a story, relative to the export. */
export function articleFile(slug: string): string {
	return `articles/${slug}.json`;
}
