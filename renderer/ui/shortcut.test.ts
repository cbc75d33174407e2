import { expect, test } from 'vitest';
import { type Keys, matchesShortcut, showShortcut } from './shortcut.ts';

const keys = (part: Partial<Keys>): Keys => ({
	key: '',
	code: '',
	ctrlKey: false,
	metaKey: false,
	altKey: false,
	shiftKey: false,
	...part,
});

test('Ctrl+K is a shortcut on a PC and ⌘K on a Mac', () => {
	expect(matchesShortcut('Mod+K', keys({ key: 'k', ctrlKey: true }), false)).toBe(true);
	expect(matchesShortcut('Mod+K', keys({ key: 'k', metaKey: true }), true)).toBe(true);
	expect(matchesShortcut('Mod+K', keys({ key: 'k', ctrlKey: true }), true)).toBe(false);
	expect(matchesShortcut('Mod+K', keys({ key: 'k', ctrlKey: true, shiftKey: true }), false)).toBe(false);
});

test('a letter typed with AltGr is never taken for a shortcut', () => {
	expect(matchesShortcut('Mod+Alt+N', keys({ key: 'ń', code: 'KeyN', ctrlKey: true, altKey: true }), false)).toBe(
		false,
	);
	expect(matchesShortcut('Mod+Alt+N', keys({ key: 'n', code: 'KeyN', ctrlKey: true, altKey: true }), false)).toBe(true);
});

test('a slash is one wherever it stands on the keyboard', () => {
	expect(matchesShortcut('Mod+/', keys({ key: '/', ctrlKey: true }), false)).toBe(true);
	expect(matchesShortcut('Mod+/', keys({ key: '/', code: 'Digit7', ctrlKey: true, shiftKey: true }), false)).toBe(true);
	expect(matchesShortcut('Mod+/', keys({ key: '?', code: 'Slash', ctrlKey: true, shiftKey: true }), false)).toBe(false);
});

test('on a Mac the key counts where Option changes the letter', () => {
	expect(matchesShortcut('Mod+Alt+N', keys({ key: 'Dead', code: 'KeyN', metaKey: true, altKey: true }), true)).toBe(
		true,
	);
});

test('shortcuts are written the way the system writes them', () => {
	expect(showShortcut('Mod+Shift+E', false)).toBe('Ctrl+Shift+E');
	expect(showShortcut('Mod+Shift+E', true)).toBe('⇧⌘E');
	expect(showShortcut('Mod+Alt+ArrowRight', false)).toBe('Ctrl+Alt+→');
});
