import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Article } from '../model/article.ts';
import { readingMinutes } from '../text/reading-time.ts';
import { textDirection } from '../text/text-direction.ts';
import { countWords } from '../text/word-count.ts';
import { articleText, articleWordCount } from './article-text.ts';
import { articleExcerpt, shorten } from './excerpt.ts';

test.each([
	['', 0],
	['  \u00a0 — … ', 0],
	['One story', 2],
	['A well-known editor’s 3.5% rise', 5],
	['first—second', 2],
	['Привет, мир', 2],
	['قالت الشركة إن المتسللين', 4],
	['東京の新聞', 3],
	['ภาษาไทยง่าย', 3],
	['The 東京 desk', 3],
])('%j has %i words', (text, words) => {
	expect(countWords(text)).toBe(words);
});

test('a word is what stands between spaces, dashes and slashes and has a letter or a digit', () => {
	const character = fc.oneof(
		fc.constantFrom(...' \u00a0—–…/-’.é9𝒜𐐀👩'),
		fc.integer({ min: 0, max: 0x10ffff }).map((code) => String.fromCodePoint(code)),
	);
	// Writing without spaces is counted with a dictionary.
	const spaced = character.filter(
		(one) => !/[\p{sc=Hani}\p{sc=Hira}\p{sc=Kana}\p{sc=Thai}\p{sc=Laoo}\p{sc=Khmr}\p{sc=Mymr}]/u.test(one),
	);
	fc.assert(
		fc.property(fc.string({ unit: spaced }), (text) => {
			const words = text.split(/[\s—–…/]+/).filter((word) => /[\p{L}\p{N}]/u.test(word));
			expect(countWords(text)).toBe(words.length);
		}),
	);
});

test('reading takes at least a minute, and none where there is nothing to read', () => {
	expect([0, 1, 100, 460, 2300].map(readingMinutes)).toEqual([0, 1, 1, 2, 10]);
});

test('an excerpt is one line, with single spaces', () => {
	expect(shorten(' Rain\tover  the\u00a0harbour\n', 30)).toBe('Rain over the harbour');
});

test('an excerpt is the standfirst, else the beginning of the body, cut between words', () => {
	const bare = {
		$schema: 'urn:galley:article:1',
		id: '01JQNV3M8Z4T6W9X2Y5B7C1D3F',
		slug: 'a',
		dates: { created: '2025-03-31T08:00:00Z', updated: '2025-03-31T08:00:00Z' },
		body: [{ id: 'b', type: 'paragraph', html: `<strong>Rain</strong> ${'over the harbour '.repeat(30)}` }],
	};
	expect(articleExcerpt(Article.parse({ ...bare, standfirst: 'Short.' }))).toBe('Short.');
	const excerpt = articleExcerpt(Article.parse(bare));
	expect(excerpt).toMatch(/^Rain over the harbour .*(?:over|the|harbour)…$/);
	expect(excerpt.length).toBeLessThanOrEqual(200);
	expect(shorten('👩'.repeat(50), 10)).toBe(`${'👩'.repeat(9)}…`);
});

test.each([
	['en', 'ltr'],
	['ar-EG', 'rtl'],
	['he', 'rtl'],
	['fa', 'rtl'],
	['ur-PK', 'rtl'],
	['az-Arab', 'rtl'],
	['pa-Guru', 'ltr'],
	['zh-Hant-TW', 'ltr'],
])('%s is written %s', (language, direction) => {
	expect(textDirection(language)).toBe(direction);
});

test('the text and words of a story have its key points where their box stands', () => {
	const story = Article.parse({
		$schema: 'urn:galley:article:1',
		id: '01JQNV3M8Z4T6W9X2Y5B7C1D3F',
		slug: 'a',
		dates: { created: '2025-03-31T08:00:00Z', updated: '2025-03-31T08:00:00Z' },
		keyPoints: [{ id: 'k', text: 'Two words' }],
		body: [
			{ id: 'b1', type: 'paragraph', html: 'The <em>tide</em> came.' },
			{ id: 'b2', type: 'keyPoints' },
			{ id: 'b3', type: 'list', items: [{ html: 'First', children: { items: [{ html: 'Nested' }] } }] },
			{ id: 'b4', type: 'image', media: 'media/a.png', caption: 'Not counted' },
			{ id: 'b5', type: 'table', rows: [['Year', 'Cases']] },
		],
	});
	expect(articleText(story)).toBe('The tide came.\n\nTwo words\n\nFirst\nNested\n\nYear\tCases');
	expect(articleWordCount(story)).toBe(9);
});
