import type { Category } from '#shared/model/category.ts';

/** One row of the category picker. */
export interface CategoryRow {
	readonly category: Category;
	/** How deep it stands in the tree, from 0. */
	readonly depth: number;
	/** Its colour, or the nearest one above it. */
	readonly colour: string | null;
	/** Whether the search found it, or it is only there to show where a found one stands. */
	readonly found: boolean;
}

/** The taxonomy as rows, children under their parents; with a search, what is found and what is above that. */
export function categoryRows(categories: readonly Category[], search: string): CategoryRow[] {
	const words = fold(search).split(/\s+/).filter(Boolean);
	const isFound = (category: Category) => {
		const text = fold(`${category.label} ${category.slug}`);
		return words.every((word) => text.includes(word));
	};
	const children = new Map<string | null, Category[]>();
	for (const category of categories) {
		const siblings = children.get(category.parent);
		if (siblings) siblings.push(category);
		else children.set(category.parent, [category]);
	}
	const rowsUnder = (parent: string | null, depth: number, colour: string | null): CategoryRow[] =>
		(children.get(parent) ?? []).flatMap((category) => {
			const ownColour = category.colour ?? colour;
			const below = rowsUnder(category.slug, depth + 1, ownColour);
			const found = isFound(category);
			return found || below.length > 0 ? [{ category, depth, colour: ownColour, found }, ...below] : [];
		});
	return rowsUnder(null, 0, null);
}

/** A category's label; its slug where the taxonomy does not have it. */
export function categoryLabel(categories: readonly Category[], slug: string): string {
	return categories.find((category) => category.slug === slug)?.label ?? slug;
}

function fold(text: string): string {
	return text
		.normalize('NFD')
		.replace(/\p{Mark}/gu, '')
		.toLocaleLowerCase();
}
