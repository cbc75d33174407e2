import { readdir, readFile, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { ulid } from 'ulid';
import { expect, test } from 'vitest';
import type { OpenedArticle, SaveOutcome } from '#shared/contract/articles.ts';
import { Article, articleSchemaUrn } from '#shared/model/article.ts';
import { newArticleBytes } from '../article-file.ts';
import { createStory, openStory, saveStory } from '../article-store.ts';
import { realFileSystem } from '../file-system.ts';
import { revisionOf } from '../parsed-file.ts';
import { faultyFileSystem } from '../testing/faulty-file-system.ts';
import { type TempNewsroom, tempFolder, tempNewsroom } from '../testing/temp-newsroom.ts';
import { exportHistories } from './export-history.ts';
import { historyServices } from './history-services.ts';
import { createHistoryStore } from './history-store.ts';
import { createPackWriter } from './pack-writer.ts';

const services = historyServices().history;
const reasons = async (desk: TempNewsroom, id: string) =>
	(await desk.history.list(id, null, 100)).revisions.map((revision) => revision.reason);

function saved(outcome: SaveOutcome) {
	if (outcome.kind !== 'saved') throw new Error(`it ended as ${outcome.kind}`);
	return outcome;
}

test('saving, a status change and bringing back are in the history, newest first, and each is whole', async () => {
	const desk = await tempNewsroom();
	const story = await createStory(desk.shelf, 'Budget');
	const { id } = story.article;
	const one = saved(await saveStory(desk.shelf, { ...story.article, standfirst: 'One' }, story.revision, 'explicit'));
	const two = saved(await saveStory(desk.shelf, { ...one.article, status: 'review' }, one.revision));
	const auto = saved(await saveStory(desk.shelf, { ...two.article, standfirst: 'Typing' }, two.revision));
	expect(await reasons(desk, id)).toEqual(['status', 'explicit-save']);
	const { revisions } = await services.list({ id, cursor: null, limit: 100 }, desk);
	const first = revisions[1];
	if (first === undefined) throw new Error('no revision');
	expect(await services.get({ id, revision: first.id }, desk)).toEqual(one.article);
	const back = saved(await services.restore({ id, revision: first.id, basedOn: auto.revision }, desk));
	expect(back.article).toMatchObject({ standfirst: 'One', status: 'review' });
	expect(await reasons(desk, id)).toEqual(['restore', 'before-restore', 'status', 'explicit-save']);
	const again = await desk.reopen();
	expect(await reasons(again, id)).toHaveLength(4);
});

test('what another program overwrites is kept, and so is what it wrote', async () => {
	const desk = await tempNewsroom();
	const story = await createStory(desk.shelf, 'Budget');
	const mine = saved(await saveStory(desk.shelf, { ...story.article, standfirst: 'Mine' }, story.revision));
	await desk.put(story.path, (await desk.text(story.path)).replace('Mine', 'Theirs'));
	const theirs = await openStory(desk.shelf, story.article.id);
	expect(theirs.article.standfirst).toBe('Theirs');
	const { revisions } = await desk.history.list(story.article.id, null, 10);
	expect(revisions.map(({ reason }) => reason)).toEqual(['external', 'before-external']);
	expect(revisions.map(({ revision }) => revision)).toEqual([theirs.revision, mine.revision]);
});

test('what was saved by itself is in the history when the newsroom closes', async () => {
	const desk = await tempNewsroom();
	const story = await createStory(desk.shelf, 'Budget');
	const last = saved(await saveStory(desk.shelf, { ...story.article, standfirst: 'Typed' }, story.revision));
	await desk.close();
	expect(await (await desk.reopen()).history.list(story.article.id, null, 9)).toMatchObject({
		revisions: [{ reason: 'interval', revision: last.revision }],
	});
});

test('a history that cannot be written never costs the save, at any step', async () => {
	for (const code of ['ENOSPC', 'EIO', 'EACCES', 'EROFS']) {
		for (const operation of ['open', 'file.writeFile', 'file.sync', 'makeFolder'] as const) {
			const faulty = faultyFileSystem();
			const desk = await tempNewsroom(faulty.disk);
			const story = await createStory(desk.shelf, 'Budget');
			const isHistory = (path: string) => path.includes('history');
			const mend = faulty.fail({ operation, code, path: isHistory, bytesBefore: 40 });
			const first = saved(
				await saveStory(desk.shelf, { ...story.article, standfirst: 'A' }, story.revision, 'explicit'),
			);
			expect(first.warning).toContain('The story itself is saved');
			expect(await desk.text(story.path)).toContain('"standfirst": "A"');
			mend();
			const next = saved(
				await saveStory(desk.shelf, { ...first.article, standfirst: 'B' }, first.revision, 'explicit'),
			);
			expect(next.warning).toBeUndefined();
			expect((await desk.history.list(story.article.id, null, 9)).revisions[0]?.revision).toBe(next.revision);
		}
	}
}, 60_000);

test('a thousand revisions are listed fast and take little room', async () => {
	const folder = await tempFolder();
	const path = join(folder, 'history', 'story.log');
	let clock = Date.parse('2026-05-01T00:00:00Z');
	const options = {
		disk: {
			...realFileSystem,
			open: async (name: string, flags: 'wx' | 'a' | 'r') => {
				const file = await realFileSystem.open(name, flags);
				// Here the figures are of reading and of bytes, so the disk need not be waited for.
				return {
					writeFile: file.writeFile.bind(file),
					chmod: file.chmod.bind(file),
					close: file.close.bind(file),
					sync: async () => {},
				};
			},
		},
		pathOf: () => path,
		packFolder: join(folder, 'packs'),
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
	const floorStart = performance.now();
	await readFile(path);
	const floor = performance.now() - floorStart;
	const listStart = performance.now();
	const page = await createHistoryStore(options).list('01JQNV3M8Z4T6W9X2Y5B7C1D3F', null, 1000);
	const list = performance.now() - listStart;
	const { size } = await stat(path);
	console.log(
		`1,000 revisions: listed in ${list.toFixed(1)} ms (reading the bytes alone ${floor.toFixed(1)} ms); ${size} bytes for ${raw}, ${((size / raw) * 100).toFixed(1)} %`,
	);
	expect(page.revisions).toHaveLength(1000);
	expect(list).toBeLessThan(300);
	expect(size).toBeLessThan(raw / 10);
	const last = page.revisions[0];
	expect(revisionOf(await store.read('01JQNV3M8Z4T6W9X2Y5B7C1D3F', last?.id ?? ''))).toBe(last?.revision);
}, 60_000);

/** What the maker with this number keeps of these stories. */
async function keptBy(desk: TempNewsroom, number: number, stories: readonly OpenedArticle[]) {
	const { place, newest } = await desk.history.makeRoom();
	const writer = createPackWriter(realFileSystem, place, number);
	for (const { article, revision } of stories) {
		const at = new Date();
		const { id, status, headline } = article;
		const past = { id: ulid(at.getTime()), at: at.toISOString(), author: 'Mara', reason: 'export' as const, status };
		const bytes = newArticleBytes(article);
		await writer.add([{ article: id, revision: { ...past, headline, words: 0, revision }, bytes }]);
	}
	return { place, newest, kept: await writer.finish() };
}

const histories = (desk: TempNewsroom) => {
	const found = exportHistories(desk, desk.log);
	if (found === null) throw new Error('nothing can be kept here');
	return found;
};

test('an exported story is in the history as it was exported, once for the same text', async () => {
	const desk = await tempNewsroom();
	const story = await createStory(desk.shelf, 'Budget');
	for (let time = 0; time < 2; time += 1) {
		const { kept } = await keptBy(desk, 0, [story]);
		expect(kept).toMatchObject({ packs: [], problem: null });
		await histories(desk).keep([kept]);
	}
	expect(await reasons(desk, story.article.id)).toEqual(['export']);
});

test('what an export keeps of many stories is in a pack, found among the other revisions, also without its contents', async () => {
	const desk = await tempNewsroom();
	const stories: OpenedArticle[] = [];
	for (let number = 0; number < 130; number += 1) stories.push(await createStory(desk.shelf, `Story ${number}`));
	const some = stories[77];
	if (some === undefined) throw new Error('no story');
	const { id } = some.article;
	const saveAs = async (standfirst: string, present: OpenedArticle) =>
		saved(await saveStory(desk.shelf, { ...present.article, standfirst }, present.revision, 'explicit'));
	const { kept, place, newest } = await keptBy(desk, 0, stories);
	expect(kept).toMatchObject({ loose: [], problem: null });
	// Nothing counts before the export stands.
	expect(await reasons(desk, id)).toEqual([]);
	await histories(desk).keep([kept]);
	expect(newest(id)).toBe(some.revision);
	expect(await reasons(desk, id)).toEqual(['export']);
	const after = await saveAs('After', some);
	expect(await reasons(desk, id)).toEqual(['explicit-save', 'export']);
	const next = await keptBy(desk, 0, [...stories.filter((story) => story !== some), { ...some, ...after }]);
	await histories(desk).discard(next.place);
	expect(await readdir(place.folder)).toHaveLength(2);
	for (const isWhole of [true, false]) {
		if (!isWhole)
			for (const name of await readdir(place.folder)) {
				if (name.endsWith('.contents')) await rm(join(place.folder, name));
			}
		const again = await desk.reopen();
		const [, exported] = (await again.history.list(id, null, 9)).revisions;
		if (exported === undefined) throw new Error('the export is not in the history');
		expect(await services.get({ id, revision: exported.id }, again)).toEqual(some.article);
		expect(revisionOf((await again.history.find(id, some.revision)) ?? new Uint8Array())).toBe(some.revision);
		expect(await reasons(again, stories[0]?.article.id ?? '')).toEqual(['export']);
		await again.close();
	}
});

test('a pack that cannot be written costs the export nothing, and is told', async () => {
	const desk = await tempNewsroom();
	const stories: OpenedArticle[] = [];
	for (let number = 0; number < 110; number += 1) stories.push(await createStory(desk.shelf, `Story ${number}`));
	const faulty = faultyFileSystem();
	const { place } = await desk.history.makeRoom();
	for (const operation of ['open', 'file.writeFile', 'file.sync'] as const) {
		const mend = faulty.fail({ operation, code: 'ENOSPC' });
		const writer = createPackWriter(faulty.disk, place, 0);
		const at = new Date().toISOString();
		await writer.add(
			stories.map(({ article, revision }) => ({
				article: article.id,
				revision: { id: ulid(), at, author: '', reason: 'export', status: 'draft', headline: '', words: 0, revision },
				bytes: newArticleBytes(article),
			})),
		);
		expect(await writer.finish()).toMatchObject({ packs: [], problem: expect.stringContaining('ENOSPC') });
		mend();
		await desk.history.discard(place);
		expect(await readdir(place.folder)).toEqual([]);
	}
});
