import { existsSync } from 'node:fs';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, onTestFinished, test, vi } from 'vitest';
import { type ArticleSort, Queue } from '#shared/contract/articles.ts';
import { Article } from '#shared/model/article.ts';
import { runsOf } from '#shared/testing/runs-of.ts';
import { newArticleBytes } from '../../articles/article-file.ts';
import type { IndexEvent } from '../../articles/index-events.ts';
import { realFileSystem } from '../../disk/file-system.ts';
import { checkNewsroomPath } from '../../disk/newsroom-path.ts';
import type { OpenNewsroom } from '../../newsroom/open-newsroom.ts';
import { newsroomOf } from '../../testing/newsroom-of.ts';
import { filterOf, newsroom, storyEntry } from '../testing/index-stories.ts';
import { open } from '../testing/opened-newsroom.ts';
import { createStoryIndex } from '../thread/story-index.ts';
import { openIndexDatabase } from './index-database.ts';

/** As large as the pages of an index. */
const pageSize = 8192;

const ends = ['', '-sums', '-wal'];
const readAll = (file: string) => Promise.all(ends.map((end) => readFile(`${file}${end}`)));

/** A newsroom of stories with all that an index keeps, its folder and the files of its index. */
async function indexedNewsroom() {
	const { path, ids, files } = await newsroomOf(60);
	for (const [number, file] of files.entries()) {
		const story = Article.parse({
			...JSON.parse(await readFile(join(path, file), 'utf8')),
			status: ['draft', 'review', 'published'][number % 3],
			trending: number % 4 === 0,
			tags: [`tag ${number % 7}`, 'harbour'],
			byline: [{ name: `Writer ${number % 5}` }],
			categories: [`gone-${number % 3}`],
			related: [{ article: ids[(number * 7) % ids.length] }, { article: ids[(number * 11 + 1) % ids.length] }],
			// Some need more than a page.
			notes: 'kept '.repeat(number),
			body: [
				{ id: 'b1', type: 'paragraph', html: `The tide ${number} came in. `.repeat(number % 20 === 0 ? 900 : 30) },
			],
		});
		await writeFile(join(path, file), newArticleBytes(story));
	}
	const opened = await open(path);
	await opened.whole();
	const right = await answersOf(opened, ids);
	await opened.close();
	const index = join(path, '.galley/index.db');
	return { path, ids, right, index, bytes: await readFile(index), sums: await readFile(`${index}-sums`) };
}

/** What an index answers to every kind of question. */
async function answersOf({ articles: { index, catalogue } }: OpenNewsroom, ids: readonly string[]) {
	const orders: ArticleSort[] = ['updated', 'published', 'scheduled', 'headline'];
	const page = (sort: ArticleSort, filter = filterOf()) => index.list({ filter, sort, cursor: null, limit: 100 });
	return {
		lists: await Promise.all(orders.map((sort) => page(sort))),
		queues: await Promise.all(Queue.options.map((queue) => page('updated', filterOf({ queue })))),
		found: await Promise.all(
			['tide', 'harb', 'report 7', 'tag:harbour tide'].map((text) => page('best', filterOf({ text }))),
		),
		totals: await Promise.all(['tag 3', 'harbour'].map((tag) => index.total(filterOf({ tag })))),
		author: await page('headline', filterOf({ author: 'Writer 2' })),
		category: await page('headline', filterOf({ category: 'gone-1' })),
		counts: await index.countQueues(),
		categories: await index.countCategories(),
		facets: await Promise.all((['tag', 'author', 'language'] as const).map((of) => index.facets(of, '', 20))),
		search: await index.search('tide 31', 20, []),
		linked: await index.linked(ids),
		trending: await index.trending(),
		catalogue: ids.map((id) => catalogue.get(id)),
		ids: [...catalogue.ids()].sort(),
	};
}

/** Opens the newsroom with these bytes as its index; its answers must be right once it says that it is ready. */
async function mustAnswerRightly(desk: Awaited<ReturnType<typeof indexedNewsroom>>, bytes: Uint8Array, what: string) {
	await writeFile(desk.index, bytes);
	await writeFile(`${desk.index}-sums`, desk.sums);
	const opened = await open(desk.path);
	try {
		await opened.whole();
		expect(opened.articles.reading.state(), what).toEqual({ kind: 'ready' });
		expect(await answersOf(opened, desk.ids), what).toEqual(desk.right);
	} finally {
		await opened.close();
	}
	return { wasMadeAnew: opened.logged.some((message) => message.includes('the index is made anew')) };
}

