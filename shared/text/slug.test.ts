import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Slug } from '../model/category.ts';
import { slugify, uniqueSlug } from './slug.ts';

test.each([
	['Harbour wall “holds” after storm', 'harbour-wall-holds-after-storm'],
	["Don't panic: it’s only 5% more", 'dont-panic-its-only-5-more'],
	['Кремль и Київ', 'kreml-i-kiyiv'],
	['東京の朝', 'dong-jing-nozhao'],
	['Αθήνα σήμερα', 'athina-simera'],
	['Ænima über Łódź', 'aenima-uber-lodz'],
	['  ', 'story'],
	['🎉', 'story'],
])('the headline %j gives the slug %s', (headline, slug) => {
	expect(slugify(headline)).toBe(slug);
});

test('Arabic and Hebrew headlines give readable slugs', () => {
	expect(slugify('أخبار العالم')).toMatch(/^[a-z0-9-]{6,}$/);
	expect(slugify('חדשות העולם')).toMatch(/^[a-z0-9-]{6,}$/);
});

test('a long headline is cut between words', () => {
	const slug = slugify('seventeen '.repeat(20));
	expect(slug.length).toBeLessThanOrEqual(80);
	expect(slug.endsWith('-seventeen')).toBe(true);
});

test('any headline gives a valid slug', () => {
	fc.assert(
		fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (headline) => {
			expect(Slug.safeParse(slugify(headline)).success).toBe(true);
		}),
	);
});

test('a taken slug gets a number', () => {
	const taken = new Set(['budget', 'budget-2']);
	expect(uniqueSlug('budget', (slug) => taken.has(slug))).toBe('budget-3');
	expect(uniqueSlug('harbour', (slug) => taken.has(slug))).toBe('harbour');
	const long = 'a'.repeat(96);
	expect(uniqueSlug(long, (slug) => slug === long)).toHaveLength(96);
});
