import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
	canonicalInlineHtml,
	inlineText,
	makeRun,
	markNames,
	mergeRuns,
	parseInlineHtml,
	serializeInlineHtml,
	type TextRun,
} from './inline-html.ts';

const text = fc.oneof(
	fc.string({ unit: 'grapheme', minLength: 1 }),
	fc.constantFrom('<', '&amp;', '"', '\n', ' ', ' ', 'a < b & c > d', '</a>', '<script>'),
);
const href = fc.constantFrom(
	'https://example.org/?a=1&b=2',
	'mailto:desk@example.org',
	'/about',
	'https://example.org/"x"',
);
const run = fc
	.record({ text, marks: fc.subarray([...markNames]), href })
	.map((parts) => makeRun(parts.text, parts.marks, parts.href));
const runs: fc.Arbitrary<TextRun[]> = fc.array(run, { maxLength: 8 }).map(mergeRuns);

test('runs survive being written and read', () => {
	fc.assert(
		fc.property(runs, (written) => {
			expect(parseInlineHtml(serializeInlineHtml(written))).toEqual(written);
		}),
		{ numRuns: 2000 },
	);
});

test('HTML that is taken as it stands is what writing it anew gives', () => {
	const piece = fc.constantFrom(
		...markNames.flatMap((name) => (name === 'a' ? ['</a>'] : [`<${name}>`, `</${name}>`])),
		...['<a href="https://example.org/?a=1&amp;b=2">', '<a href="/x">', '<a href="javascript:x">', '<a href=" /x">'],
		...['<a href="">', '<a>', '<em href="/x">', '</em href="/x">', '<a href="?a&amp;copy=1">', '<a href="?&lt;">'],
		...['<br>', '<br>', 'word', 'word', ' ', '&amp;', '&lt;', '&amp;lt;', '&quot;', '"', '>', '\ud83d', '👩'],
	);
	const nested = runs.map(serializeInlineHtml);
	const mixed = fc.tuple(nested, piece, nested, fc.nat()).map(([one, between, other, at]) => {
		const html = one + other;
		const cut = at % (html.length + 1);
		return html.slice(0, cut) + between + html.slice(cut);
	});
	const any = fc.array(piece, { maxLength: 7 }).map((parts) => parts.join(''));
	fc.assert(
		fc.property(fc.oneof(nested, mixed, any), (html) => {
			expect(canonicalInlineHtml(html)).toBe(serializeInlineHtml(parseInlineHtml(html)));
		}),
		{ numRuns: 10_000 },
	);
});

test('the text is that of all runs, however the marks stand', () => {
	const pieces = fc.constantFrom(
		...[
			'<em>',
			'</em>',
			'<s>',
			'</a>',
			'<a href="/x">',
			'<a href="javascript:x">',
			'<a href="?a&amp;b">',
			'<b>',
			'<p>',
		],
		...['&amp;', '&lt;', '&gt;', '&quot;', '&', '<', '>', '\n', '\r', '\ud83d', '\udc69', '👩', 'word', ' ', '"'],
	);
	fc.assert(
		fc.property(fc.array(pieces, { maxLength: 8 }), (parts) => {
			const html = parts.join('');
			const texts = parseInlineHtml(html).map((run) => run.text);
			expect(inlineText(html)).toBe(texts.join(''));
		}),
		{ numRuns: 3000 },
	);
});

test('canonical HTML is a fixed point, whatever came in', () => {
	const pieces = fc.constantFrom(
		'<b>',
		'</b>',
		'<i>',
		'</p>',
		'<a href="javascript:alert(1)">',
		'<a href=/x>',
		'</a>',
		'<!--',
		'<br>',
		'-->',
		'&nbsp;',
		'&#0;',
		'<img src=x onerror=alert(1)>',
		'<script>',
		'</script>',
		'word',
		'"',
		"'",
	);
	fc.assert(
		fc.property(fc.array(fc.oneof(pieces, fc.string()), { maxLength: 12 }), (parts) => {
			const once = canonicalInlineHtml(parts.join(''));
			expect(canonicalInlineHtml(once)).toBe(once);
			expect(once.replace(/<\/?(?:strong|em|code|sub|sup|s|a)>|<br>|<a href="[^"<>]*">/g, '')).not.toMatch(/[<>]/);
			expect(once).not.toMatch(/href="\s*javascript:/i);
		}),
		{ numRuns: 3000 },
	);
});

test.each([
	['plain text', 'plain text'],
	['<b>bold</b> and <i>italic</i>', '<strong>bold</strong> and <em>italic</em>'],
	['<em><strong>both</strong></em>', '<strong><em>both</em></strong>'],
	['<strong>a</strong><strong>b</strong>', '<strong>ab</strong>'],
	['<a href="https://example.org" onclick="x()" target="_blank">link</a>', '<a href="https://example.org">link</a>'],
	['<a href="javascript:alert(1)">no</a>', 'no'],
	['<a href="java\nscript:alert(1)">no</a>', 'no'],
	['one<br>two', 'one<br>two'],
	['one<br class="x"/>\n<em>two</em>', 'one<br> <em>two</em>'],
	['<em>a</em><br><em>b<br></em>', '<em>a</em><br><em>b<br></em>'],
	['<p>one</p><p>two</p>', 'one two'],
	['<script>alert(1)</script>safe', 'safe'],
	['caf&eacute; &amp; bar', 'café &amp; bar'],
	['unclosed <strong>bold', 'unclosed <strong>bold</strong>'],
	['a < b', 'a &lt; b'],
])('%s becomes %s', (untrusted, canonical) => {
	expect(canonicalInlineHtml(untrusted)).toBe(canonical);
});

test('the text of inline HTML has no marks', () => {
	expect(inlineText('The <a href="/x">mail &amp; <em>keys</em></a>')).toBe('The mail & keys');
});
