import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { SaveOutcome } from '#shared/contract/articles.ts';
import { Article, articleSchemaUrn } from '#shared/model/article.ts';
import { newArticleBytes } from '../articles/article-file.ts';
import { realFileSystem } from '../disk/file-system.ts';
import { revisionOf } from '../json/parsed-file.ts';
import { faultyFileSystem } from '../testing/faulty-file-system.ts';
import { type TempNewsroom, tempFolder, tempNewsroom } from '../testing/temp-newsroom.ts';
import { historyServices } from './history-services.ts';
import { createHistoryStore } from './history-store.ts';

const services = historyServices().history;
const reasons = async (newsroom: TempNewsroom, id: string) =>
	(await newsroom.history.list(id, null, 100)).revisions.map((revision) => revision.reason);

function saved(outcome: SaveOutcome) {
	if (outcome.kind !== 'saved') throw new Error(`it ended as ${outcome.kind}`);
	return outcome;
}

test('saving, a status change and bringing back are in the history, newest first, and each is whole', async () => {
	const newsroom = await tempNewsroom();
	const story = await newsroom.articles.create('Budget');
	const { id } = story.article;
	const one = saved(await newsroom.articles.save({ ...story.article, standfirst: 'One' }, story.revision, 'explicit'));
	const two = saved(await newsroom.articles.save({ ...one.article, status: 'review' }, one.revision));
	const auto = saved(await newsroom.articles.save({ ...two.article, standfirst: 'Typing' }, two.revision));
	expect(await reasons(newsroom, id)).toEqual(['status', 'explicit-save']);
	const { revisions } = await services.list({ id, cursor: null, limit: 100 }, newsroom);
	const first = revisions[1];
	if (first === undefined) throw new Error('no revision');
	expect(await services.get({ id, revision: first.id }, newsroom)).toEqual(one.article);
	const back = saved(await services.restore({ id, revision: first.id, basedOn: auto.revision }, newsroom));
	expect(back.article).toMatchObject({ standfirst: 'One', status: 'review' });
	expect(await reasons(newsroom, id)).toEqual(['restore', 'before-restore', 'status', 'explicit-save']);
	const again = await newsroom.reopen();
	expect(await reasons(again, id)).toHaveLength(4);
});

test('what another program overwrites is kept, and so is what it wrote', async () => {
	const newsroom = await tempNewsroom();
	const story = await newsroom.articles.create('Budget');
	const mine = saved(await newsroom.articles.save({ ...story.article, standfirst: 'Mine' }, story.revision));
	await newsroom.put(story.path, (await newsroom.text(story.path)).replace('Mine', 'Theirs'));
	const theirs = await newsroom.articles.open(story.article.id);
	expect(theirs.article.standfirst).toBe('Theirs');
	const { revisions } = await newsroom.history.list(story.article.id, null, 10);
	expect(revisions.map(({ reason }) => reason)).toEqual(['external', 'before-external']);
	expect(revisions.map(({ revision }) => revision)).toEqual([theirs.revision, mine.revision]);
});

test('what was saved by itself is in the history when the newsroom closes', async () => {
	const newsroom = await tempNewsroom();
	const story = await newsroom.articles.create('Budget');
	const last = saved(await newsroom.articles.save({ ...story.article, standfirst: 'Typed' }, story.revision));
	await newsroom.close();
	expect(await (await newsroom.reopen()).history.list(story.article.id, null, 9)).toMatchObject({
		revisions: [{ reason: 'interval', revision: last.revision }],
	});
});

