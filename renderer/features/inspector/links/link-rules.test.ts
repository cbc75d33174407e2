import { expect, test } from 'vitest';
import { linkName, refuseRelated } from './link-rules.ts';

const self = '01JQNV3M8Z4T6W9X2Y5B7C1D3F';
const other = '01JQNV3M8Z4T6W9X2Y5B7C1D3G';
const page = { url: 'https://example.org/report', title: 'The report', excerpt: '' };

test('a story may be added once', () => {
	expect(refuseRelated({ article: other }, { id: self, related: [] })).toBeNull();
	expect(refuseRelated({ article: other }, { id: self, related: [{ article: other }] })).toMatch(/already/);
});

test('a story is refused as its own related post', () => {
	expect(refuseRelated({ article: self }, { id: self, related: [] })).toBe('A story cannot link to itself.');
});

test('an outside page may be added once, however its address is written', () => {
	expect(refuseRelated(page, { id: self, related: [] })).toBeNull();
	expect(refuseRelated({ ...page, url: 'HTTPS://EXAMPLE.org/report/' }, { id: self, related: [page] })).toMatch(
		/already/,
	);
});

test.each(['', 'example.org', 'javascript:alert(1)', 'ftp://example.org/', 'https://'])('%j is no address', (url) => {
	expect(refuseRelated({ ...page, url }, { id: self, related: [] })).toMatch(/full web address/);
});

test('an outside page needs a title', () => {
	expect(refuseRelated({ ...page, title: ' ' }, { id: self, related: [] })).toMatch(/title/);
});

test('addresses that differ in what they ask for are different pages', () => {
	expect(linkName({ ...page, url: 'https://example.org/?a=1' })).not.toBe(
		linkName({ ...page, url: 'https://example.org/?a=2' }),
	);
});
