import fc from 'fast-check';
import { Parser } from 'htmlparser2';
import { expect, test } from 'vitest';
import type { LinkedStory } from '../../contract/articles.ts';
import { Article } from '../../model/article.ts';
import { Newsroom } from '../../model/newsroom.ts';
import { articleArbitrary, lineArbitrary } from '../../model/testing/article-arbitrary.ts';
import { type PageInput, renderPage } from './render-page.ts';
import { joinPage, pageDocument } from './testing/page-document.ts';

const newsroom = Newsroom.parse({
	$schema: 'urn:galley:newsroom:1',
	name: 'Meridian',
	siteUrl: 'https://meridian.example/',
});
const linked = (number: number, headline: string): LinkedStory => ({
	id: `01JQNV3M8Z4T6W9X2Y5B7C1D3${number}`,
	slug: `story-${number}`,
	headline,
	excerpt: 'An excerpt.',
	categories: ['world'],
	status: 'published',
	date: '2025-03-01T00:00:00Z',
	embargo: null,
	untilLifted: false,
	reason: '',
	scheduled: null,
	image: 'media/2025/03/t.png',
	imageAlt: '',
});
const stories = [linked(1, 'First related'), linked(2, 'Second related'), linked(3, 'Next one')];
const story = Article.parse({
	$schema: 'urn:galley:article:1',
	id: '01JQNV3M8Z4T6W9X2Y5B7C1D3F',
	slug: 'stolen-key',
	headline: 'A stolen key',
	standfirst: 'It opened mailboxes.',
	byline: [{ name: 'Ana Ruiz', role: 'reporter' }],
	dateline: { place: 'Brussels' },
	categories: ['technology', 'world'],
	tags: ['email'],
	trending: true,
	leadImage: { media: 'media/2025/03/a.png', alt: 'A key', caption: 'The key', credit: 'Meridian' },
	keyPoints: [{ id: 'k1', text: 'Twenty-five organisations' }],
	body: [
		{ id: 'b1', type: 'paragraph', html: 'Opening.' },
		{ id: 'b2', type: 'keyPoints' },
		{ id: 'b3', type: 'subhead', html: 'What they saw' },
		{ id: 'b4', type: 'embed', url: 'https://www.example.org/v', title: 'Hearing' },
	],
	related: [{ article: stories[0]?.id }, { url: 'https://example.com/x', title: 'Elsewhere' }],
	nextRead: { article: stories[2]?.id },
	corrections: [{ date: '2025-04-01', text: 'The month was wrong.', block: 'b1' }],
	dates: { created: '2025-03-31T08:00:00Z', updated: '2025-03-31T08:00:00Z', published: '2025-03-30T23:30:00Z' },
});
const page: PageInput = {
	article: story,
	newsroom: { ...newsroom, timeZone: 'Europe/Brussels' },
	categories: [
		{ slug: 'technology', label: 'Technology', parent: null, colour: '#1d6b3f', uri: null },
		{ slug: 'world', label: 'World', parent: null, colour: null, uri: null },
	],
	people: [],
	linked: (id) => stories.find((each) => each.id === id) ?? null,
	trending: stories.slice(1, 2),
	mediaUrl: (path) => `/newsroom/${path}`,
	now: new Date('2026-01-01T00:00:00Z'),
};

test('the page has everything in the order of a news page', () => {
	const html = joinPage(renderPage(page));
	const order = [
		'Monday, 31 March 2025',
		'>Trending<',
		'Second related',
		'Technology',
		'World',
		'<h1 class="g-headline">A stolen key</h1>',
		'It opened mailboxes.',
		'Ana Ruiz',
		'Brussels',
		'alt="A key"',
		'The key',
		'Opening.',
		'Twenty-five organisations',
		'What they saw',
		'Hearing',
		'The month was wrong.',
		'email',
		'Related posts',
		'First related',
		'Read more',
		'Elsewhere',
		'Newsletter',
		'Leave a reply',
		'Worth reading',
		'Next one',
	];
	let from = 0;
	for (const words of order) {
		const at = html.indexOf(words, from);
		expect(at, `"${words}" behind what comes before it`).toBeGreaterThanOrEqual(from);
		from = at + words.length;
	}
	expect(html).toContain('href="https://meridian.example/story-1" data-article="01JQNV3M8Z4T6W9X2Y5B7C1D31"');
	expect(html).not.toMatch(/<iframe|<script|style=/);
});

