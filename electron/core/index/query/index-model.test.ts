import fc from 'fast-check';
import { expect, test } from 'vitest';
import { StoryFilter } from '#shared/contract/articles.ts';
import { Newsroom } from '#shared/model/newsroom.ts';
import { foldName } from '#shared/text/search-text.ts';
import { type IndexDatabase, openIndexDatabase } from '../store/index-database.ts';
import { entryOf } from '../store/story-entry.ts';
import { IndexModel } from '../testing/index-model.ts';
import { categories, idOf, paragraph, storyOf } from '../testing/index-stories.ts';

const newsroom = Newsroom.parse({ $schema: 'urn:galley:newsroom:1', name: 'The Desk' });
const sorts = ['updated', 'published', 'scheduled', 'headline'] as const;
const facets = ['tag', 'author', 'language'] as const;

const day = fc.integer({ min: 1, max: 5 }).map((number) => `2025-03-0${number}`);
const moment = day.map((one) => `${one}T12:00:00.000Z`);
const perhaps = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { nil: null });
const few = <Value>(value: fc.Arbitrary<Value>) => fc.uniqueArray(value, { maxLength: 3 });

const tag = fc.constantFrom('Climate', 'climate', 'Élan', 'élan', 'Rail & road');
const author = fc.constantFrom('Anna Berg', 'ANNA BERG', 'Bo Ek', 'Åsa Anna');
const slug = fc.constantFrom('world', 'europe', 'money', 'gone');
const status = fc.constantFrom('draft', 'review', 'ready', 'published', 'withdrawn');
const language = fc.constantFrom('en', 'fr', 'pt', 'pt-BR');
const number = fc.integer({ min: 0, max: 7 });
const words = fc.constantFrom('Flood', 'flooding river', 'The CAFÉ river', '東京タワー', 'cafe, city hall', '');

const picture = fc.record({
	media: fc.constantFrom('a', 'b', 'c', 'd').map((name) => `media/2025/03/${name}.png`),
	alt: words,
	credit: fc.constantFrom('', 'Anna Berg', 'Bo Ek'),
});

const fields = fc.record({
	leadImage: perhaps(picture),
	headline: words,
	standfirst: words,
	body: words.map((text) => paragraph(text)),
	status,
	trending: fc.boolean(),
	language,
	tags: few(tag),
	byline: few(author).map((names) => names.map((name) => ({ name }))),
	categories: few(slug),
	related: few(number).map((numbers) => numbers.map((one) => ({ article: idOf(one) }))),
	nextRead: perhaps(number.map((one) => ({ article: idOf(one) }))),
	corrections: few(moment).map((moments) => moments.map((date) => ({ date, text: 'It was twelve.' }))),
	dates: fc.record({ created: moment, updated: moment, published: perhaps(moment), scheduled: perhaps(moment) }),
});
const step = fc.oneof(
	{ weight: 6, arbitrary: fc.record({ kind: fc.constant('put' as const), number, fields }) },
	{ weight: 2, arbitrary: fc.record({ kind: fc.constant('remove' as const), number }) },
	{ weight: 1, arbitrary: fc.record({ kind: fc.constant('follow' as const), known: few(slug) }) },
	{ weight: 1, arbitrary: fc.record({ kind: fc.constantFrom('begin' as const, 'commit' as const, 'tidy' as const) }) },
);
type Step = typeof step extends fc.Arbitrary<infer Value> ? Value : never;

const text = fc
	.array(
		fc.constantFrom(
			...['flo', 'café', '"city hall"', '京タ', '-river', 'the', 'status:re', '-status:draft', 'category:Éurope'],
			...[
				'category:world',
				'tag:cli',
				'by:anna',
				'-by:"anna berg"',
				'language:pt',
				'is:trending',
				'-has:problems',
				'has:changes',
			],
			...['before:2025-03-03', 'after:2025-03-03', 'is:scheduled', '-category:money'],
		),
		{ maxLength: 3 },
	)
	.map((parts) => parts.join(' '));
const parts = fc.oneof(
	fc.record({ queue: fc.constantFrom('scheduled', 'trending', 'problems', 'changes', 'ready') }),
	fc.record({ category: slug }),
	fc.record({ status }),
	fc.record({ tag }),
	fc.record({ author }),
	fc.record({ language }),
	fc.record({ trending: fc.boolean() }),
	fc.record({ problems: fc.boolean() }),
	fc.record({
		dates: fc.record({
			of: fc.constantFrom('updated', 'published', 'scheduled'),
			from: perhaps(day),
			to: perhaps(day),
		}),
	}),
	fc.record({ text }),
);
const filter = fc.array(parts, { maxLength: 3 }).map((some) => StoryFilter.parse(Object.assign({}, ...some)));

