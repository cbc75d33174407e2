import { expect, test } from 'vitest';
import { type KeyPress, listKey } from './list-keys.ts';

const plain = { shiftKey: false, ctrlKey: false, metaKey: false, altKey: false };
const press = (key: string, part: Partial<KeyPress> = {}, list = {}) =>
	listKey({ ...plain, key, ...part }, { current: 4, count: 20, page: 6, isChoosing: false, ...list });

test('arrows, pages and the ends move the keyboard, never past an end', () => {
	expect(press('ArrowDown')).toEqual({ kind: 'move', to: 5 });
	expect(press('PageUp')).toEqual({ kind: 'move', to: 0 });
	expect(press('End')).toEqual({ kind: 'move', to: 19 });
	expect(press('ArrowDown', {}, { current: 19 })).toEqual({ kind: 'move', to: 19 });
	expect(press('ArrowDown', {}, { count: 0, current: -1 })).toBeNull();
});

test('with Shift they choose what lies between', () => {
	expect(press('ArrowUp', { shiftKey: true })).toEqual({ kind: 'extend', to: 3 });
	expect(press('End', { shiftKey: true })).toEqual({ kind: 'extend', to: 19 });
});

test('Ctrl+A or ⌘A chooses everything, and Escape gives it up', () => {
	expect(press('a', { ctrlKey: true })).toEqual({ kind: 'all' });
	expect(press('a', { metaKey: true })).toEqual({ kind: 'all' });
	expect(press('Escape', {}, { isChoosing: true })).toEqual({ kind: 'none' });
	expect(press('Escape')).toBeNull();
});

test('Enter opens; Space opens until something is chosen', () => {
	expect(press('Enter', {}, { isChoosing: true })).toEqual({ kind: 'open' });
	expect(press(' ')).toEqual({ kind: 'open' });
	expect(press(' ', {}, { isChoosing: true })).toEqual({ kind: 'toggle' });
	expect(press(' ', { ctrlKey: true })).toEqual({ kind: 'toggle' });
});

test('what belongs to the app is left to it', () => {
	expect(press('k', { ctrlKey: true })).toBeNull();
	expect(press('ArrowDown', { altKey: true })).toBeNull();
	expect(press('x')).toBeNull();
});
