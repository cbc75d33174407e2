import { cp, mkdir, readdir, readFile, rename, rm, symlink, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ulid } from 'ulid';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { StoryFilter } from '#shared/contract/articles.ts';
import { Article } from '#shared/model/article.ts';
import { newArticleBytes } from '../../articles/article-file.ts';
import type { OpenNewsroom } from '../../newsroom/open-newsroom.ts';
import { bundleScript } from '../../testing/bundle-script.ts';
import { newsroomOf } from '../../testing/newsroom-of.ts';
import { tempFolder } from '../../testing/temp-newsroom.ts';
import { watchNewsroom } from '../../watcher/newsroom-watch.ts';
import { everything, open, total } from '../testing/opened-newsroom.ts';

const manyStories = 1500;
const headlineOf = async ({ articles }: OpenNewsroom, id: string) => (await articles.index.linked([id]))[0]?.headline;
const edit = async (path: string, from: string, to: string) =>
	writeFile(path, (await readFile(path, 'utf8')).replace(from, to));

/** How the index is kept: in the same thread, or by the bundled worker. */
const kinds: readonly [string, () => Promise<string | undefined>][] = [
	['in this thread', async () => undefined],
	['in the worker', () => bundleScript(join(import.meta.dirname, 'index-worker.ts'))],
];

