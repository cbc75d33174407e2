import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Article } from '../../model/article.ts';
import { articleArbitrary } from '../../model/testing/article-arbitrary.ts';
import { toLine } from '../../model/text.ts';
import { runsOf } from '../../testing/runs-of.ts';
import { editText, type TextEdit } from '../../text/text-edit.ts';
import { editInline, readInline } from './edit-inline.ts';
import { editTexts, textsOf } from './edit-texts.ts';

/** Replaces every `a` by `by`. */
function everyA(text: string, by: string): TextEdit[] {
	return [...text.matchAll(/a/g)].map(({ index }) => ({ from: index, to: index + 1, by }));
}

/** A text as the model keeps it, line by line; a line of its own has no spaces at its ends. */
function linesOf(text: string): string {
	return text
		.split('\n')
		.map((line) => toLine(line).trim())
		.join('\n')
		.trim();
}

test('every text of a story is edited where it stands, and nothing else changes', () => {
	fc.assert(
		fc.property(articleArbitrary, fc.constantFrom('', 'bc', '<&'), (article, by) => {
			const edited = editTexts(article, ({ text }) => everyA(text, by));
			expect(() => Article.parse(edited)).not.toThrow();
			const expected = textsOf(article).map(({ text }) => linesOf(text.replaceAll('a', by)));
			expect(textsOf(edited).map(({ text }) => linesOf(text))).toEqual(expected);
			expect(editTexts(article, () => [])).toBe(article);
		}),
		{ numRuns: runsOf({ short: 200, long: 5000 }) },
	);
});

test('what is put in gets the marks of what it replaces', () => {
	const html = 'The <strong>old</strong> mill <a href="https://a.example">by the <em>ri</em></a>ver';
	expect(readInline(html).text).toBe('The old mill by the river');
	const edit = (from: number, to: number, by: string) => editInline(html, [{ from, to, by }]);
	expect(edit(4, 7, 'new')).toBe('The <strong>new</strong> mill <a href="https://a.example">by the <em>ri</em></a>ver');
	expect(edit(0, 8, 'A ')).toBe('A mill <a href="https://a.example">by the <em>ri</em></a>ver');
	expect(edit(20, 25, 'sea')).toBe('The <strong>old</strong> mill <a href="https://a.example">by the <em>sea</em></a>');
	expect(edit(7, 7, 'er')).toBe(
		'The <strong>older</strong> mill <a href="https://a.example">by the <em>ri</em></a>ver',
	);
	expect(edit(25, 25, '.')).toBe(
		'The <strong>old</strong> mill <a href="https://a.example">by the <em>ri</em></a>ver.',
	);
	expect(edit(0, 25, '')).toBe('');
});

test('the text of inline HTML after edits is the text after them', () => {
	const html = fc
		.array(fc.tuple(fc.constantFrom('b', 'strong', 'em', 'code', 's'), fc.constantFrom('aa', 'ab', 'ba', 'x', ' a')))
		.map((parts) => parts.map(([tag, words]) => `<${tag}>${words}</${tag}>`).join(''));
	fc.assert(
		fc.property(html, fc.constantFrom('', 'c', 'aa'), (some, by) => {
			const { text } = readInline(some);
			const edits = [...text.matchAll(/aa?|x a/g)].map(({ 0: found, index }) => ({
				from: index,
				to: index + found.length,
				by,
			}));
			expect(readInline(editInline(some, edits)).text).toBe(editText(text, edits));
		}),
		{ numRuns: 500 },
	);
});

test('texts are named after their place', () => {
	const article = Article.parse({
		$schema: 'urn:galley:article:1',
		id: '01JQNV3M8Z4T6W9X2Y5B7C1D3F',
		slug: 'a',
		headline: 'A',
		dates: { created: '2025-03-31T08:00:00Z', updated: '2025-03-31T08:00:00Z' },
		leadImage: { media: 'media/a.png', alt: 'Alt' },
		keyPoints: [{ id: 'k', text: 'Point' }],
		body: [
			{ id: 'b1', type: 'paragraph', html: 'P <code>x</code>' },
			{ id: 'b2', type: 'image', media: 'media/a.png', caption: 'Below' },
			{ id: 'b3', type: 'list', items: [{ html: 'One', children: { items: [{ html: 'Two' }] } }] },
		],
	});
	const told = textsOf(article).filter(({ text }) => text !== '');
	expect(told.map(({ label, text }) => `${label}: ${text}`)).toEqual([
		'Headline: A',
		'Lead picture, alt text: Alt',
		'Key points: Point',
		'Paragraph: P x',
		'Picture, Caption: Below',
		'List, Items: One',
		'List, Items: Two',
	]);
	expect(told.find(({ block }) => block === 'b1')?.code).toEqual([{ from: 2, to: 3 }]);
});
