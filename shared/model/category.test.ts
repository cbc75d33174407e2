import { expect, test } from 'vitest';
import { CategoriesFile, type Category, categoriesBySlug, categoryPath } from './category.ts';
import { treeRows } from './tree-rows.ts';

const category = (slug: string, parent: string | null) => ({ slug, label: slug, parent, colour: null, uri: null });
const read = (categories: readonly unknown[]) =>
	CategoriesFile.safeParse({ $schema: 'urn:galley:categories:1', categories });
const faults = (categories: readonly unknown[]) =>
	read(categories).error?.issues.map(({ path, message }) => `${path.join('.')}: ${message}`) ?? [];

/** Categories in one chain of parents, from the lowest up or from the top down. */
function chain(length: number, isUpwards: boolean): Category[] {
	const all = Array.from({ length }, (_, at) => category(`c-${at}`, at === 0 ? null : `c-${at - 1}`));
	return isUpwards ? all.reverse() : all;
}

test.each([true, false])('twenty thousand categories in one chain are read at once, upwards %s', (isUpwards) => {
	const categories = chain(20_000, isUpwards);
	expect(read(categories).success).toBe(true);
	expect(categoryPath(categoriesBySlug(categories), 'c-19999')).toHaveLength(20_000);
	const rows = treeRows(
		categories,
		({ slug }) => slug,
		({ parent }) => parent,
	);
	expect(rows.at(-1)).toMatchObject({ node: { slug: 'c-19999' }, depth: 19_999 });
});

test('each category below a circle, or below one that is not there, says so', () => {
	expect(faults([category('a', 'b'), category('b', 'c'), category('c', 'b'), category('top', null)])).toEqual([
		'categories.0.parent: the parents form a circle',
		'categories.1.parent: the parents form a circle',
		'categories.2.parent: the parents form a circle',
	]);
	expect(faults([category('low', 'high'), category('high', 'gone'), category('self', 'self')])).toEqual([
		'categories.0.parent: no category has the slug gone',
		'categories.1.parent: no category has the slug gone',
		'categories.2.parent: the parents form a circle',
	]);
});

test('the path of a category in a circle ends', () => {
	expect(categoryPath(categoriesBySlug([category('a', 'b'), category('b', 'a')]), 'a').map(({ slug }) => slug)).toEqual(
		['b', 'a'],
	);
});
