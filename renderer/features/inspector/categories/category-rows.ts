import type { Category } from '#shared/model/category.ts';
import { treeRows } from '#shared/model/tree-rows.ts';

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
	const rows = treeRows(
		categories,
		({ slug }) => slug,
		({ parent }) => parent,
	);
	/** The colour that holds at each depth, of the row that stands there now. */
	const colours: (string | null)[] = [];
	const all = rows.map(({ node, depth }): CategoryRow => {
		const colour = node.colour ?? colours[depth - 1] ?? null;
		colours[depth] = colour;
		return { category: node, depth, colour, found: isFound(node) };
	});
	const shown: CategoryRow[] = [];
	/** Whether one is shown at each depth, below the row above it that is yet to come. */
	const isShown: boolean[] = [];
	for (const row of all.reverse()) {
		const hasBelow = isShown[row.depth + 1] === true;
		isShown[row.depth + 1] = false;
		if (!row.found && !hasBelow) continue;
		isShown[row.depth] = true;
		shown.push(row);
	}
	return shown.reverse();
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
