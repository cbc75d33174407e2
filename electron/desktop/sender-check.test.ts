import { expect, test } from 'vitest';
import { refusalOf } from './sender-check.ts';

const webContents = {};
const windows = new Set([{ webContents, isDestroyed: () => false }]);
const page = { parent: null, origin: 'app://galley' };

test('Our own page is heard', () => {
	expect(refusalOf({ sender: webContents, senderFrame: page }, windows)).toBeNull();
});

test('A page that is gone is refused', () => {
	expect(refusalOf({ sender: webContents, senderFrame: null }, windows)).toBe('its page is gone');
});

test('A window that Galley did not open, or that is closed, is refused', () => {
	expect(refusalOf({ sender: {}, senderFrame: page }, windows)).toBe('it is not from a window of Galley');
	const closed = new Set([{ webContents, isDestroyed: () => true }]);
	expect(refusalOf({ sender: webContents, senderFrame: page }, closed)).toBe('it is not from a window of Galley');
	expect(refusalOf({ sender: webContents, senderFrame: page }, new Set())).toBe('it is not from a window of Galley');
});

test('A frame inside the page is refused, even at our own origin', () => {
	expect(refusalOf({ sender: webContents, senderFrame: { ...page, parent: page } }, windows)).toContain('frame');
});

test('Every other origin is refused', () => {
	for (const origin of ['https://example.com', 'app://galley.evil', 'app://', 'null', 'file://', '', 'APP://galley'])
		expect(refusalOf({ sender: webContents, senderFrame: { ...page, origin } }, windows)).toBe(`it is from ${origin}`);
});
