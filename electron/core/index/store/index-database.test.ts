import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { ArticleSort } from '#shared/contract/articles.ts';
import {
	categories,
	filterOf,
	headlines,
	idOf,
	makeIndex,
	newsroom,
	paragraph,
	storyEntry,
} from '../testing/index-stories.ts';

const all = { filter: filterOf(), sort: 'updated' as ArticleSort, cursor: null, limit: 100 };

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
	index.put(storyEntry(2, { dates: { created: '2025-03-01T00:00:00Z', updated: '2026-01-01T00:00:00Z' } }), 'mark');
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

test('a word that must not be there must be nowhere in the story', () => {
	const index = makeIndex(
		{ headline: 'Flood', body: paragraph('The river rose') },
		{ headline: 'Flood in the city' },
		{ headline: 'River flood' },
		{ headline: 'A flat', body: paragraph('By the river') },
	);
	for (const sort of ['best', 'updated'] as const) {
		const found = (text: string) => headlines(index.list({ ...all, sort, filter: filterOf({ text }) }).rows);
		expect(found('flood -river')).toEqual(['Flood in the city']);
		expect(found('-river f')).toEqual(['Flood in the city']);
		expect(found('-river')).toEqual(['Flood in the city']);
	}
	expect(headlines(index.search('flo -river', 10, []))).toEqual(['Flood in the city']);
});

test('queues, categories and errors are counted, and follow links and slugs as they come and go', () => {
	const body = paragraph('Words');
	const index = makeIndex(
		{ categories: ['europe'], body, related: [{ article: idOf(1) }], status: 'published', trending: true },
		{ categories: ['europe', 'gone'], body, status: 'ready', trending: true },
	);
	expect(index.list(all).rows.map(({ errors }) => errors)).toEqual([1, 0]);
	expect(index.countQueues()).toMatchObject({ all: 2, ready: 1, published: 1, trending: 2, problems: 1, draft: 0 });
	expect(index.countCategories()).toEqual({ europe: 2, gone: 1, world: 2 });
	expect(headlines(index.trending())).toEqual(['Story 0']);
	index.remove(idOf(1));
	expect(index.list({ ...all, filter: filterOf({ queue: 'problems' }) }).rows.map(({ errors }) => errors)).toEqual([1]);
	index.put(storyEntry(1, { categories: ['europe'], body }), 'mark');
	expect(index.total(filterOf({ problems: true }))).toBe(0);
	index.follow(newsroom, []);
	expect(index.list(all).rows.map(({ errors }) => errors)).toEqual([1, 1]);
	expect(index.countQueues().problems).toBe(2);
});

test('a story shows where a search found it, unless in its headline', () => {
	const index = makeIndex(
		{ headline: 'Flood', standfirst: 'A flood came' },
		{ headline: 'Harbour', standfirst: 'After the <flood>', body: paragraph('The flood') },
	);
	const snippets = index.search('flood', 10, []).map(({ headline, snippet }) => [headline, snippet]);
	const found = [
		{ text: 'After the <', isMatch: false },
		{ text: 'flood', isMatch: true },
		{ text: '>', isMatch: false },
	];
	expect(snippets).toEqual([
		['Flood', null],
		['Harbour', found],
	]);
	expect(index.list({ ...all, filter: filterOf({ text: 'flood' }) }).rows.map(({ snippet }) => snippet)).toEqual([
		found,
		null,
	]);
});

test('the stories with a word in their text come first where it stands most often', () => {
	const index = makeIndex(
		{ body: paragraph('The harbour, the harbour and the harbour again') },
		{ body: paragraph('There is a harbour beside the long road to the city') },
		{ headline: 'A new harbour' },
	);
	const best = { ...all, sort: 'best' as ArticleSort, filter: filterOf({ text: 'harbour' }) };
	expect(headlines(index.list(best).rows)).toEqual(['A new harbour', 'Story 0', 'Story 1']);
	expect(headlines(index.list({ ...best, limit: 1, cursor: index.list({ ...best, limit: 1 }).next }).rows)).toEqual([
		'Story 0',
	]);
});

