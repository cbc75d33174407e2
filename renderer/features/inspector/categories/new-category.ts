import { Category, type Slug } from '#shared/model/category.ts';
import { foldName } from '#shared/text/search-text.ts';
import { slugify, uniqueSlug } from '#shared/text/slug.ts';

/** What a category that is searched for in vain would be called; null where there is one of this name, or no name. */
export function newCategoryLabel(categories: readonly Category[], search: string): string | null {
	const label = search.trim().replace(/\s+/g, ' ');
	const folded = foldName(label);
	if (folded === '' || label.length > 100) return null;
	return categories.some((category) => [category.label, category.slug].some((name) => foldName(name) === folded))
		? null
		: label;
}

/** The taxonomy with a category of this label at its end, at the top of the tree, and what that is called in stories. */
export function withNewCategory(
	categories: readonly Category[],
	label: string,
): { categories: Category[]; slug: Slug } {
	const slug = uniqueSlug(slugify(label), (taken) => categories.some((category) => category.slug === taken));
	return { categories: [...categories, Category.parse({ slug, label })], slug };
}
