import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { ArticleSort, Queue } from '#shared/contract/articles.ts';
import { Article } from '#shared/model/article.ts';
import { Newsroom } from '#shared/model/newsroom.ts';
import { createMemoryIndex } from './memory-index.ts';
import { indexedStory } from './story-summary.ts';

const { limits } = Newsroom.parse({ $schema: 'urn:galley:newsroom:1', name: 'The Desk' });
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
	return indexedStory(article, `articles/${number}.json`, limits, new Date());
}

function makeIndex(...stories: Record<string, unknown>[]) {
	const index = createMemoryIndex((slug) => slug === 'world');
	for (const [number, fields] of stories.entries()) index.put(storyOf(number, fields));
	return index;
}

const all = {
	queue: 'all' as Queue,
	categories: null,
	text: '',
	sort: 'updated' as ArticleSort,
	cursor: null,
	limit: 100,
};
const headlines = (rows: readonly { headline: string }[]) => rows.map(({ headline }) => headline);

test.each<ArticleSort>(['updated', 'published', 'headline'])('pages by %s give every story once', (sort) => {
	const index = makeIndex(...Array.from({ length: 25 }, () => ({ headline: 'Same' })));
	const seen: string[] = [];
	let cursor: string | null = null;
	do {
		const page = index.list({ ...all, sort, cursor, limit: 10 });
		expect(page.total).toBe(25);
		seen.push(...page.rows.map(({ id }) => id));
		cursor = page.next;
	} while (cursor !== null);
	expect(new Set(seen).size).toBe(25);
	expect(seen).toHaveLength(25);
});

test('lists are newest first, or by headline without regard to case and accents', () => {
	const index = makeIndex({ headline: 'élan' }, { headline: 'Delta' }, { headline: 'Zebra' }, { headline: 'apple' });
	expect(headlines(index.list(all).rows)).toEqual(['apple', 'Zebra', 'Delta', 'élan']);
	expect(headlines(index.list({ ...all, sort: 'headline' }).rows)).toEqual(['apple', 'Delta', 'élan', 'Zebra']);
});

test('a cursor stays good when its story changes place', () => {
	const index = makeIndex({}, {}, {}, {});
	const first = index.list({ ...all, limit: 2 });
	index.put(storyOf(2, { dates: { created: '2025-03-01T00:00:00Z', updated: '2026-01-01T00:00:00Z' } }));
	expect(headlines(index.list({ ...all, limit: 2, cursor: first.next }).rows)).toEqual(['Story 1', 'Story 0']);
});

test('the search ranks headlines above the rest, ignores accents and case, and wants every word', () => {
	const index = makeIndex(
		{ headline: 'Harbour', standfirst: 'The café reopens' },
		{ headline: 'Café Central closes' },
		{ headline: 'Budget', body: [{ id: 'a', type: 'paragraph', html: 'In a <em>café</em> nearby' }] },
		{ headline: 'The café that stayed' },
	);
	expect(headlines(index.search('CAFE', 10, new Set()))).toEqual([
		'Café Central closes',
		'The café that stayed',
		'Harbour',
		'Budget',
	]);
	expect(headlines(index.search('cafe stayed', 10, new Set()))).toEqual(['The café that stayed']);
	expect(index.search('', 2, new Set([idOf(3)])).map(({ id }) => id)).toEqual([idOf(2), idOf(1)]);
});

test('queues, categories and errors are counted, and follow links and slugs as they come and go', () => {
	const body = [{ id: 'a', type: 'paragraph', html: 'Words' }];
	const index = makeIndex(
		{ categories: ['world'], body, related: [{ article: idOf(1) }], status: 'ready', trending: true },
		{ categories: ['world', 'gone'], body, status: 'published' },
	);
	expect(index.list(all).rows.map(({ errors }) => errors)).toEqual([1, 0]);
	expect(index.countQueues()).toMatchObject({ all: 2, ready: 1, published: 1, trending: 1, problems: 1, draft: 0 });
	expect(index.countCategories((slug) => [slug])).toEqual({ world: 2, gone: 1 });
	expect(index.countCategories((slug) => [slug, 'top'])).toEqual({ world: 2, gone: 1, top: 2 });
	expect(headlines(index.trending())).toEqual(['Story 0']);
	expect([0, 1].map((number) => index.isSlugTaken('story-1', idOf(number)))).toEqual([true, false]);
	index.remove(idOf(1));
	expect(index.list({ ...all, queue: 'problems' }).rows.map(({ errors }) => errors)).toEqual([1]);
	expect(index.isSlugTaken('story-1', idOf(0))).toBe(false);
});

test('lists stay in order however stories come, change and go', () => {
	const sorts: readonly ArticleSort[] = ['updated', 'published', 'headline'];
	const step = fc.record({
		number: fc.integer({ min: 0, max: 12 }),
		headline: fc.constantFrom('a', 'B', 'é', ''),
		second: fc.integer({ min: 0, max: 3 }),
		isRemoved: fc.boolean(),
	});
	fc.assert(
		fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
			const index = makeIndex();
			const expected = new Map<string, ReturnType<typeof storyOf>>();
			for (const { number, headline, second, isRemoved } of steps) {
				for (const sort of sorts) index.list({ ...all, sort });
				const moment = `2025-03-01T00:00:0${second}Z`;
				const story = storyOf(number, { headline, dates: { created: moment, updated: moment, published: moment } });
				if (isRemoved) {
					index.remove(story.summary.id);
					expected.delete(story.summary.id);
				} else {
					index.put(story);
					expected.set(story.summary.id, story);
				}
			}
			const fresh = createMemoryIndex(() => true);
			for (const story of expected.values()) fresh.put(story);
			for (const sort of sorts) expect(index.list({ ...all, sort })).toEqual(fresh.list({ ...all, sort }));
		}),
	);
});