test('a history that cannot be written never costs the save, at any step', async () => {
	for (const code of ['ENOSPC', 'EIO', 'EACCES', 'EROFS']) {
		for (const operation of ['open', 'file.writeFile', 'file.sync', 'makeFolder'] as const) {
			const faulty = faultyFileSystem();
			const newsroom = await tempNewsroom(faulty.disk);
			const story = await newsroom.articles.create('Budget');
			const isHistory = (path: string) => path.includes('history');
			const mend = faulty.fail({ operation, code, path: isHistory, bytesBefore: 40 });
			const first = saved(
				await newsroom.articles.save({ ...story.article, standfirst: 'A' }, story.revision, 'explicit'),
			);
			expect(first.warning).toContain('The story itself is saved');
			expect(await newsroom.text(story.path)).toContain('"standfirst": "A"');
			mend();
			const next = saved(
				await newsroom.articles.save({ ...first.article, standfirst: 'B' }, first.revision, 'explicit'),
			);
			expect(next.warning).toBeUndefined();
			expect((await newsroom.history.list(story.article.id, null, 9)).revisions[0]?.revision).toBe(next.revision);
		}
	}
}, 300_000);

test('a thousand revisions are added without reading, listed with one reading, and take little room', async () => {
	const folder = await tempFolder();
	const path = join(folder, '01JQNV3M8Z4T6W9X2Y5B7C1D3F.log');
	let clock = Date.parse('2026-05-01T00:00:00Z');
	const { disk, calls } = faultyFileSystem({
		...realFileSystem,
		open: async (name: string, flags: 'wx' | 'a' | 'r') => {
			const file = await realFileSystem.open(name, flags);
			// What counts here is reading and bytes, so the disk need not be waited for.
			return {
				writeFile: file.writeFile.bind(file),
				chmod: file.chmod.bind(file),
				close: file.close.bind(file),
				sync: async () => {},
			};
		},
	});
	const readings = () => (calls.get('readFile') ?? 0) + (calls.get('readPart') ?? 0) + (calls.get('readUnlinked') ?? 0);
	const options = {
		disk,
		folder,
		checkPath: async () => {},
		author: async () => 'Mara',
		now: () => {
			clock += 1000;
			return new Date(clock);
		},
		changed: () => {},
		log: () => {},
	};
	const store = createHistoryStore(options);
	const words = 'The harbour wall held through the night and the council met at dawn to count the cost of it';
	const html = (block: number, number: number) =>
		`Paragraph ${block}, ${words
			.split(' ')
			.map((word, at) => (at === number % 18 ? `${word}${number}` : word))
			.join(' ')}. `.repeat(5);
	const story = (number: number) => {
		const article = Article.parse({
			$schema: articleSchemaUrn,
			id: '01JQNV3M8Z4T6W9X2Y5B7C1D3F',
			slug: 'harbour',
			headline: 'Harbour wall holds',
			dates: { created: '2026-05-01T00:00:00Z', updated: new Date(clock).toISOString() },
			body: Array.from({ length: 36 }, (_, block) => ({
				id: `b${block}`,
				type: 'paragraph',
				html: html(block, block === number % 36 ? number : 0),
			})),
		});
		const bytes = newArticleBytes(article);
		return { article, bytes, revision: revisionOf(bytes) };
	};
	let raw = 0;
	for (let number = 1; number <= 1000; number += 1) {
		const now = story(number);
		raw += now.bytes.length;
		await store.keep(now, 'interval');
	}
	// The first one looks for what is there.
	expect(readings()).toBeLessThanOrEqual(1);
	const before = readings();
	const page = await createHistoryStore(options).list('01JQNV3M8Z4T6W9X2Y5B7C1D3F', null, 1000);
	expect(readings()).toBe(before + 1);
	const { size } = await stat(path);
	console.log(`1,000 revisions: ${size} bytes for ${raw}, ${((size / raw) * 100).toFixed(1)} %`);
	expect(page.revisions).toHaveLength(1000);
	expect(size).toBeLessThan(raw / 10);
	const last = page.revisions[0];
	expect(revisionOf(await store.read('01JQNV3M8Z4T6W9X2Y5B7C1D3F', last?.id ?? ''))).toBe(last?.revision);
}, 300_000);
