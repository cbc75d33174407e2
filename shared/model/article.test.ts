import { expect, test } from 'vitest';
import { Article } from './article.ts';
import { CategoriesFile, categoriesBySlug, categoryPath } from './category.ts';
import { safeHref } from './url.ts';

const bare = {
	$schema: 'urn:galley:article:1',
	id: '01JQNV3M8Z4T6W9X2Y5B7C1D3F',
	slug: 'harbour-wall',
	dates: { created: '2025-03-31T08:00:00Z', updated: '2025-03-31T08:00:00Z' },
};

test('a bare story gets every field', () => {
	const story = Article.parse(bare);
	expect(story.status).toBe('draft');
	expect(story.body).toEqual([]);
	expect(story.dates.published).toBeNull();
	expect(Object.keys(story).slice(0, 4)).toEqual(['$schema', 'id', 'slug', 'language']);
});

test('inline HTML is sanitised as it comes in', () => {
	const story = Article.parse({
		...bare,
		body: [{ id: 'b1', type: 'paragraph', html: '<b onclick="x">Hi</b><script>1</script>' }],
	});
	expect(story.body[0]).toEqual({ id: 'b1', type: 'paragraph', html: '<strong>Hi</strong>' });
});

test('a headline is one line, without what cannot be shown', () => {
	expect(Article.parse({ ...bare, headline: 'Two\r\nlines\u0000 \ud800' }).headline).toBe('Two lines ');
});

test.each([
	['a block of an unknown type', { body: [{ id: 'b1', type: 'poll' }] }],
	[
		'two blocks with one id',
		{
			body: [
				{ id: 'b1', type: 'divider' },
				{ id: 'b1', type: 'divider' },
			],
		},
	],
	[
		'two key-points boxes',
		{
			body: [
				{ id: 'a', type: 'keyPoints' },
				{ id: 'b', type: 'keyPoints' },
			],
		},
	],
	['a table with a short row', { body: [{ id: 'a', type: 'table', rows: [['1', '2'], ['3']] }] }],
	['an image outside media/', { leadImage: { media: 'media/../newsroom.json' } }],
	['an image that climbs out', { leadImage: { media: 'media/../../x.png' } }],
	['an id that is no ULID', { id: '../../x' }],
	['a slug that is a path', { slug: '../x' }],
	['a category twice', { categories: ['world', 'world'] }],
	['an outside link that runs code', { related: [{ url: 'javascript:alert(1)' }] }],
])('%s is refused', (_name, fields) => {
	expect(Article.safeParse({ ...bare, ...fields }).success).toBe(false);
});

test('nested lists are read to the end', () => {
	const list = {
		id: 'l',
		type: 'list',
		ordered: true,
		items: [{ html: 'a', children: { ordered: false, items: [{ html: 'b' }] } }],
	};
	const story = Article.parse({ ...bare, body: [list] });
	expect(story.body[0]).toMatchObject({ items: [{ html: 'a', children: { items: [{ html: 'b', children: null }] } }] });
});

test('lists that stand in one another without end are refused, and what is wrong deep inside is found there', () => {
	const within = (levels: number, innermost: object): object =>
		levels === 0 ? innermost : { items: [{ html: 'x', children: within(levels - 1, innermost) }] };
	const parse = (list: object) => Article.safeParse({ ...bare, body: [{ id: 'l', type: 'list', ...list }] });
	const last = { items: [{ html: 'x' }] };
	expect(parse(within(100, last)).success).toBe(true);
	expect(parse(within(101, last)).error?.issues).toMatchObject([{ message: expect.stringMatching(/100 deep/) }]);
	expect(parse(within(5000, last)).error?.issues).toHaveLength(1);
	const around: { items: { html: string; children?: object }[] } = { items: [{ html: 'x' }] };
	around.items[0] = { html: 'x', children: around };
	expect(parse(around).success).toBe(false);
	expect(parse(within(2, { items: [{ html: 7 }] })).error?.issues).toEqual([
		{
			code: 'invalid_type',
			expected: 'string',
			path: ['body', 0, 'items', 0, 'children', 'items', 0, 'children', 'items', 0, 'html'],
			message: 'Invalid input: expected string, received number',
		},
	]);
});

test('a taxonomy whose parents form a circle is refused', () => {
	const categories = [
		{ slug: 'a', label: 'A', parent: 'b' },
		{ slug: 'b', label: 'B', parent: 'a' },
	];
	expect(CategoriesFile.safeParse({ $schema: 'urn:galley:categories:1', categories }).success).toBe(false);
});

test('a category knows its path', () => {
	const { categories } = CategoriesFile.parse({
		$schema: 'urn:galley:categories:1',
		categories: [
			{ slug: 'world', label: 'World' },
			{ slug: 'asia', label: 'Asia', parent: 'world' },
		],
	});
	expect(categoryPath(categoriesBySlug(categories), 'asia').map((category) => category.label)).toEqual([
		'World',
		'Asia',
	]);
});

test.each([
	['https://example.org/a', true],
	['mailto:desk@example.org', true],
	['/about', true],
	['#top', true],
	['javascript:alert(1)', false],
	['JaVaScRiPt:alert(1)', false],
	['data:text/html,x', false],
	['file:///etc/passwd', false],
	['https://', false],
	['', false],
])('a link to %s is allowed: %s', (href, allowed) => {
	expect(safeHref(href) !== null).toBe(allowed);
});
