import { expect, test } from 'vitest';
import type { Category } from '#shared/model/category.ts';
import { checkCategories, draftRows, draftsOf, moveDraft, removeDraft, rowsOutside } from './category-drafts.ts';

const category = (slug: string, parent: string | null = null): Category => ({
	slug,
	label: slug.toUpperCase(),
	parent,
	colour: null,
	uri: null,
});
const taxonomy = [category('world'), category('asia', 'world'), category('europe', 'world'), category('crime')];
const names = (drafts: ReturnType<typeof draftsOf>) =>
	draftRows(drafts).map(({ draft, depth }) => `${'-'.repeat(depth)}${draft.slug}`);

test('a taxonomy that is not changed stays as it is', () => {
	expect(checkCategories(draftsOf(taxonomy))).toEqual({ ok: true, categories: taxonomy });
});

test('a category moves among those beside it, with what is below it', () => {
	expect(names(moveDraft(draftsOf(taxonomy), 'crime', -1))).toEqual(['crime', 'world', '-asia', '-europe']);
	expect(names(moveDraft(draftsOf(taxonomy), 'asia', 1))).toEqual(['world', '-europe', '-asia', 'crime']);
	expect(names(moveDraft(draftsOf(taxonomy), 'crime', 1))).toEqual(names(draftsOf(taxonomy)));
});

test('what was below a removed category moves up', () => {
	expect(names(removeDraft(draftsOf(taxonomy), 'world'))).toEqual(['asia', 'europe', 'crime']);
});

test('outside of a category is all that does not stand below it', () => {
	const rows = draftRows(draftsOf(taxonomy));
	const outside = (key: string) => rowsOutside(rows, key).map(({ draft }) => draft.key);
	expect(outside('world')).toEqual(
		rows.map(({ draft }) => draft.key).filter((key) => !['world', 'europe', 'asia'].includes(key)),
	);
	expect(outside('asia')).toEqual(rows.map(({ draft }) => draft.key).filter((key) => key !== 'asia'));
});

test('renaming a slug takes along what is below it', () => {
	const drafts = draftsOf(taxonomy).map((draft) => (draft.key === 'world' ? { ...draft, slug: 'planet' } : draft));
	const checked = checkCategories(drafts);
	expect(checked.ok && checked.categories.map(({ parent }) => parent)).toEqual([null, 'planet', 'planet', null]);
});

test('two categories with one slug, and a category without a name, are told apart', () => {
	const drafts = draftsOf(taxonomy).map((draft) =>
		draft.key === 'crime' ? { ...draft, slug: 'asia' } : draft.key === 'europe' ? { ...draft, label: '' } : draft,
	);
	const checked = checkCategories(drafts);
	expect(checked.ok ? [] : [...checked.errors.keys()].sort()).toEqual(['asia', 'crime', 'europe']);
});
