import type { Category } from '#shared/model/category.ts';
import { treeRows } from '#shared/model/tree-rows.ts';

/** A category with its place in the tree. */
export interface CategoryRow {
	readonly category: Category;
	/** 0 at the top. */
	readonly depth: number;
}

/** The taxonomy as rows from top to bottom: each category before those below it, in the newsroom's own order. */
export function categoryTree(categories: readonly Category[]): readonly CategoryRow[] {
	const rows = treeRows(
		categories,
		({ slug }) => slug,
		({ parent }) => parent,
	);
	return rows.map(({ node, depth }) => ({ category: node, depth }));
}
