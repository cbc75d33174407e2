import { expect, test } from 'vitest';
import type { Category } from '#shared/model/category.ts';
import { openIndexDatabase } from '../store/index-database.ts';
import { filterOf, newsroom, storyEntry } from '../testing/index-stories.ts';
import { createTaxonomy } from './taxonomy.ts';

const category = (slug: string, parent: string | null): Category => ({
	slug,
	label: slug,
	parent,
	colour: null,
	uri: null,
});

test('a story is counted once in each category that it has and in each above, one that is gone stands alone', () => {
	const taxonomy = createTaxonomy([
		category('world', null),
		category('europe', 'world'),
		category('france', 'europe'),
		category('asia', 'world'),
		category('circle', 'circle'),
	]);
	const count = (...sets: [string[], number][]) =>
		taxonomy.count(sets.map(([categories, stories]) => ({ categories, stories })));
	expect(count([['france', 'asia'], 2], [['europe', 'france'], 1], [['gone', 'circle'], 3], [[], 4])).toEqual({
		world: 3,
		europe: 3,
		france: 3,
		asia: 2,
		gone: 3,
		circle: 3,
	});
	expect([...taxonomy.withBelow(['europe', 'gone'])]).toEqual(['europe', 'gone', 'france']);
	expect([...taxonomy.withBelow(['circle'])]).toEqual(['circle']);
});

test('five thousand categories in one chain of parents hold nobody up', () => {
	const categories = Array.from({ length: 5000 }, (_, at) => category(`c-${at}`, at === 0 ? null : `c-${at - 1}`));
	const index = openIndexDatabase(':memory:');
	index.follow(newsroom, categories);
	index.begin();
	for (let number = 0; number < 500; number += 1)
		index.put(storyEntry(number, { categories: [`c-${number * 10}`, 'c-1'] }), 'mark');
	index.commit();
	index.follow(newsroom, categories);
	const counts = index.countCategories();
	expect(Object.keys(counts)).toHaveLength(4991);
	expect([counts['c-0'], counts['c-1'], counts['c-4990']]).toEqual([500, 500, 1]);
	expect(index.total(filterOf({ category: 'c-2500' }))).toBe(250);
	expect(index.total(filterOf({ text: 'category:c-2500' }))).toBe(250);
	index.close();
});