test('a story that is not trending has no strip unless others are', () => {
	const quiet = { ...page, article: { ...story, trending: false }, trending: [] };
	expect(renderPage(quiet).top).not.toContain('Trending');
	expect(renderPage({ ...quiet, article: story }).top).toContain('Trending');
	expect(renderPage({ ...page, article: { ...story, trending: false } }).top).toContain('Second related');
});

test('closed comments and a switched-off newsletter are not on the page', () => {
	const { bottom } = renderPage({ ...page, article: { ...story, comments: 'closed', newsletter: false } });
	expect(bottom).not.toMatch(/Leave a reply|<form/);
});

test('a right-to-left story says so', () => {
	expect(joinPage(renderPage({ ...page, article: { ...story, language: 'ar' } }))).toContain('lang="ar" dir="rtl"');
});

test.each([
	['en', 'en-GB', 'Monday, 31 March 2025'],
	['en', 'en-US', 'Monday, March 31, 2025'],
	['en', 'de-DE', 'Monday, 31 March 2025'],
	['en-US', 'en-GB', 'Monday, March 31, 2025'],
	['de', 'en-GB', 'Montag, 31. März 2025'],
	['fr', 'fr-FR', 'lundi 31 mars 2025'],
	// A language that Galley does not know is dated as the newsroom does.
	['tlh', 'fr-FR', 'lundi 31 mars 2025'],
	['not a language', 'en-GB', 'Monday, 31 March 2025'],
])('the date of a story in %j in a newsroom of %s', (language, locale, date) => {
	const article = { ...story, language };
	expect(renderPage({ ...page, article, newsroom: { ...page.newsroom, locale } }).top).toContain(`>${date}<`);
});

test('a page speaks the language of its story', () => {
	const byline = [...story.byline, { name: 'Ben Okafor', role: '', url: '', person: null }];
	const french = joinPage(renderPage({ ...page, article: { ...story, language: 'fr', byline } }));
	for (const words of [
		'>Tendances<',
		'>Par <b>',
		'>Points clés<',
		'>Articles liés<',
		'>Lire la suite<',
		'>Rectificatif<',
	]) {
		expect(french).toContain(words);
	}
	const people = byline.map((person) => ({ ...person, role: '' }));
	const listed = (language: string) => renderPage({ ...page, article: { ...story, language, byline: people } }).top;
	expect(listed('fr')).toContain('Par <b><bdi>Ana Ruiz</bdi></b> et <b><bdi>Ben Okafor</bdi></b>');
	expect(listed('ja')).toContain('文：<b><bdi>Ana Ruiz</bdi></b>、<b><bdi>Ben Okafor</bdi></b>');
	expect(listed('zh-TW')).toContain('aria-label="分類"');
	expect(listed('zh')).toContain('aria-label="分类"');
	expect(listed('tlh')).toContain('By <b>');
});

test('a paragraph without words is not on the page, and nothing leads to it', () => {
	const body = [
		{ id: 'b1', type: 'paragraph' as const, html: '\u00a0 ' },
		{ id: 'b2', type: 'paragraph' as const, html: 'Words.' },
		{ id: 'b3', type: 'paragraph' as const, html: '' },
	];
	const parts = renderPage({ ...page, article: { ...story, body } });
	expect(parts.blocks.map(({ id }) => id)).toEqual(['b2']);
	expect(parts.bottom).toContain('The month was wrong.');
	expect(parts.bottom).not.toContain('#block-b1');
});

