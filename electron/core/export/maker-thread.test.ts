import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { realFileSystem } from '../file-system.ts';
import { openNewsroom } from '../open-newsroom.ts';
import { bundleScript } from '../testing/bundle-script.ts';
import type { ExportSource } from './export-source.ts';
import { runExport } from './run-export.ts';
import { all, desk, failure, lead } from './testing/desk.ts';
import { readFiles, testId } from './testing/test-newsroom.ts';

/** A desk with so many ready stories more, which link to one another and share a picture. */
async function fullDesk(count: number) {
	const made = await desk();
	for (let number = 100; number < 100 + count; number += 1) {
		await made.newsroom.write({
			id: testId(number),
			slug: `story-${number}`,
			headline: `Story ${number}`,
			leadImage: number % 7 === 0 ? lead : null,
			related: [{ article: testId(number === 100 ? 1 : number - 1) }],
			...(number % 50 === 0 ? { body: [] } : {}),
		});
	}
	const script = await bundleScript(join(import.meta.dirname, '../search-index/index-worker.ts'));
	const source = async (): Promise<ExportSource> => ({ ...(await made.newsroom.source()), script });
	return { ...made, source };
}

test('threads make the same files as one does by itself, and find the same stories unchanged', async () => {
	const { newsroom, out, source } = await fullDesk(200);
	const alone = join(newsroom.root, 'alone');
	const expected = await runExport(await newsroom.source(), all, alone);
	expect(await runExport(await source(), all, out)).toEqual({ ...expected, folder: out });
	expect(expected).toMatchObject({ written: 198, media: 1 });
	expect(expected.blocked).toHaveLength(4);
	expect(await readFiles(out)).toEqual(await readFiles(alone));
	await newsroom.write({ id: testId(120), slug: 'story-120', headline: 'Other words' });
	// The story itself, and the one that links to it.
	expect(await runExport(await source(), all, out)).toMatchObject({ written: 2, unchanged: 196 });
}, 60_000);

test('of stories that share a slug the newest that is good gets it', async () => {
	const { newsroom, out, source } = await fullDesk(100);
	const story = await readFile(join(newsroom.path, 'articles/2025/03/story-101-000000.json'), 'utf8');
	for (const [number, day] of [
		[901, '30'],
		[902, '29'],
	] as const) {
		const twin = { ...JSON.parse(story), id: testId(number), slug: 'twin', headline: `Of the ${day}th` };
		twin.dates.updated = `2025-03-${day}T08:00:00Z`;
		await writeFile(join(newsroom.path, `articles/2025/03/twin-${number}.json`), JSON.stringify(twin));
	}
	const { blocked } = await runExport(await source(), all, out);
	expect(blocked.find(({ slug }) => slug === 'twin')).toMatchObject({
		headline: 'Of the 29th',
		problems: [{ check: 'slug-taken' }],
	});
	expect(JSON.parse(await readFile(join(out, 'articles/twin.json'), 'utf8')).headline).toBe('Of the 30th');
}, 60_000);

test('an export in threads that is cancelled leaves everything as it was', async () => {
	const { newsroom, out, beside, source } = await fullDesk(300);
	const abort = new AbortController();
	const onProgress = (done: number) => {
		if (done === 40) abort.abort();
	};
	const work = runExport(await source(), all, out, { onProgress, signal: abort.signal });
	expect(await failure(work)).toContain('cancelled');
	expect(await beside()).toEqual(['newsroom']);
	const packs = join(newsroom.path, '.galley/history/packs');
	expect(await readdir(packs)).toEqual([]);
	const opened = await openNewsroom(realFileSystem, newsroom.path, () => {});
	const reasonsOf = async (number: number) =>
		(await opened.history.list(testId(number), null, 9)).revisions.map(({ reason }) => reason);
	expect(await reasonsOf(120)).toEqual([]);
	expect((await runExport(await source(), all, out)).written).toBeGreaterThan(290);
	for (const number of [101, 120, 398]) expect(await reasonsOf(number)).toEqual(['export']);
	const names = await readdir(packs);
	expect(names.filter((name) => name.startsWith('.'))).toEqual([]);
	await opened.close();
}, 60_000);