test('how often a phrase stands in a text tells nothing, and the newest comes first', () => {
	const index = makeIndex(
		{ body: paragraph('The city hall, that city hall and no other city hall') },
		{ body: paragraph('There is a city hall beside the long road') },
	);
	expect(headlines(index.search('"city hall"', 10, []))).toEqual(['Story 1', 'Story 0']);
});

test('a single letter that is being typed looks in headlines, and beside other words changes nothing yet', () => {
	const index = makeIndex({ headline: 'Storm', standfirst: 'Rain' }, { headline: 'Rain', standfirst: 'storm, sea' });
	expect(headlines(index.search('s', 10, []))).toEqual(['Storm']);
	expect(index.total(filterOf({ text: 's' }))).toBe(1);
	expect(headlines(index.search('rain x', 10, []))).toEqual(['Rain', 'Storm']);
});

test('a word is found inside of writing without spaces', () => {
	const index = makeIndex(
		{ headline: '東京タワーで火事' },
		{ standfirst: 'ข่าวภาษาไทยวันนี้' },
		{ body: paragraph('记者昨天在北京报道') },
	);
	expect(headlines(index.search('タワー', 10, []))).toEqual(['東京タワーで火事']);
	expect(headlines(index.search('ภาษาไทย', 10, []))).toEqual(['Story 1']);
	expect(headlines(index.search('北京', 10, []))).toEqual(['Story 2']);
	expect(index.search('京北', 10, [])).toEqual([]);
});

test('categories are called by slug or label, and found with those below them', () => {
	const index = makeIndex({ categories: ['europe'] }, { categories: ['money'] }, { categories: ['world', 'gone'] });
	const found = (text: string) => headlines(index.search(text, 10, []));
	expect(found('category:WORLD')).toEqual(['Story 2', 'Story 0']);
	expect(found('category:"world news"')).toEqual(['Story 2', 'Story 0']);
	expect(found('category:eur')).toEqual(['Story 0']);
	expect(found('-category:world')).toEqual(['Story 1']);
	expect(found('category:gone')).toEqual(['Story 2']);
	index.follow(newsroom, categories.slice(0, 1));
	expect(found('category:world')).toEqual(['Story 2']);
});

test('days are those of the newsroom', () => {
	const late = { created: '2025-06-30T22:30:00Z', updated: '2025-06-30T22:30:00Z' };
	const index = makeIndex({ dates: late });
	const days = (from: string, to: string) => index.total(filterOf({ dates: { of: 'updated', from, to } }));
	expect([days('2025-07-01', '2025-07-01'), days('2025-06-30', '2025-06-30')]).toEqual([1, 0]);
	expect(index.search('after:2025-07', 10, [])).toHaveLength(1);
	expect(index.search('before:2025-07', 10, [])).toEqual([]);
});

test('tags and authors are told with how many stories have them, in the way they are mostly written', () => {
	const index = makeIndex({ tags: ['Élan', 'Rail'] }, { tags: ['elan', 'élan'] }, { tags: ['Élan'] });
	expect(index.facets('tag', '', 10)).toEqual([
		{ value: 'Élan', stories: 3 },
		{ value: 'Rail', stories: 1 },
	]);
	expect(index.facets('tag', 'ra', 10)).toEqual([{ value: 'Rail', stories: 1 }]);
	index.remove(idOf(1));
	expect(index.facets('tag', '', 10)[0]).toEqual({ value: 'Élan', stories: 2 });
	expect(index.facets('language', '', 10)).toEqual([{ value: 'en', stories: 2 }]);
});

