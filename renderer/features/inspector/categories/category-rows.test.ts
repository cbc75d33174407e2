import { expect, test } from 'vitest';
import type { Category } from '#shared/model/category.ts';
import { categoryLabel, categoryRows } from './category-rows.ts';

const category = (
	slug: string,
	label: string,
	parent: string | null = null,
	colour: string | null = null,
): Category => ({
	slug,
	label,
	parent,
	colour,
	uri: null,
});
const taxonomy = [
	category('asia', 'Asia', 'world'),
	category('world', 'World', null, '#2456a6'),
	category('japan', 'Japan', 'asia'),
	category('school', 'École', null),
	category('europe', 'Europe', 'world', '#00aa00'),
];

const shown = (search: string) =>
	categoryRows(taxonomy, search).map((row) => `${'-'.repeat(row.depth)}${row.category.slug}${row.found ? '' : '?'}`);

test('children stand under their parents in the newsroom’s order', () => {
	expect(shown('')).toEqual(['world', '-asia', '--japan', '-europe', 'school']);
});

test('a search shows what it finds and where that stands', () => {
	expect(shown('jap')).toEqual(['world?', '-asia?', '--japan']);
	expect(shown('ecole')).toEqual(['school']);
	expect(shown('nothing')).toEqual([]);
});

test('a category without a colour takes the one above', () => {
	expect(categoryRows(taxonomy, '').map((row) => row.colour)).toEqual([
		'#2456a6',
		'#2456a6',
		'#2456a6',
		'#00aa00',
		null,
	]);
});

test('a category that is not in the taxonomy is called by its slug', () => {
	expect(categoryLabel(taxonomy, 'gone')).toBe('gone');
});

test('twenty thousand categories, in one chain or all beside each other, are shown', () => {
	const chain = Array.from({ length: 20_000 }, (_, at) =>
		category(`c-${at}`, `Part ${at}`, at === 0 ? null : `c-${at - 1}`),
	);
	const flat = chain.map((each) => ({ ...each, parent: null }));
	for (const categories of [chain, flat]) expect(categoryRows(categories, '')).toHaveLength(20_000);
	expect(categoryRows(chain, 'part 19999').filter(({ found }) => found)).toHaveLength(1);
});
