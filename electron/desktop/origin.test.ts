import { expect, test } from 'vitest';
import { isAppPage, isFramePage, isOwnResource, outsideAddress } from './origin.ts';

test('The window shows the app and nothing else', () => {
	expect(['app://galley/', 'app://galley/index.html#x', 'app://galley/index.html?a=1'].every(isAppPage)).toBe(true);
	for (const other of [
		'app://galley/preview.html',
		'app://galley/newsroom/media/a.svg',
		'app://other/index.html',
		'app://galley.evil/index.html',
		'https://galley/index.html',
		'file:///index.html',
		'javascript:alert(1)',
		'data:text/html,x',
		'about:blank',
		'',
	])
		expect(isAppPage(other), other).toBe(false);
});

test('A frame shows the preview and nothing else', () => {
	expect(isFramePage('app://galley/preview.html')).toBe(true);
	expect(isFramePage('app://galley/index.html')).toBe(false);
	expect(isFramePage('https://example.com/preview.html')).toBe(false);
});

test('Only what the app brings is loaded', () => {
	for (const own of [
		'app://galley/assets/a.js',
		'data:image/png;base64,AA',
		'blob:app://galley/1',
		'devtools://devtools/x',
	])
		expect(isOwnResource(own), own).toBe(true);
	for (const other of [
		'https://example.com/a.png',
		'http://127.0.0.1:80/',
		'ws://127.0.0.1/',
		'file:///etc/passwd',
		'app://other/a',
		'blob:https://example.com/1',
		'ftp://example.com/',
		'',
	])
		expect(isOwnResource(other), other).toBe(false);
});

test('The browser outside gets web and mail addresses only', () => {
	expect(outsideAddress('https://example.com/a?b#c')).toBe('https://example.com/a?b#c');
	expect(outsideAddress('mailto:desk@example.com')).toBe('mailto:desk@example.com');
	for (const other of [
		'file:///etc/passwd',
		'javascript:alert(1)',
		'smb://server/share',
		'ms-settings:x',
		'app://galley/',
		'https://bank.example@evil.example/',
		`https://example.com/${'a'.repeat(3000)}`,
		'not an address',
	])
		expect(outsideAddress(other), other).toBeNull();
});
