import { expect, test } from 'vitest';
import { moveBeside, moveBy, stableKeys } from './reorder.ts';

const order = ['technology', 'world', 'asia', 'crime'];

test.each([
	[2, -1, ['technology', 'asia', 'world', 'crime']],
	[0, 1, ['world', 'technology', 'asia', 'crime']],
	[1, 9, ['technology', 'asia', 'crime', 'world']],
	[3, -9, ['crime', 'technology', 'world', 'asia']],
])('the item at %i moved by %i', (index, places, expected) => {
	expect(moveBy(order, index, places)).toEqual(expected);
});

test('an item at the end stays there, and the list stays the same object', () => {
	expect(moveBy(order, 0, -1)).toBe(order);
	expect(moveBy(order, 3, 1)).toBe(order);
	expect(moveBy(order, 9, -1)).toBe(order);
});

test.each([
	[3, 0, 'before', ['crime', 'technology', 'world', 'asia']],
	[0, 3, 'after', ['world', 'asia', 'crime', 'technology']],
	[0, 2, 'before', ['world', 'technology', 'asia', 'crime']],
	[3, 1, 'after', ['technology', 'world', 'crime', 'asia']],
] as const)('the item at %i dropped by the one at %i (%s)', (index, target, position, expected) => {
	expect(moveBeside(order, index, target, position)).toEqual(expected);
});

test('an item dropped where it is stays', () => {
	expect(moveBeside(order, 1, 1, 'before')).toBe(order);
	expect(moveBeside(order, 1, 0, 'after')).toBe(order);
});

test('a link that is there twice gets two keys', () => {
	expect(stableKeys(['a', 'b', 'a'], (item) => item)).toEqual(['a', 'b', 'a 1']);
});
