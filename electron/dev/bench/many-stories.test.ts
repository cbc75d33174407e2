import { mkdtempSync, readFileSync, rmSync, unlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { newArticleBytes } from '#core/articles/article-file.ts';
import type { StoryFilter } from '#shared/contract/articles.ts';
import { articleText } from '#shared/document/article-text.ts';
import type { Article } from '#shared/model/article.ts';
import { runsOf } from '#shared/testing/runs-of.ts';
import { build } from '../build.mjs';
import { inProject } from '../paths.mjs';
import { writeNewsroom } from './data/newsroom.mjs';
import { categories } from './data/taxonomy.mjs';
import { answered, type Desk, openDesk } from './programs/desk.ts';
import { readStory, storyPaths } from './programs/story-files.ts';

const count = runsOf({ short: 2_000, long: 10_000 });
const folder = mkdtempSync(join(tmpdir(), 'galley-many-stories-'));
const indexWorker = inProject('dist/core/index-worker.cjs');
let stories: Article[] = [];
const pathOf = new Map<string, string>();
let desk: Desk;

beforeAll(async () => {
	await build(['index-worker'], { quiet: true });
	writeNewsroom(folder, { articles: count, seed: 3 });
	stories = storyPaths(folder).map((path) => {
		const story = readStory(path);
		pathOf.set(story.id, path);
		return story;
	});
	desk = await openDesk(folder, indexWorker);
	await desk.whenIndexed();
}, 300_000);

afterAll(async () => {
	await desk.close();
	rmSync(folder, { recursive: true, force: true });
});

const total = async (filter: Partial<StoryFilter>) => answered(await desk.host.articles.total(filter)).total;

/** The ids of everything that a filter finds, page by page. */
async function allOf(filter: Partial<StoryFilter>, sort: 'updated' | 'published' | 'scheduled' | 'headline' | 'best') {
	const ids: string[] = [];
	for (let cursor: string | null = null, pages = 0; pages === 0 || cursor !== null; pages += 1) {
		const page: { rows: readonly { id: string }[]; next: string | null } = answered(
			await desk.host.articles.list({ ...filter, sort, cursor, limit: 500 }),
		);
		ids.push(...page.rows.map(({ id }) => id));
		cursor = page.next;
	}
	return ids;
}

/** Says which stories are missing or too many, rather than showing thousands. */
function expectSame(found: readonly string[], wanted: readonly string[], what: string): void {
	const [isFound, isWanted] = [new Set(found), new Set(wanted)];
	const missing = wanted.filter((id) => !isFound.has(id)).slice(0, 5);
	const extra = found.filter((id) => !isWanted.has(id)).slice(0, 5);
	expect({ missing, extra, found: found.length }, what).toEqual({ missing: [], extra: [], found: wanted.length });
}

const fold = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
const holds = (folded: string, word: string) => new RegExp(`(?<![\\p{L}\\p{N}])${word}`, 'u').test(folded);
const everyWordOf = (story: Article) =>
	[story.headline, story.standfirst, ...story.tags, ...story.byline.map(({ name }) => name), articleText(story)].join(
		'\n',
	);

describe(`a newsroom of ${count.toLocaleString('en')} stories`, { timeout: 300_000 }, () => {
	test('every story is listed once, the newest first, by each date', async () => {
		expect(await total({})).toBe(count);
		for (const sort of ['updated', 'published', 'scheduled'] as const) {
			const ids = await allOf({}, sort);
			expect(new Set(ids).size).toBe(count);
			const byId = new Map(stories.map(({ id, dates }) => [id, dates[sort] === null ? 0 : Date.parse(dates[sort])]));
			const dates = ids.map((id) => byId.get(id) ?? Number.NaN);
			const dated = dates.filter((date) => date > 0);
			expect(dated, sort).toEqual([...dated].sort((a, b) => b - a));
		}
		expect(new Set(await allOf({}, 'headline')).size).toBe(count);
	});

	test('filters find exactly the stories that they name', async () => {
		const below = (slug: string): string[] => [
			slug,
			...categories.filter(({ parent }) => parent === slug).flatMap((category) => below(category.slug)),
		];
		const [tag = ''] = stories.find((story) => story.tags.length > 0)?.tags ?? [];
		const author = stories.find((story) => story.byline.length > 0)?.byline[0]?.name ?? '';
		const cases: [Partial<StoryFilter>, (story: Article) => boolean][] = [
			[{ status: 'draft' }, (story) => story.status === 'draft'],
			[{ queue: 'published' }, (story) => story.status === 'published'],
			[{ category: 'news' }, (story) => story.categories.some((slug) => below('news').includes(slug))],
			[{ category: 'courts' }, (story) => story.categories.includes('courts')],
			[{ tag }, (story) => story.tags.includes(tag)],
			[{ author }, (story) => story.byline.some(({ name }) => name === author)],
			[{ language: 'ar' }, (story) => story.language === 'ar'],
			[{ trending: true }, (story) => story.trending],
			[{ problems: true }, (story) => story.categories.length === 0],
			[
				{ category: 'abroad', language: 'de' },
				(story) => story.language === 'de' && story.categories.some((slug) => below('abroad').includes(slug)),
			],
		];
		for (const [filter, belongs] of cases) {
			const wanted = stories.filter(belongs).map(({ id }) => id);
			expect(wanted.length, JSON.stringify(filter)).toBeGreaterThan(0);
			expectSame(await allOf(filter, 'updated'), wanted, JSON.stringify(filter));
			expect(await total(filter), JSON.stringify(filter)).toBe(wanted.length);
		}
	});

	test('a search finds every story with the word, accents and case folded, and a headline before a body', async () => {
		const folded = stories.map((story) => ({ id: story.id, text: fold(everyWordOf(story)) }));
		for (const word of ['springmouth', 'harbour', 'zurich', 'tele', 'musee']) {
			const wanted = folded.filter(({ text }) => holds(text, word)).map(({ id }) => id);
			expect(wanted.length, word).toBeGreaterThan(0);
			expectSame(await allOf({ text: word }, 'best'), wanted, word);
		}
		const ranked = await allOf({ text: 'harbour' }, 'best');
		const inHeadline = new Set(stories.filter((story) => holds(fold(story.headline), 'harbour')).map(({ id }) => id));
		expect(inHeadline.size).toBeGreaterThan(3);
		expect(new Set(ranked.slice(0, inHeadline.size))).toEqual(inHeadline);
	});

	test('the picker finds a story by its headline', async () => {
		for (const story of stories.slice(100, 120)) {
			const found = answered(await desk.host.search.articles({ text: story.headline.slice(0, 300), limit: 50 }));
			expect(
				found.map(({ id }) => id),
				story.headline,
			).toContain(story.id);
		}
	});

	test('what is saved is found at once, and after the next start', async () => {
		const [story] = stories;
		if (story === undefined) throw new Error('There is no story.');
		const opened = answered(await desk.host.articles.get({ id: story.id }));
		const article = { ...opened.article, headline: 'Quicksilver in the clockwork' };
		const outcome = answered(await desk.host.articles.save({ article, basedOn: opened.revision }));
		expect(outcome.kind).toBe('saved');
		expect(await allOf({ text: 'quicksilver clock' }, 'best')).toEqual([story.id]);
		await desk.close();

		// Meanwhile another program changes one file, and deletes another.
		const [, , changed, deleted] = stories;
		if (changed === undefined || deleted === undefined) throw new Error('There are too few stories.');
		const changedPath = pathOf.get(changed.id) ?? '';
		writeFileSync(changedPath, newArticleBytes({ ...changed, headline: 'Marmalade on the antenna' }));
		unlinkSync(pathOf.get(deleted.id) ?? '');

		desk = await openDesk(folder, indexWorker);
		await desk.whenIndexed();
		expect(await allOf({ text: 'quicksilver clock' }, 'best')).toEqual([story.id]);
		expect(await allOf({ text: 'marmalade' }, 'best')).toEqual([changed.id]);
		expect(await total({})).toBe(count - 1);
		expect(relative(folder, changedPath)).toMatch(/^articles/);
		expect(readFileSync(pathOf.get(story.id) ?? '', 'utf8')).toContain('Quicksilver in the clockwork');
	});
});
