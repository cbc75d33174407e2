import { expect, test } from 'vitest';
import { type ArticleSort, StoryFilter } from '#shared/contract/articles.ts';
import { Article } from '#shared/model/article.ts';
import { Category } from '#shared/model/category.ts';
import { Newsroom } from '#shared/model/newsroom.ts';
import { indexedStory } from '../story-summary.ts';
import { type IndexDatabase, openIndexDatabase } from './index-database.ts';

const newsroom = Newsroom.parse({ $schema: 'urn:galley:newsroom:1', name: 'The Desk' });
const categories = [
	Category.parse({ slug: 'top', label: 'Top stories' }),
	Category.parse({ slug: 'world', label: 'Wörld news', parent: 'top' }),
];
const idOf = (number: number) => `01JQNV3M8Z4T6W9X2Y5B7C1${String(number).padStart(3, '0')}`;

function storyOf(number: number, fields: Record<string, unknown> = {}) {
	const updated = new Date(Date.UTC(2025, 2, 1, 0, 0, number)).toISOString();
	const article = Article.parse({
		$schema: 'urn:galley:article:1',
		id: idOf(number),
		slug: `story-${number}`,
		headline: `Story ${number}`,
		dates: { created: updated, updated },
		...fields,
	});
	return indexedStory(article, `articles/${number}.json`, 'a'.repeat(64), newsroom.limits, new Date());
}

function makeIndex(...stories: Record<string, unknown>[]): IndexDatabase {
	const index = openIndexDatabase(':memory:');
	index.follow(newsroom, categories);
	for (const [number, fields] of stories.entries()) index.put(storyOf(number, fields), 'mark');
	return index;
}

const filterOf = (filter: Partial<StoryFilter> = {}) => StoryFilter.parse(filter);
const all = { filter: filterOf(), sort: 'updated' as ArticleSort, cursor: null, limit: 100 };
const headlines = (rows: readonly { headline: string }[]) => rows.map(({ headline }) => headline);

test.each<ArticleSort>(['updated', 'published', 'scheduled', 'headline', 'best'])(
	'pages by %s give every story once',
	(sort) => {
		const index = makeIndex(...Array.from({ length: 25 }, () => ({ headline: 'Same' })));
		const seen: string[] = [];
		let cursor: string | null = null;
		do {
			const page = index.list({ ...all, sort, cursor, limit: 10 });
			seen.push(...page.rows.map(({ id }) => id));
			cursor = page.next;
		} while (cursor !== null);
		expect(index.total(all.filter)).toBe(25);
		expect(new Set(seen).size).toBe(25);
		expect(seen).toHaveLength(25);
	},
);

test('lists are newest first, or by headline without regard to case and accents', () => {
	const index = makeIndex({ headline: 'élan' }, { headline: 'Delta' }, { headline: 'Zebra' }, { headline: 'apple' });
	expect(headlines(index.list(all).rows)).toEqual(['apple', 'Zebra', 'Delta', 'élan']);
	expect(headlines(index.list({ ...all, sort: 'headline' }).rows)).toEqual(['apple', 'Delta', 'élan', 'Zebra']);
});

test('a cursor stays good when its story changes place', () => {
	const index = makeIndex({}, {}, {}, {});
	const first = index.list({ ...all, limit: 2 });
	index.put(storyOf(2, { dates: { created: '2025-03-01T00:00:00Z', updated: '2026-01-01T00:00:00Z' } }), 'mark');
	expect(headlines(index.list({ ...all, limit: 2, cursor: first.next }).rows)).toEqual(['Story 1', 'Story 0']);
});

test('the search puts headlines above the rest, ignores accents and case, and wants every word', () => {
	const index = makeIndex(
		{ headline: 'Budget', body: [{ id: 'a', type: 'paragraph', html: 'In a <em>café</em> nearby' }] },
		{ headline: 'Harbour', standfirst: 'The café reopens' },
		{ headline: 'The café that stayed' },
		{ headline: 'Café Central closes' },
	);
	expect(headlines(index.search('CAFE', 10, []))).toEqual([
		'Café Central closes',
		'The café that stayed',
		'Harbour',
		'Budget',
	]);
	expect(headlines(index.search('cafe stayed', 10, []))).toEqual(['The café that stayed']);
	expect(index.search('', 2, [idOf(3)]).map(({ id }) => id)).toEqual([idOf(2), idOf(1)]);
});

test('queues, categories and errors are counted, and follow links and slugs as they come and go', () => {
	const body = [{ id: 'a', type: 'paragraph', html: 'Words' }];
	const index = makeIndex(
		{ categories: ['world'], body, related: [{ article: idOf(1) }], status: 'ready', trending: true },
		{ categories: ['world', 'gone'], body, status: 'published' },
	);
	expect(index.list(all).rows.map(({ errors }) => errors)).toEqual([1, 0]);
	expect(index.countQueues()).toMatchObject({ all: 2, ready: 1, published: 1, trending: 1, problems: 1, draft: 0 });
	expect(index.countCategories()).toEqual({ world: 2, gone: 1, top: 2 });
	expect(headlines(index.trending())).toEqual(['Story 0']);
	index.remove(idOf(1));
	expect(index.list({ ...all, filter: filterOf({ queue: 'problems' }) }).rows.map(({ errors }) => errors)).toEqual([1]);
	index.put(storyOf(1, { categories: ['world'], body }), 'mark');
	expect(index.total(filterOf({ problems: true }))).toBe(0);
	index.follow(newsroom, []);
	expect(index.list(all).rows.map(({ errors }) => errors)).toEqual([1, 1]);
	expect(index.countQueues().problems).toBe(2);
});
