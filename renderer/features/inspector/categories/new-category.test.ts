import { expect, test } from 'vitest';
import { Category } from '#shared/model/category.ts';
import { newCategoryLabel, withNewCategory } from './new-category.ts';

const categories = [Category.parse({ slug: 'world', label: 'World news', colour: '#112233' })];

test('only a name that no category has is offered', () => {
	expect(newCategoryLabel(categories, '  Harbour   towns ')).toBe('Harbour towns');
	expect(newCategoryLabel(categories, 'WORLD NEWS')).toBeNull();
	expect(newCategoryLabel(categories, 'world')).toBeNull();
	expect(newCategoryLabel(categories, '  ')).toBeNull();
	expect(newCategoryLabel(categories, 'world ne')).toBe('world ne');
});

test('a new category stands last at the top, with a slug of its own', () => {
	expect(withNewCategory(categories, 'Ports & Häfen')).toEqual({
		categories: [...categories, { slug: 'ports-hafen', label: 'Ports & Häfen', parent: null, colour: null, uri: null }],
		slug: 'ports-hafen',
	});
	expect(withNewCategory(categories, 'World!').slug).toBe('world-2');
});
