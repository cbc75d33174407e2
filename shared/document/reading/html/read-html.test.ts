import fc from 'fast-check';
import { expect, test } from 'vitest';
import { runsOf } from '#shared/testing/runs-of.ts';
import { Article } from '../../../model/article.ts';
import type { Block } from '../../../model/block.ts';
import { articleToDocument, documentToArticle, emptyArticle } from '../../body/index.ts';
import { withPictures } from '../take-pictures.ts';
import { readText } from '../text/read-text.ts';
import { readHtml } from './read-html.ts';

const bodyOf = (html: string): Block[] => withPictures(readHtml(html), new Map()).blocks;

/** What the model and the editor make of blocks that were read; both take them as they are. */
function held(blocks: readonly Block[]): Article {
	const article = Article.parse({ ...emptyArticle(), body: blocks });
	expect(article.body).toEqual(blocks);
	expect(documentToArticle(articleToDocument(article), article)).toEqual(article);
	return article;
}

const tags =
	'p div span b i a ul ol li table tr td th h1 h3 blockquote figure figcaption img br hr pre form input button iframe svg script style cite footer q sup section caption'.split(
		' ',
	);
const attributes = [
	'',
	' style="font-weight:normal;font-style:italic"',
	' style="mso-list:l0 level3 lfo1"',
	' style="display:none"',
	' style="vertical-align:super;text-decoration:line-through;white-space:pre"',
	' class="MsoListParagraph"',
	' class="wp-block-pullquote MsoQuote title"',
	' href="https://harbour.example/?utm_source=x"',
	' href="javascript:alert(1)"',
	' src="data:image/png;base64,AAAA"',
	' src="https://news.example/quay.jpg" alt="Quay"',
	' colspan="999999999" rowspan="-3"',
	' role="heading" aria-level="9"',
	' data-aria-level="4"',
];
const texts = [
	'The quay ',
	'• point',
	'\u00a0\u00a0 ',
	'1.\tone',
	'<',
	'&amp;&#0;&#xd800;',
	'\ud83d',
	'ß\n\n',
	'--><!--',
	']]>',
	'',
];

const markup = fc.oneof(
	fc.tuple(fc.constantFrom(...tags), fc.constantFrom(...attributes)).map(([tag, attribute]) => `<${tag}${attribute}>`),
	fc.constantFrom(...tags).map((tag) => `</${tag}>`),
	fc.constantFrom(...texts),
	fc.string({ maxLength: 12 }),
);

test('any markup is read, and what comes out is a story', () => {
	fc.assert(
		fc.property(fc.array(markup, { maxLength: 60 }), (pieces) => {
			held(bodyOf(pieces.join('')));
		}),
		{ numRuns: runsOf({ short: 400, long: 10_000 }) },
	);
}, 300_000);

test('any text is read, and what comes out is a story', () => {
	const line = fc.oneof(
		fc.string(),
		fc.constantFrom('# Head', '- item', '1. one', '> said', 'a\tb', '|a|b|', '|-|-|', '```', '[^1]: note', '**b**'),
	);
	fc.assert(
		fc.property(fc.array(line, { maxLength: 20 }), (lines) => {
			held(withPictures(readText(lines.join('\n')), new Map()).blocks);
		}),
		{ numRuns: runsOf({ short: 200, long: 5000 }) },
	);
}, 300_000);

test('one break is a line of its paragraph, two part paragraphs, and lines that begin with bullets are a list', () => {
	const told = (html: string) => bodyOf(html).map((block) => ('html' in block ? block.html : JSON.stringify(block)));
	expect(told('<div>one<br>two<br> <br>three<br></div>four')).toEqual(['one<br>two', 'three', 'four']);
	expect(told('<p><b>one<br></b>two</p><h2>A<br>B</h2>')).toEqual(['<strong>one</strong><br>two', 'A<br>B']);
	expect(bodyOf('<p>• one<br>• two</p>')).toMatchObject([{ items: [{ html: 'one' }, { html: 'two' }] }]);
	expect(bodyOf('<ul><li><p>one</p><p>two</p></li></ul>')).toMatchObject([{ items: [{ html: 'one<br>two' }] }]);
	expect(told(`<p>${'• x<br>'.repeat(50_000)}</p><p>•</p>`)).toHaveLength(2);
});

test('a numbered list goes on with the number that it had', () => {
	const startsOf = (html: string) => bodyOf(html).map((block) => (block.type === 'list' ? block.start : block.type));
	expect(startsOf('<ol start="5"><li>e</li></ol><p>x</p><ol><li value="7">g</li></ol>')).toEqual([5, 'paragraph', 7]);
	expect(startsOf('<ul start="5"><li>a</li></ul><ol start="-3"><li>b</li></ol><ol start="x"><li>c</li></ol>')).toEqual([
		1, 1, 1,
	]);
	const word = (number: string, words: string) =>
		`<p style="mso-list:l0 level1 lfo1"><span style="mso-list:Ignore">${number}.<span>&nbsp;</span></span>${words}</p>`;
	expect(startsOf(`${word('1', 'a')}${word('2', 'b')}<p>x</p>${word('3', 'c')}`)).toEqual([1, 'paragraph', 3]);
	const online = (start: number) => `<ol start="${start}"><li data-aria-level="1" data-listid="2">a</li></ol>`;
	expect(startsOf(`${online(1)}${online(2)}<p>x</p>${online(3)}`)).toEqual([1, 'paragraph', 3]);
});

test('nothing that could act comes out', () => {
	const html =
		'<p onclick="a()">x<a href="javascript:a()">y</a><a href="data:text/html,z">z</a></p><img src=x onerror=a()><svg onload=a()></svg>';
	expect(JSON.stringify(bodyOf(html))).not.toMatch(/javascript|data:|onclick|onerror|onload/);
});

test('nesting without end and a million elements are read in time', () => {
	for (const tag of ['div', 'ul><li', 'blockquote', 'table><tr><td', 'b', 'span style="font-weight:700"', 'ol']) {
		const blocks = bodyOf(`${`<${tag}>`.repeat(100_000)}The end`);
		expect(JSON.stringify(held(blocks).body)).toContain('The end');
	}
	for (const sign of ['> ', '1. ', '- ']) {
		const { blocks } = withPictures(readText(`# Head\n\n${sign.repeat(20_000)}The end`), new Map());
		expect(JSON.stringify(held(blocks).body)).toContain('The end');
	}
	expect(bodyOf('<p>a</p>'.repeat(100_000))).toHaveLength(100_000);
}, 60_000);

test('a paragraph that is longer than the model holds becomes several, with every word', () => {
	const words = Array.from({ length: 60_000 }, (_, index) => `word${index}`);
	for (const tag of ['p', 'h2', 'li', 'td', 'blockquote']) {
		const { body } = held(bodyOf(`<${tag}>${words.join(' ')}</${tag}>`));
		expect(JSON.stringify(body).match(/word\d+/g)).toEqual(words);
	}
});