test('an index of which any one page was zeroed is made anew by itself, and says so', async () => {
	const desk = await indexedNewsroom();
	const pages = desk.bytes.length / pageSize;
	expect(pages).toBeGreaterThan(50);
	for (let page = 0; page < pages; page += runsOf({ short: 6, long: 1 })) {
		const bytes = Buffer.from(desk.bytes);
		bytes.fill(0, page * pageSize, (page + 1) * pageSize);
		const { wasMadeAnew } = await mustAnswerRightly(desk, bytes, `page ${page + 1}`);
		expect(wasMadeAnew, `page ${page + 1}`).toBe(!bytes.equals(desk.bytes));
	}
}, 300_000);

test('an index of which any bit was flipped answers rightly', async () => {
	const desk = await indexedNewsroom();
	let seed = 7;
	const random = (below: number) => {
		seed = (seed * 48_271) % 0x7fffffff;
		return seed % below;
	};
	for (let flip = 0; flip < runsOf({ short: 15, long: 100 }); flip += 1) {
		const bytes = Buffer.from(desk.bytes);
		const [at, bit] = [random(bytes.length), random(8)];
		bytes[at] = (bytes[at] ?? 0) ^ (1 << bit);
		await mustAnswerRightly(desk, bytes, `bit ${bit} of byte ${at}`);
	}
}, 300_000);

test('what a damaged index knows is told before it is checked, and then that it is made anew', async () => {
	const desk = await indexedNewsroom();
	const bytes = Buffer.from(desk.bytes);
	bytes.fill(0, bytes.length - pageSize);
	await writeFile(desk.index, bytes);
	const told: IndexEvent[] = [];
	const { path } = await checkNewsroomPath(realFileSystem, desk.path);
	const options = { newsroom: path, places: [desk.index], settings: newsroom, categories: [] };
	const index = createStoryIndex(options, (event) => told.push(event));
	onTestFinished(() => index.close());
	expect((await index.ask('list', { filter: filterOf(), sort: 'updated', cursor: null, limit: 20 })).rows).toHaveLength(
		20,
	);
	const first = (isIt: (event: IndexEvent) => boolean) => told.findIndex(isIt);
	await vi.waitUntil(() => told.some(({ kind }) => kind === 'whole'), 60_000);
	const problem = first((event) => event.kind === 'problem' && event.message.includes('made anew'));
	expect(first(({ kind }) => kind === 'catalogued')).toBeLessThan(problem);
	const state = first((event) => event.kind === 'state' && event.state.kind === 'reading' && event.state.isAnew);
	expect(state).toBeGreaterThan(problem);
	expect(told.at(-1)).toEqual({ kind: 'state', state: { kind: 'ready' } });
});

test('the log that a killed process left is no damage, and an index without its checksums is made anew', async () => {
	const desk = await indexedNewsroom();
	const file = `${desk.index}-left`;
	const left = openIndexDatabase(file);
	left.follow(newsroom, []);
	for (let number = 0; number < 20; number += 1) left.put(storyEntry(number), 'mark');
	left.moveLog();
	for (let number = 10; number < 40; number += 1) left.put(storyEntry(number, { headline: 'Later' }), 'mark');
	// As it lies on the disk while it is open, once with the log moved in part and once with none of it.
	const before = await readAll(file);
	left.moveLog();
	const moved = await readFile(file);
	left.close();
	for (const database of [before[0], moved]) {
		const [, sums, log] = before;
		for (const [at, bytes] of [database, sums, log].entries()) await writeFile(`${desk.index}${ends[at]}`, bytes ?? '');
		const index = openIndexDatabase(desk.index);
		index.follow(newsroom, []);
		for (const _ of index.check());
		expect(index.isNew).toBe(false);
		expect(index.total(filterOf({ text: 'later' }))).toBe(30);
		index.close();
	}
	await rm(`${desk.index}-sums`);
	const anew = openIndexDatabase(desk.index);
	expect(anew.damage).toContain('checksums');
	anew.close();
});

test('an index that is deleted while it is open is made anew in its place, unless the newsroom is gone', async () => {
	const desk = await indexedNewsroom();
	const opened = await open(desk.path);
	await opened.whole();
	const id = desk.ids[0] ?? '';
	const change = async (headline: string) => {
		const { article, revision } = await opened.articles.open(id);
		await opened.articles.save({ ...article, headline }, revision);
	};
	await rm(join(desk.path, '.galley'), { recursive: true });
	await change('Changed');
	// Noticed once it is put in order, when nobody asks it anything.
	await vi.waitUntil(() => opened.logged.some((message) => message.includes('was deleted')), 60_000);
	await opened.whole();
	expect(existsSync(desk.index)).toBe(true);
	expect((await opened.articles.index.linked([id]))[0]?.headline).toBe('Changed');
	await rm(desk.path, { recursive: true });
	await opened.close();
	expect(existsSync(desk.path)).toBe(false);
}, 300_000);
