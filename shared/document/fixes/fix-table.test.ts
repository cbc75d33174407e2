import { expect, test } from 'vitest';
import { Article } from '../../model/article.ts';
import { Limits } from '../../model/newsroom.ts';
import { checksOf } from '../checks/check-settings.ts';
import { checkStory, good } from '../checks/testing/check-story.ts';
import { fixOf } from './fix-table.ts';
import { proposeStandfirst } from './propose-standfirst.ts';

const categories = [{ slug: 'world', label: 'World', parent: null, colour: null, uri: null }];
const checks = checksOf({ limits: Limits.parse({}), checks: {} });
const asked = checksOf({
	limits: Limits.parse({}),
	checks: { 'search-title-long': { on: true }, 'search-description-long': { on: true } },
});
const gone = { article: '01JQNV3M8Z4T6W9X2Y5B7C1D3G' };
const paragraph = (html: string, id = 'b1') => ({ id, type: 'paragraph', html });
const body = (...blocks: object[]) => ({ body: [paragraph('The tide came in.', 'first'), ...blocks] });
const twice = 'The council of the town met in the old hall to speak of the wall.';

const problems: readonly [check: string, fields: object][] = [
	['standfirst-missing', { standfirst: ' ' }],
	['search-title-long', { headline: 'Harbour towns '.repeat(6) }],
	['search-description-long', { standfirst: 'Nobody wants a wall. '.repeat(9) }],
	['key-points-unplaced', { keyPoints: [{ id: 'k', text: 'It is high.' }] }],
	['key-point-empty', { ...body({ id: 'k', type: 'keyPoints' }), keyPoints: [{ id: 'k1', text: ' ' }] }],
	['subhead-empty', body({ id: 's', type: 'subhead', html: ' ' })],
	['quote-empty', body({ id: 'q', type: 'quote', html: '' })],
	['paragraph-repeated', body(paragraph(twice, 'p'), paragraph(twice, 'q'))],
	['subhead-skipped', body({ id: 's', type: 'subhead', level: 4, html: 'Low' })],
	['doubled-word', body(paragraph('See <em>the</em> the wall and the the sea.', 'p'))],
	['doubled-word', { headline: 'Harbour towns weigh the the wall' }],
	['link-insecure', body(paragraph('See <a href="http://example.org/">it</a>.', 'p'))],
	['link-insecure', { related: [{ url: 'http://example.org/', title: 'It' }] }],
	['link-tracking', body(paragraph('See <a href="https://example.org/?utm_source=x">it</a>.', 'p'))],
	['link-tracking', { nextRead: { url: 'https://example.org/?fbclid=x', title: 'It' } }],
	['linked-story-gone', { related: [{ url: 'https://example.org/', title: 'It' }, gone] }],
	['linked-story-gone', { nextRead: gone }],
	['linked-story-itself', { related: [{ article: good.id }] }],
	['category-unknown', { categories: ['world', 'gone'] }],
];

test.each(problems)('after the fix of %s there is nothing left to fix: %j', (check, fields) => {
	const more = { linked: () => null, categories, checks: asked };
	const found = checkStory(fields, more).filter((problem) => problem.check === check);
	expect(found).not.toEqual([]);
	let article = Article.parse({ ...good, ...fields });
	for (const problem of found) {
		const fix = fixOf(problem);
		if (fix?.kind !== 'edit') throw new Error('it is not fixed by an edit');
		const fixed = fix.fix(article, problem.where, { categories, checks: asked });
		expect(fixed?.said).toMatch(/\.$/);
		article = fixed?.article ?? article;
	}
	expect(Article.parse(article)).toEqual(article);
	expect(checkStory(article, more).filter((problem) => problem.check === check)).toEqual([]);
});

test('a fix leaves everything else of the story as it is', () => {
	const article = Article.parse({ ...good, ...body(paragraph('See the the wall.', 'p')) });
	const [problem] = checkStory(article);
	const fix = problem && fixOf(problem);
	const fixed =
		fix?.kind === 'edit' ? fix.fix(article, problem?.where ?? { field: 'body' }, { categories, checks }) : null;
	expect(fixed?.article).toEqual({
		...article,
		body: [article.body[0], { ...article.body[1], html: 'See the wall.' }],
	});
});

test('where nothing can be told, nothing is changed', () => {
	const article = Article.parse({ ...good, body: [], categories: ['gone'], standfirst: '' });
	for (const check of ['standfirst-missing', 'category-unknown']) {
		const fix = fixOf({ check });
		expect(fix?.kind === 'edit' && fix.fix(article, { field: 'body' }, { categories, checks })).toBeNull();
	}
	expect(fixOf({ check: 'category-missing' })).toEqual({ kind: 'opens' });
	expect(fixOf({ check: 'headline-missing' })).toBeNull();
	expect(fixOf({ check: 'toString' })).toBeNull();
});

test('a standfirst is as many whole sentences of the first paragraph as there is room for', () => {
	const of = (html: string, longest: number) =>
		proposeStandfirst(
			{
				body: [
					{ id: 's', type: 'subhead', level: 2, html: 'Low' },
					{ id: 'e', type: 'paragraph', html: ' ' },
					{ id: 'p', type: 'paragraph', html },
				],
			},
			longest,
		);
	expect(of('The tide <em>came</em>. Then it left. Nobody saw.', 33)).toBe('The tide came. Then it left.');
	expect(of('“The tide came.” Then it left.', 20)).toBe('“The tide came.”');
	expect(of('The tide came over the wall.', 18)).toBe('The tide came…');
	expect(of('The tide', 160)).toBe('The tide');
	expect(proposeStandfirst({ body: [] }, 160)).toBeNull();
});