function take(index: IndexDatabase, model: IndexModel, one: Step): void {
	switch (one.kind) {
		case 'put': {
			const story = storyOf(one.number, one.fields);
			index.put(entryOf(story), 'mark');
			model.stories.set(story.summary.id, story);
			return;
		}
		case 'remove':
			index.remove(idOf(one.number));
			model.stories.delete(idOf(one.number));
			return;
		case 'follow':
			model.categories = categories.filter((category) => one.known.some((known) => known === category.slug));
			index.follow(newsroom, model.categories);
			return;
		case 'begin':
			index.commit();
			index.begin();
			return;
		case 'commit':
			index.commit();
			return;
		case 'tidy':
			index.tidy();
	}
}

/** All pages of a list, so many rows at a time. */
function wholeList(index: IndexDatabase, asked: StoryFilter, sort: (typeof sorts)[number] | 'best', limit: number) {
	const rows: ReturnType<IndexDatabase['list']>['rows'] = [];
	let cursor: string | null = null;
	do {
		const page = index.list({ filter: asked, sort, cursor, limit });
		rows.push(...page.rows);
		cursor = page.next;
	} while (cursor !== null);
	return rows;
}

const sortedByMedia = <Picture extends { readonly media: string }>(pictures: readonly Picture[]) =>
	[...pictures].sort((one, other) => (one.media < other.media ? -1 : 1));

test.each([
	['in few stories', 3000],
	['in many stories', 0],
])(
	'whatever comes, changes and goes, lists and counts of what is %s are what looking at each tells',
	(_, many) => {
		fc.assert(
			fc.property(
				fc.array(step, { maxLength: 25 }),
				fc.array(filter, { minLength: 3, maxLength: 6 }),
				(steps, asked) => {
					const index = openIndexDatabase(':memory:', many);
					const model = new IndexModel();
					for (const one of steps) {
						take(index, model, one);
						// What was counted before a change must not be told after it.
						expect(index.countQueues()).toEqual(model.queues());
						for (const each of asked) expect(index.total(each)).toBe(model.ids(each, 'updated').length);
					}
					const fresh = openIndexDatabase(':memory:');
					fresh.follow(newsroom, model.categories);
					for (const story of model.stories.values()) fresh.put(entryOf(story), 'mark');
					for (const each of [StoryFilter.parse({}), ...asked]) {
						for (const sort of sorts) {
							const rows = wholeList(index, each, sort, 3);
							expect(rows.map(({ id }) => id)).toEqual(model.ids(each, sort));
							expect(rows).toEqual(wholeList(fresh, each, sort, 100));
							const later = index.list({ filter: each, sort, cursor: null, limit: 2, offset: 1 }).rows;
							expect(later).toEqual(rows.slice(1, 3));
						}
						const best = wholeList(index, each, 'best', 3).map(({ id }) => id);
						expect([...best].sort()).toEqual([...model.ids(each, 'updated')].sort());
						const selected = index.select({ kind: 'filter', filter: each, except: [idOf(3)] }).map(({ id }) => id);
						expect(selected).toEqual(model.ids(each, 'updated').filter((id) => id !== idOf(3)));
					}
					for (const { id, errors } of wholeList(index, StoryFilter.parse({}), 'updated', 100)) {
						const story = model.stories.get(id);
						expect(errors).toBe(story === undefined ? null : model.errorsOf(story));
					}
					for (let target = 0; target < 8; target += 1)
						for (const ids of [[idOf(target)], [idOf(target), idOf(target + 1)]])
							expect(index.linkingTo(ids).sort()).toEqual(model.linkingTo(ids));
					for (const { slug } of categories)
						expect(index.carrying({ of: 'category', slug })).toEqual(model.carrying({ of: 'category', slug }));
					for (const written of ['CLIMATE', 'elan', 'Rail & road'])
						expect(index.carrying({ of: 'tag', tag: written })).toEqual(model.carrying({ of: 'tag', tag: written }));
					for (const { value } of fresh.facets('author', '', 3))
						expect(index.carrying({ of: 'author', name: value })).toEqual(
							model.carrying({ of: 'author', name: value }),
						);
					expect(index.countCategories()).toEqual(model.categoryCounts());
					expect(index.trending()).toEqual(fresh.trending());
					expect(index.noted()).toEqual(model.noted());
					for (const words of ['', 'flo', 'café flood', 'berg']) {
						const wanted = model.pictures(words);
						const first = index.pictures(words, 0, 2);
						const found = [...first.pictures, ...index.pictures(words, 2, 10).pictures];
						expect(first.total).toBe(wanted.length);
						expect(found).toEqual(fresh.pictures(words, 0, 10).pictures);
						expect(sortedByMedia(found)).toMatchObject(sortedByMedia(wanted));
						for (const { media, stories } of wanted) expect(index.pictureUses(media, 10)).toHaveLength(stories);
						const all = wanted.map(({ media }) => media);
						expect(index.shownPictures(['media/2025/03/none.png', ...all]).sort()).toEqual(all.sort());
					}
					for (const of of facets) {
						const listed = index.facets(of, '', 100);
						expect(Object.fromEntries(listed.map(({ value, stories }) => [foldName(value), stories]))).toEqual(
							model.facet(of),
						);
						expect(listed).toEqual(fresh.facets(of, '', 100));
					}
					index.close();
					fresh.close();
				},
			),
			{ numRuns: 60 },
		);
	},
	300_000,
);