describe.each(kinds)('the index %s', (_where, makeWorker) => {
	test('holds every story, is kept, and at the next start reads only what changed while it was closed', async () => {
		const worker = await makeWorker();
		const { path, ids, files } = await newsroomOf(12);
		const first = await open(path, worker);
		await first.whole();
		expect(await total(first)).toBe(12);
		expect(first.articles.reading.state()).toEqual({ kind: 'ready' });
		await first.close();

		const at = (number: number) => join(path, files[number] ?? '');
		await edit(at(0), 'Report 0 from', 'Changed 0 at');
		await rm(at(1));
		await mkdir(join(path, 'articles/2020'));
		await rename(at(2), join(path, 'articles/2020/moved.json'));
		await utimes(at(3), new Date(), new Date());
		await writeFile(at(4), '{');
		await writeFile(join(path, 'articles/2026/02.json'), await readFile(at(5)));
		const added = Article.parse({ ...JSON.parse(await readFile(at(6), 'utf8')), id: ulid(), headline: 'Added' });
		await writeFile(join(path, 'articles/2026/01/added.json'), newArticleBytes(added));

		const again = await open(path, worker);
		await again.whole();
		expect(await total(again)).toBe(11);
		const { catalogue, damaged } = again.articles;
		expect(await headlineOf(again, ids[0] ?? '')).toBe('Changed 0 at the harbour');
		expect(catalogue.get(ids[1] ?? '')).toBeNull();
		expect(catalogue.get(ids[2] ?? '')?.path).toBe('articles/2020/moved.json');
		expect(await headlineOf(again, ids[3] ?? '')).toBe('Report 3 from the harbour');
		expect([...damaged.keys()].sort()).toEqual([files[4], 'articles/2026/02.json']);
		expect(await headlineOf(again, added.id)).toBe('Added');
		// Told are the stories that changed, and not the one that was only touched.
		expect(again.changes).toContain(ids[0]);
		expect(again.changes).not.toContain(ids[3]);
		expect(again.logged).toEqual([]);
	});

	test('counts a story as having problems by what the newsroom made an error, now and at the next start', async () => {
		const worker = await makeWorker();
		const { path, ids, files } = await newsroomOf(5);
		// All but the first have a standfirst.
		for (const [number, file] of files.entries()) {
			const at = join(path, file);
			const story = Article.parse({
				...JSON.parse(await readFile(at, 'utf8')),
				categories: ['world'],
				standfirst: number === 0 ? '' : 'Here.',
				body: [{ id: 'b1', type: 'paragraph', html: 'The tide came.' }],
			});
			await writeFile(at, newArticleBytes(story));
		}
		const first = await open(path, worker);
		await first.whole();
		await first.saveCategories([{ slug: 'world', label: 'World', parent: null, colour: null, uri: null }]);
		const troubled = async ({ articles }: OpenNewsroom) =>
			(await articles.index.list({ ...everything, filter: StoryFilter.parse({ queue: 'problems' }) })).rows.map(
				({ id }) => id,
			);
		expect(await troubled(first)).toEqual([]);
		const { newsroom } = first.folder();
		await first.saveSettings({ ...newsroom, checks: { 'standfirst-missing': { severity: 'error' } } });
		await vi.waitFor(async () => expect(await troubled(first)).toEqual([ids[0]]), 20_000);
		await first.close();
		await writeFile(join(path, 'newsroom.json'), JSON.stringify({ ...newsroom, checks: {} }));
		const again = await open(path, worker);
		await again.whole();
		expect(await troubled(again)).toEqual([]);
		expect(again.logged).toEqual([]);
	});

	test('finds stories that were swapped in place, and a copy that comes before its story', async () => {
		const worker = await makeWorker();
		const { path, ids, files } = await newsroomOf(6);
		const first = await open(path, worker);
		await first.whole();
		await first.close();
		const at = (number: number) => join(path, files[number] ?? '');
		await rename(at(0), join(path, 'swap'));
		await rename(at(1), at(0));
		await rename(join(path, 'swap'), at(1));
		await mkdir(join(path, 'articles/2020'));
		await writeFile(join(path, 'articles/2020/copy.json'), await readFile(at(2)));
		const again = await open(path, worker);
		await again.whole();
		const { catalogue, damaged } = again.articles;
		expect(catalogue.get(ids[0] ?? '')?.path).toBe(files[1]);
		expect(catalogue.get(ids[1] ?? '')?.path).toBe(files[0]);
		// The first by path is the story.
		expect(catalogue.get(ids[2] ?? '')?.path).toBe('articles/2020/copy.json');
		expect([...damaged.keys()]).toEqual([files[2]]);
		expect(await total(again)).toBe(6);
		expect(await headlineOf(again, ids[0] ?? '')).toBe('Report 0 from the harbour');
	});

	test('answers while it is built, and a build that is closed in the middle goes on where it was', async () => {
		const worker = await makeWorker();
		const { path } = await newsroomOf(manyStories);
		const first = await open(path, worker);
		const { rows } = await first.articles.index.list(everything);
		expect(first.articles.reading.isWhole()).toBe(false);
		expect(rows.length).toBeLessThan(manyStories);
		await vi.waitUntil(async () => (await total(first)) >= 300, { timeout: 60_000, interval: 5 });
		await first.close();

		const again = await open(path, worker);
		await again.articles.reading.catalogued;
		expect(again.articles.catalogue.size).toBeGreaterThanOrEqual(300);
		// It was put down where it was, not built to its end first.
		expect(again.articles.catalogue.size).toBeLessThan(manyStories);
		await again.whole();
		expect(await total(again)).toBe(manyStories);
		expect(again.articles.catalogue.size).toBe(manyStories);
	});

	test('opens the last story, gives no slug twice and finds nothing missing before everything is read', async () => {
		const worker = await makeWorker();
		const { path, ids, files } = await newsroomOf(manyStories);
		const newsroom = await open(path, worker);
		const { articles } = newsroom;
		const last = ids.at(-1) ?? '';
		const opened = await articles.open(last);
		const made = await articles.create('Story of day 01400');
		expect(articles.reading.isWhole()).toBe(false);
		expect(opened.path).toBe(files.at(-1));
		expect(made.article.slug).toBe('story-of-day-01400-2');
		// One that is nowhere is only called so once every file was read.
		await expect(articles.open(ulid())).rejects.toMatchObject({ failure: { code: 'not-found' } });
		expect(articles.reading.isWhole()).toBe(true);
		expect(await total(newsroom)).toBe(manyStories + 1);
	});

	test('a save, a new story and one put into the trash win over what the scan reads of them', async () => {
		const worker = await makeWorker();
		const { path, ids } = await newsroomOf(manyStories);
		const newsroom = await open(path, worker);
		const { articles } = newsroom;
		const watch = watchNewsroom(newsroom, { settingsChanged: () => {}, log: () => {} });
		const saved: string[] = [];
		for (const id of [ids.at(-1), ids[700], ids[5]]) {
			const { article, revision } = await articles.open(id ?? '');
			const outcome = await articles.save({ ...article, headline: `Saved ${id}` }, revision);
			expect(outcome.kind).toBe('saved');
			saved.push(id ?? '');
		}
		const made = await articles.create('Made meanwhile');
		await articles.trash(ids[1200] ?? '');
		await newsroom.whole();
		await watch.close();
		for (const id of saved) {
			expect(await headlineOf(newsroom, id)).toBe(`Saved ${id}`);
			expect((await articles.open(id)).revision).toBe(articles.catalogue.get(id)?.revision);
		}
		expect(await headlineOf(newsroom, made.article.id)).toBe('Made meanwhile');
		expect(articles.catalogue.get(ids[1200] ?? '')).toBeNull();
		expect(articles.trashed.has(ids[1200] ?? '')).toBe(true);
		expect(await total(newsroom)).toBe(manyStories);
		await newsroom.close();
		const again = await open(path, worker);
		await again.whole();
		expect(again.changes).toEqual([]);
		expect(await headlineOf(again, saved[0] ?? '')).toBe(`Saved ${saved[0]}`);
	});

	test('what went to the trash while nobody looked is in the trash, and what was copied there stays a story', async () => {
		const worker = await makeWorker();
		const { path, ids, files } = await newsroomOf(20);
		await (await open(path, worker)).close();
		const inTrash = (file: string, day: number) =>
			join(path, 'trash', file.replace('.json', `~202601${String(day).padStart(2, '0')}T080000000Z.json`));
		await mkdir(join(path, 'trash/articles/2026/01'), { recursive: true });
		const [moved = '', copied = ''] = files;
		// It was moved there twice: the later one counts.
		await cp(join(path, moved), inTrash(moved, 11));
		await rename(join(path, moved), inTrash(moved, 12));
		await cp(join(path, copied), inTrash(copied, 11));
		const again = await open(path, worker);
		await again.whole();
		const [movedId = '', copiedId = ''] = ids;
		expect(again.articles.catalogue.get(movedId)).toBeNull();
		expect(again.articles.trashed.get(movedId)?.trashed.toISOString()).toBe('2026-01-12T08:00:00.000Z');
		expect(again.articles.catalogue.get(copiedId)?.path).toBe(copied);
		expect(again.articles.trashed.has(copiedId)).toBe(false);
	});

	test('an index that is damaged is made anew', async () => {
		const worker = await makeWorker();
		const { path } = await newsroomOf(20);
		await (await open(path, worker)).close();
		const file = join(path, '.galley/index.db');
		const bytes = await readFile(file);
		bytes.fill(0x5a, 4096);
		await writeFile(file, bytes);
		const again = await open(path, worker);
		await again.whole();
		await vi.waitFor(async () => {
			expect(await total(again)).toBe(20);
			expect((await again.articles.index.list(everything)).rows).toHaveLength(20);
		}, 60_000);
	});

	test('a second window on the newsroom has its index elsewhere, in memory where there is no such place', async () => {
		const worker = await makeWorker();
		const { path, ids } = await newsroomOf(20);
		const first = await open(path, worker);
		const userData = await tempFolder();
		const second = await open(path, worker, userData);
		const third = await open(path, worker);
		await Promise.all([first.whole(), second.whole(), third.whole()]);
		expect(await Promise.all([first, second, third].map(total))).toEqual([20, 20, 20]);
		expect(second.articles.reading.state()).toEqual({ kind: 'ready' });
		expect(third.articles.reading.state()).toMatchObject({ kind: 'unkept' });
		const { article, revision } = await first.articles.open(ids[0] ?? '');
		await first.articles.save({ ...article, headline: 'Saved next door' }, revision);
		const watch = watchNewsroom(second, { settingsChanged: () => {}, log: () => {} });
		onTestFinished(() => watch.close());
		await vi.waitFor(async () => expect(await headlineOf(second, article.id)).toBe('Saved next door'), 60_000);
	});
});

test('a newsroom that may only be read, and one whose own folder leads out of it, are left as they are', async () => {
	const { path } = await newsroomOf(5);
	await edit(join(path, 'newsroom.json'), 'urn:galley:newsroom:1', 'urn:galley:newsroom:9');
	const userData = await tempFolder();
	const readOnly = await open(path, undefined, userData);
	await readOnly.whole();
	expect(await total(readOnly)).toBe(5);
	expect(await readdir(join(path, '.galley'))).not.toContain('index.db');
	expect(await readdir(join(userData, 'index'))).toContainEqual(expect.stringMatching(/\.db$/));

	const other = await newsroomOf(5);
	const elsewhere = await tempFolder();
	await rm(join(other.path, '.galley'), { recursive: true });
	await symlink(elsewhere, join(other.path, '.galley'));
	const linked = await open(other.path, undefined, userData);
	await linked.whole();
	expect(await total(linked)).toBe(5);
	expect(await readdir(elsewhere)).toEqual([]);
});
