import { mkdir, rm, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { StoryFilter } from '#shared/contract/articles.ts';
import type { StoryChange } from '#shared/contract/bulk.ts';
import type { Article } from '#shared/model/article.ts';
import { realFileSystem } from '../disk/file-system.ts';
import { makePipe } from '../testing/make-pipe.ts';
import { failingDisk, systemError, tempNewsroom, tempSample } from '../testing/temp-newsroom.ts';
import { everything, makeBulk, stories } from './testing/make-bulk.ts';

test.each<[StoryChange, (story: Article) => boolean]>([
	[{ kind: 'status', status: 'draft' }, ({ status }) => status === 'draft'],
	[{ kind: 'trending', trending: true }, ({ trending }) => trending],
	[
		{ kind: 'categories', add: ['science'], remove: ['world'] },
		({ categories }) => categories.includes('science') && !categories.includes('world'),
	],
])('$kind of every story is changed, stays after a restart, and can be undone even then', async (change, isChanged) => {
	const newsroom = await tempSample();
	const before = new Map((await stories(newsroom)).map((story) => [story.id, story]));
	const already = [...before.values()].filter(isChanged).length;
	const bulk = makeBulk(newsroom);
	const report = await bulk.change(everything, change);
	expect(report).toMatchObject({
		changed: before.size - already,
		unchanged: already,
		failedCount: 0,
		cancelled: false,
	});
	await newsroom.close();
	const again = await newsroom.reopen();
	expect((await stories(again)).every(isChanged)).toBe(true);
	await again.close();

	const open = await newsroom.reopen();
	const second = makeBulk(open);
	expect(await second.done()).toMatchObject([{ undo: report.undo, stories: report.changed, change }]);
	expect(await second.undo(report)).toMatchObject({ changed: report.changed, failedCount: 0, undo: null });
	expect(new Map((await stories(open)).map((story) => [story.id, story]))).toEqual(before);
	expect(await second.done()).toEqual([]);
	await open.close();
});

test('all that a filter finds but some goes to the trash and comes back', async () => {
	const newsroom = await tempSample();
	const published = (await stories(newsroom)).filter(({ status }) => status === 'published');
	const [spared] = published;
	if (spared === undefined) throw new Error('nothing in the sample is published');
	const bulk = makeBulk(newsroom);
	const filter = StoryFilter.parse({ queue: 'published' });
	const report = await bulk.change({ kind: 'filter', filter, except: [spared.id] }, { kind: 'trash' });
	expect(report.changed).toBe(published.length - 1);
	expect(newsroom.articles.trashed.size).toBe(published.length - 1);
	expect(newsroom.articles.catalogue.get(spared.id)).not.toBeNull();
	expect((await bulk.undo(report)).changed).toBe(published.length - 1);
	expect(newsroom.articles.trashed.size).toBe(0);
	await newsroom.close();
});

test('a story that went to the trash since gets back what it had there, and one that is gone is named', async () => {
	const newsroom = await tempNewsroom();
	const { article } = await newsroom.articles.create('Budget');
	const gone = await newsroom.articles.create('Storm');
	const bulk = makeBulk(newsroom);
	const report = await bulk.change(everything, { kind: 'trending', trending: true });
	await bulk.change(everything, { kind: 'trash' });
	await newsroom.articles.emptyTrash([gone.article.id]);
	const undone = await bulk.undo(report);
	expect(undone).toMatchObject({ changed: 1, failedCount: 1 });
	expect(undone.failed).toMatchObject([{ id: gone.article.id, reason: expect.stringContaining('no longer') }]);
	await newsroom.articles.restore(article.id);
	expect((await newsroom.articles.open(article.id)).article).toEqual(article);
	await newsroom.close();
});

test('each changed story has its former state in its history', async () => {
	const newsroom = await tempNewsroom();
	const { article } = await newsroom.articles.create('Budget');
	const bulk = makeBulk(newsroom);
	await bulk.change({ kind: 'ids', ids: [article.id] }, { kind: 'trending', trending: true });
	await bulk.change({ kind: 'ids', ids: [article.id] }, { kind: 'status', status: 'review' });
	const { revisions } = await newsroom.history.list(article.id, null, 10);
	expect(revisions.map(({ reason }) => reason)).toEqual(['status', 'explicit-save']);
	await newsroom.close();
});

test('a story that cannot be changed is told with its reason, and the others are changed', async () => {
	const newsroom = await tempSample();
	const all = await stories(newsroom);
	const [newer, broken] = [...newsroom.articles.catalogue.paths()];
	if (newer === undefined || broken === undefined) throw new Error('the sample has no stories');
	await newsroom.put(newer, (await newsroom.text(newer)).replace('urn:galley:article:1', 'urn:galley:article:99'));
	await newsroom.put(broken, '{ "id": ');
	const report = await makeBulk(newsroom).change(
		{ kind: 'ids', ids: all.map(({ id }) => id) },
		{ kind: 'categories', add: ['middle-east'], remove: [] },
	);
	expect(report.failedCount).toBe(2);
	expect(report.failed.map(({ reason }) => reason).join()).toMatch(/newer|damaged/);
	expect(report.changed + report.unchanged).toBe(all.length - 2);
	expect(await newsroom.text(broken)).toBe('{ "id": ');
	await newsroom.close();
});

test('cancelling leaves what is done, which can be undone', async () => {
	const newsroom = await tempSample();
	const all = await stories(newsroom);
	const bulk = makeBulk(newsroom, 1);
	const report = await bulk.change(everything, { kind: 'status', status: 'draft' });
	expect(report.cancelled).toBe(true);
	expect(report.changed).toBeGreaterThan(0);
	expect(report.changed).toBeLessThan(all.length - 1);
	const differs = async () =>
		(await stories(newsroom)).filter(({ id, status }) => status !== all.find((story) => story.id === id)?.status);
	expect(await differs()).toHaveLength(report.changed);
	expect(await bulk.undo(report)).toMatchObject({ changed: report.changed, failedCount: 0, cancelled: false });
	expect(await differs()).toEqual([]);
	await newsroom.close();
});

test('an undoing that is cancelled can be gone on with', async () => {
	const newsroom = await tempSample();
	const before = await stories(newsroom);
	const bulk = makeBulk(newsroom, 2);
	const report = await bulk.change(everything, { kind: 'status', status: 'draft' });
	const begun = await bulk.undo(report);
	expect(begun.cancelled).toBe(true);
	expect(begun.changed).toBeLessThan(report.changed);
	const rest = await bulk.undo(report);
	expect(begun.changed + rest.changed).toBe(report.changed);
	for (const { id, status } of await stories(newsroom))
		expect(status).toBe(before.find((story) => story.id === id)?.status);
	await newsroom.close();
});

test('a disk that fills in the middle ends it with the reason, and what was changed can be undone', async () => {
	let room = Number.POSITIVE_INFINITY;
	const disk = failingDisk({
		open: async (path, flags) => {
			if (flags !== 'r' && path.includes('/articles/')) room -= 1;
			if (flags !== 'r' && room < 0) throw systemError('ENOSPC');
			return realFileSystem.open(path, flags);
		},
	});
	const newsroom = await tempNewsroom(disk);
	for (let number = 0; number < 40; number += 1) await newsroom.articles.create(`Story ${number}`);
	room = 10;
	const bulk = makeBulk(newsroom);
	const report = await bulk.change(everything, { kind: 'trending', trending: true });
	expect(report).toMatchObject({ cancelled: false, stopped: expect.stringMatching(/full/) });
	expect(report.changed).toBeGreaterThan(0);
	expect(report.changed + report.failedCount).toBeLessThan(40);
	room = Number.POSITIVE_INFINITY;
	expect((await bulk.undo(report)).changed).toBe(report.changed);
	expect((await stories(newsroom)).some(({ trending }) => trending)).toBe(false);
	await newsroom.close();
});

test('a disk that takes nothing ends it with the reason, and nothing is half changed', async () => {
	let isFull = false;
	const disk = failingDisk({
		open: async (path, flags) => {
			if (isFull && flags !== 'r') throw systemError('ENOSPC');
			return realFileSystem.open(path, flags);
		},
	});
	const newsroom = await tempNewsroom(disk);
	for (let number = 0; number < 20; number += 1) await newsroom.articles.create(`Story ${number}`);
	const before = await stories(newsroom);
	isFull = true;
	const bulk = makeBulk(newsroom);
	const state = await bulk.end(bulk.start.change(newsroom, everything, { kind: 'trending', trending: true }));
	expect(state).toMatchObject({ kind: 'failed', failure: { code: 'disk' } });
	expect(await stories(newsroom)).toEqual(before);
	await newsroom.close();
});

test('many stories that cannot be read, one after the other, keep no other story from being changed', async () => {
	const newsroom = await tempNewsroom();
	const made = [];
	for (let number = 0; number < 40; number += 1) made.push(await newsroom.articles.create(`Story ${number}`));
	const [pipes, folders, loops] = [made.slice(3, 14), made.slice(14, 24), made.slice(24, 34)];
	for (const { path } of pipes) makePipe(join(newsroom.path, path));
	for (const { path } of folders) {
		await rm(join(newsroom.path, path));
		await mkdir(join(newsroom.path, path));
	}
	for (const { path } of loops) {
		await rm(join(newsroom.path, path));
		await symlink(join(newsroom.path, path), join(newsroom.path, path));
	}
	const report = await makeBulk(newsroom).change(everything, { kind: 'trending', trending: true });
	expect(report).toMatchObject({ changed: 9, failedCount: 31, stopped: null });
	const reasons = new Set(report.failed.map(({ reason }) => reason.replace(/^Could not read \S+: /, '')));
	expect([...reasons].sort()).toEqual([
		expect.stringContaining('a folder stands where a file is needed'),
		expect.stringContaining('it is neither a file nor a folder'),
		expect.stringContaining('the links on its path lead nowhere'),
	]);
	await newsroom.close();
}, 300_000);

test('stories that cannot be written, one after the other, keep no other story from being changed', async () => {
	let closed = '';
	const disk = failingDisk({
		open: async (path, flags) => {
			if (closed !== '' && flags === 'wx' && path.includes(closed)) throw systemError('EACCES');
			return realFileSystem.open(path, flags);
		},
	});
	const newsroom = await tempNewsroom(disk);
	for (let number = 0; number < 15; number += 1) await newsroom.articles.create(`Closed ${number}`);
	for (let number = 0; number < 5; number += 1) await newsroom.articles.create(`Open ${number}`);
	closed = '/.closed-';
	const report = await makeBulk(newsroom).change(everything, { kind: 'trending', trending: true });
	expect(report).toMatchObject({ changed: 5, failedCount: 15, stopped: null });
	await newsroom.close();
});

test('a status that a story cannot have next is refused for that story, as it is one by one', async () => {
	const newsroom = await tempSample();
	const all = await stories(newsroom);
	const out = all.filter(({ status }) => status === 'published').length;
	const bulk = makeBulk(newsroom);
	const ready = await bulk.change(everything, { kind: 'status', status: 'ready' });
	expect(ready.failedCount).toBe(out);
	expect(ready.failed[0]?.reason).toBe('It is published, and next it can only be “Draft” or “Withdrawn”.');
	const withdrawn = await bulk.change(everything, { kind: 'status', status: 'withdrawn' });
	const hadBy = all.filter(({ dates }) => dates.published !== null).length;
	expect(withdrawn).toMatchObject({ changed: hadBy, failedCount: all.length - hadBy });
	expect(withdrawn.failed[0]?.reason).toContain('Readers never had it');
	await newsroom.close();
});

test('a category that is not in the taxonomy is refused before anything is changed', async () => {
	const newsroom = await tempSample();
	const { start } = makeBulk(newsroom);
	expect(() => start.change(newsroom, everything, { kind: 'categories', add: ['nowhere'], remove: [] })).toThrow(
		/nowhere/,
	);
	await newsroom.close();
});
