import { expect, test } from 'vitest';
import { Article } from '#shared/model/article.ts';
import { compareSides } from './compare-sides.ts';

const item = (html: string) => ({ html, children: null });
const file = Article.parse({
	$schema: 'urn:galley:article:1',
	id: '01JQ0000000000000000000000',
	slug: 'harbour',
	headline: 'The harbour opens',
	categories: ['world'],
	keyPoints: [{ id: 'k1', text: 'Boats came' }],
	body: [
		{ id: 'b1', type: 'paragraph', html: 'The first boats came on <strong>Monday</strong>.' },
		{ id: 'b2', type: 'paragraph', html: 'Nothing else moved.' },
		{ id: 'b3', type: 'list', items: [item('One'), item('Two')] },
	],
	dates: { created: '2025-03-31T08:00:00.000Z', updated: '2025-03-31T08:00:00.000Z' },
});
const names = {
	category: (slug: string) => slug.toUpperCase(),
	story: () => 'Budget',
	dateStyle: { locale: 'en-GB', timeZone: 'UTC' },
};
const compare = (mine: Partial<Article>) => compareSides({ ...file, ...mine }, file, names);
const shown = (pieces: readonly { text: string; differs: boolean }[] | null | undefined) =>
	pieces?.map(({ text, differs }) => (differs ? `[${text}]` : text)).join('') ?? null;

test('only the words that differ are marked, each on its side', () => {
	const [row, same] = compare({
		body: file.body.map((block) =>
			block.id === 'b1' && block.type === 'paragraph'
				? { ...block, html: 'The first ferries came on <strong>Monday</strong>.' }
				: block,
		),
	});
	expect(row).toMatchObject({ kind: 'differs', label: 'Paragraph' });
	if (row?.kind !== 'differs') throw new Error('the paragraph is not compared');
	expect(shown(row.mine)).toBe('The first [ferries] came on Monday.');
	expect(shown(row.theirs)).toBe('The first [boats] came on Monday.');
	expect(same).toMatchObject({ kind: 'same', count: 2 });
});

test('text comes first, then fields in words; when it was saved is not told', () => {
	const rows = compare({
		headline: 'The harbour reopens',
		categories: ['world', 'asia'],
		trending: true,
		related: [{ article: '01JQ0000000000000000000001' }],
		dates: { ...file.dates, updated: '2025-04-01T08:00:00.000Z' },
	}).filter((row) => row.kind === 'differs');
	expect(rows.map(({ label, mine, theirs }) => [label, shown(mine), shown(theirs)])).toEqual([
		['Headline', 'The harbour [reopens]', 'The harbour [opens]'],
		['Categories', 'WORLD, [ASIA]', 'WORLD'],
		['Trending', '[On]', '[Off]'],
		['Related posts', '[Budget]', null],
	]);
});

test('what only one side has stands beside nothing', () => {
	const rows = compare({
		keyPoints: [],
		body: [
			...file.body.slice(0, 2),
			{ id: 'b3', type: 'list', ordered: false, start: 1, items: [item('One'), item('Two'), item('Three')] },
			{ id: 'b4', type: 'divider' },
		],
	}).filter((row) => row.kind === 'differs');
	expect(rows.map(({ label, mine, theirs }) => [label, shown(mine), shown(theirs)])).toEqual([
		['Key point', null, '[Boats came]'],
		['List', 'One\nTwo\n[Three]', 'One\nTwo'],
		['Divider', '[Divider]', null],
	]);
});
