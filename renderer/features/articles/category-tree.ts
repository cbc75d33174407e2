import type { Category } from '#shared/model/category.ts';

/** A category with its place in the tree. */
export interface CategoryRow {
	readonly category: Category;
	/** 0 at the top. */
	readonly depth: number;
}

/** The taxonomy as rows from top to bottom: each category before those below it, in the newsroom's own order. */
export function categoryTree(categories: readonly Category[]): readonly CategoryRow[] {
	const known = new Set(categories.map((category) => category.slug));
	const below = new Map<string | null, Category[]>();
	for (const category of categories) {
		// A parent that is gone must not hide what was below it.
		const parent = category.parent !== null && known.has(category.parent) ? category.parent : null;
		below.set(parent, [...(below.get(parent) ?? []), category]);
	}
	const rows: CategoryRow[] = [];
	const seen = new Set<string>();
	const add = (parent: string | null, depth: number) => {
		for (const category of below.get(parent) ?? []) {
			if (seen.has(category.slug)) continue;
			seen.add(category.slug);
			rows.push({ category, depth });
			add(category.slug, depth + 1);
		}
	};
	add(null, 0);
	return rows;
}