test('an unchanged block is not rendered again', () => {
	const before = renderPage(page).blocks;
	const changed = {
		...story,
		body: story.body.map((block) => (block.id === 'b1' ? { ...block, html: 'New.' } : block)),
	};
	const after = renderPage({ ...page, article: Article.parse(changed) }).blocks;
	expect(after.filter((block, index) => block.html !== before[index]?.html).map((block) => block.id)).toEqual(['b1']);
	const points = [{ id: 'k1', text: 'Another point' }];
	expect(renderPage({ ...page, article: { ...story, keyPoints: points } }).blocks[1]?.html).toContain('Another point');
});

/** Every tag and attribute of a page, as a parser reads them; throws when elements are not closed in order. */
function readElements(html: string): { name: string; attributes: Record<string, string> }[] {
	const elements: { name: string; attributes: Record<string, string> }[] = [];
	const open: string[] = [];
	const voids = new Set(['br', 'img', 'hr', 'input', 'meta', 'link']);
	const parser = new Parser(
		{
			onopentag(name, attributes) {
				elements.push({ name, attributes });
				if (!voids.has(name)) open.push(name);
			},
			onclosetag(name, implied) {
				if (voids.has(name)) return;
				if (implied || open.pop() !== name) throw new Error(`<${name}> is not closed in its place`);
			},
		},
		{ recognizeSelfClosing: true },
	);
	parser.end(html);
	if (open.length > 0) throw new Error(`${open.join()} left open`);
	return elements;
}

const hostile = fc.constantFrom(
	'<script>alert(1)</script>',
	'"><img src=x onerror=alert(1)>',
	"' onmouseover='alert(1)",
	'</article></title><style>*{}</style>',
	'<a href="javascript:alert(1)">x</a>',
	'<!--',
	'&lt;script&gt;',
	'<svg/onload=alert(1)>',
);

test('nothing that an editor types becomes markup of the page', () => {
	const known = new Set(
		'article header footer div p time nav ul ol li a bdi svg circle h1 h2 h3 h4 b span figure img figcaption details summary aside blockquote table thead tbody tr th td hr section form label input textarea button html head meta title link body strong em code sub sup s br'.split(
			' ',
		),
	);
	fc.assert(
		fc.property(
			articleArbitrary,
			fc.array(fc.oneof(hostile, lineArbitrary), { minLength: 8, maxLength: 8 }),
			(article, words) => {
				const word = (index: number) => words[index] ?? '';
				const attacked: Article = {
					...article,
					headline: word(0),
					standfirst: word(1),
					tags: [word(2)],
					keyPoints: article.keyPoints.map((point) => ({ ...point, text: word(3) })),
					byline: [{ name: word(4), role: word(5), url: '', person: null }],
					dateline: { place: word(6), date: null },
					// As if the sanitiser on the way in had been passed by.
					body: [
						...article.body,
						{ id: 'raw', type: 'paragraph', html: word(7) },
						{ id: 'raw2', type: 'quote', html: word(0), attribution: word(1) },
					],
				};
				const html = pageDocument(
					{
						...page,
						article: attacked,
						newsroom: { ...newsroom, newsletter: { title: word(2), text: word(3), button: word(4) } },
						categories: attacked.categories.map((slug) => ({
							slug,
							label: word(5),
							parent: null,
							colour: word(6),
							uri: null,
						})),
						linked: (id) => ({ ...linked(1, word(0)), id, excerpt: word(1) }),
						trending: [linked(2, word(7))],
					},
					'/page.css',
				);
				for (const { name, attributes } of readElements(html)) {
					expect(known.has(name), `<${name}> is not an element of the page`).toBe(true);
					for (const [attribute, value] of Object.entries(attributes)) {
						expect(attribute).not.toMatch(/^on|^style$|^srcdoc$|^action$/);
						if (attribute === 'href' || attribute === 'src')
							expect(value).not.toMatch(/^\s*(?:javascript|data|vbscript):/i);
					}
				}
			},
		),
		{ numRuns: 500 },
	);
});
