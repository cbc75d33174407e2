import { expect, test } from 'vitest';
import { linkAdvice } from './link-advice.ts';

test('an address that follows readers, or is not encrypted, comes with the one that mends it', () => {
	expect(linkAdvice('https://example.org/a?page=2#top')).toEqual([]);
	expect(linkAdvice('/our-own-story')).toEqual([]);
	expect(linkAdvice('mailto:desk@example.org')).toEqual([]);
	expect(linkAdvice('https://example.org/a?utm_source=x&page=2')).toEqual([
		{ kind: 'tracking', better: 'https://example.org/a?page=2' },
	]);
	expect(linkAdvice('http://example.org/a?fbclid=1')).toEqual([
		{ kind: 'tracking', better: 'http://example.org/a' },
		{ kind: 'insecure', better: 'https://example.org/a?fbclid=1' },
	]);
});
