import { CategoriesFile, type Category } from '#shared/model/category.ts';
import { treeRows } from '#shared/model/tree-rows.ts';

/** A category while it is edited; `key` stays the same when the slug changes. */
export interface CategoryDraft {
	readonly key: string;
	readonly label: string;
	readonly slug: string;
	/** Whether the slug follows the label, as it does in a category that is new. */
	readonly slugFollows: boolean;
	/** The key of the category above it. */
	readonly parent: string | null;
	readonly colour: string | null;
	/** As the newsroom has it; null for one that is new. */
	readonly original: Category | null;
}

export interface CategoryErrors {
	readonly label?: string;
	readonly slug?: string;
}
export type CheckedCategories =
	| { readonly ok: true; readonly categories: readonly Category[] }
	| { readonly ok: false; readonly errors: ReadonlyMap<string, CategoryErrors> };

export interface DraftRow {
	readonly draft: CategoryDraft;
	readonly depth: number;
}

/** Begins to edit a taxonomy. */
export function draftsOf(categories: readonly Category[]): readonly CategoryDraft[] {
	const known = new Set(categories.map((category) => category.slug));
	return categories.map((category) => ({
		key: category.slug,
		label: category.label,
		slug: category.slug,
		slugFollows: false,
		parent: category.parent !== null && known.has(category.parent) ? category.parent : null,
		colour: category.colour,
		original: category,
	}));
}

/** The drafts as a tree from top to bottom. */
export function draftRows(drafts: readonly CategoryDraft[]): readonly DraftRow[] {
	const rows = treeRows(
		drafts,
		({ key }) => key,
		({ parent }) => parent,
	);
	return rows.map(({ node, depth }) => ({ draft: node, depth }));
}

/** The rows that are not a category and none of those below it. */
export function rowsOutside(rows: readonly DraftRow[], key: string): readonly DraftRow[] {
	const from = rows.findIndex(({ draft }) => draft.key === key);
	const own = rows[from];
	if (own === undefined) return rows;
	const end = rows.findIndex(({ depth }, at) => at > from && depth <= own.depth);
	return [...rows.slice(0, from), ...(end < 0 ? [] : rows.slice(end))];
}

/** Moves a category before or after the one beside it that has the same parent. */
export function moveDraft(drafts: readonly CategoryDraft[], key: string, step: 1 | -1): readonly CategoryDraft[] {
	const from = drafts.findIndex((draft) => draft.key === key);
	const moved = drafts[from];
	if (moved === undefined) return drafts;
	const siblings = drafts.filter((draft) => draft.parent === moved.parent);
	const other = siblings[siblings.indexOf(moved) + step];
	if (other === undefined) return drafts;
	return drafts.map((draft) => (draft === moved ? other : draft === other ? moved : draft));
}

/** Takes a category out; what was below it moves up to its parent. */
export function removeDraft(drafts: readonly CategoryDraft[], key: string): readonly CategoryDraft[] {
	const removed = drafts.find((draft) => draft.key === key);
	if (removed === undefined) return drafts;
	return drafts
		.filter((draft) => draft.key !== key)
		.map((draft) => (draft.parent === key ? { ...draft, parent: removed.parent } : draft));
}

/** Makes a taxonomy of what was typed, or says what is wrong with each category. */
export function checkCategories(drafts: readonly CategoryDraft[]): CheckedCategories {
	const errors = new Map<string, CategoryErrors>();
	const bySlug = new Map<string, number>();
	for (const { slug } of drafts) bySlug.set(slug, (bySlug.get(slug) ?? 0) + 1);
	for (const draft of drafts) {
		const label = draft.label.trim() === '' ? 'Give the category a name.' : null;
		const slug = !/^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(draft.slug)
			? 'Use lower-case letters, digits and single hyphens.'
			: (bySlug.get(draft.slug) ?? 0) > 1
				? 'Another category has this slug.'
				: null;
		if (label !== null || slug !== null)
			errors.set(draft.key, { ...(label === null ? {} : { label }), ...(slug === null ? {} : { slug }) });
	}
	if (errors.size > 0) return { ok: false, errors };
	const slugs = new Map(drafts.map((draft) => [draft.key, draft.slug]));
	const parsed = CategoriesFile.safeParse({
		$schema: 'urn:galley:categories:1',
		categories: drafts.map((draft) => ({
			...(draft.original ?? {}),
			slug: draft.slug,
			label: draft.label.trim(),
			parent: draft.parent === null ? null : (slugs.get(draft.parent) ?? null),
			colour: draft.colour,
		})),
	});
	if (parsed.success) return { ok: true, categories: parsed.data.categories };
	for (const issue of parsed.error.issues) {
		const draft = drafts[Number(issue.path[1])] ?? drafts[0];
		if (draft !== undefined) errors.set(draft.key, { slug: issue.message });
	}
	return { ok: false, errors };
}