test('files are told by path, with what tells that they are the same', () => {
	const index = makeIndex({}, {}, {});
	index.setMark(idOf(1), 'another mark');
	const files = ['mark 0', 'another mark', 'mark 2'].map((mark, number) => ({
		id: idOf(number),
		path: `articles/${number}.json`,
		slug: `story-${number}`,
		formerSlugs: [],
		revision: String(number).repeat(64),
		mark,
	}));
	expect([...index.storedFiles(2)]).toEqual([files.slice(0, 2), files.slice(2)]);
	expect([...index.storedFiles(2, 'articles/1.json', 'articles/2.json')]).toEqual([[files[1]]]);
	expect([...index.storedFiles(2, 'articles/1.json0', 'b')]).toEqual([[files[2]]]);
	expect([...index.storedFiles(2, 'trash', 'trash0')]).toEqual([]);
	expect(index.storyAt('articles/1.json')).toBe(idOf(1));
	expect(index.storyAt('articles/7.json')).toBeNull();
	expect(index.record(idOf(2))).toEqual(files[2]);
	expect(index.record(idOf(7))).toBeNull();
	expect(index.linked([idOf(2), idOf(7), idOf(0)]).map(({ id }) => id)).toEqual([idOf(2), idOf(0)]);
	const chosen = index.select({ kind: 'ids', ids: [idOf(0), idOf(7), idOf(2), idOf(0)] });
	expect(chosen.map(({ id }) => id)).toEqual([idOf(2), idOf(0)]);
});

test('a file whose state is not known keeps its place among the others', () => {
	const index = makeIndex();
	const entries = [storyEntry(0), storyEntry(1), storyEntry(2)].sort((a, b) => (a.path < b.path ? -1 : 1));
	const [unknown = '', other = ''] = [entries[0]?.path, entries[1]?.path];
	for (const entry of entries) index.put(entry, entry.path === other ? 'mark' : '');
	const marksIn = (from?: string, to?: string) =>
		[...index.storedFiles(9, from, to)].flat().map(({ path, mark }) => [path, mark]);
	expect(marksIn()).toEqual(entries.map(({ path }) => [path, path === other ? 'mark' : '']));
	expect(marksIn(unknown, other)).toEqual([[unknown, '']]);
	expect(index.record(entries[0]?.id ?? '')).toMatchObject({ path: unknown, mark: '' });
});

test('a change that fails takes back all that were made with it', () => {
	const index = makeIndex({ tags: ['Rail'], categories: ['world'] });
	const whole = storyEntry(1, { tags: ['Road', 'Rail'], categories: ['gone', 'money'] });
	index.begin();
	index.put(whole, 'mark');
	const { revision, ...broken } = storyEntry(2);
	expect(() => index.put({ ...broken, revision: JSON.parse('{}') }, 'mark')).toThrow();
	expect(revision).toHaveLength(64);
	index.commit();
	expect(headlines(index.list(all).rows)).toEqual(['Story 0']);
	expect(index.facets('tag', '', 10)).toEqual([{ value: 'Rail', stories: 1 }]);
	index.put(whole, 'mark');
	expect(index.countCategories()).toEqual({ world: 1, gone: 1, money: 1 });
	expect(index.facets('tag', '', 10).map(({ stories }) => stories)).toEqual([2, 1]);
});

test('any text is a search, and any cursor a place', () => {
	const index = makeIndex({ headline: 'Flood "quoted"' }, { headline: "O'Neil\u0000 – 100%" });
	const piece = fc.oneof(
		fc.string(),
		fc.constantFrom(
			'"',
			"'",
			'*',
			'^',
			'NEAR(',
			' AND ',
			' NOT ',
			'-',
			'headline:',
			'{',
			'%',
			';--',
			'\0',
			'\ud800',
			'tag:',
		),
	);
	const text = fc.array(piece, { maxLength: 6 }).map((pieces) => pieces.join(''));
	const sort = fc.constantFrom<ArticleSort[]>('updated', 'published', 'headline', 'best');
	fc.assert(
		fc.property(text, text, sort, (any, cursor, sort) => {
			const filter = filterOf({ text: any, tag: cursor, author: cursor, language: cursor.slice(0, 30) });
			index.list({ ...all, sort, filter, cursor });
			index.list({ ...all, sort, filter: filterOf({ text: any }), cursor });
			expect(index.search(any, 10, []).length).toBeLessThanOrEqual(index.total(filterOf({ text: any })));
			index.facets('tag', any, 10);
		}),
	);
});
