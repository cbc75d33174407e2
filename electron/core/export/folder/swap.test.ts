import { writeFileSync } from 'node:fs';
import { cp, mkdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { planExport, runExport } from '../run.ts';
import { all, desk, failure } from '../testing/desk.ts';
import { readFiles, testId } from '../testing/test-newsroom.ts';

test('a cancelled export leaves everything as it was', async () => {
	const { newsroom, out, beside } = await desk();
	await runExport(await newsroom.source(), all, out);
	const before = await readFiles(out);
	await newsroom.write({ id: testId(2), slug: 'night-trains', headline: 'Other words', status: 'published' });
	const abort = new AbortController();
	const seen: number[] = [];
	const onProgress = (done: number) => {
		seen.push(done);
		if (done === 1) abort.abort();
	};
	expect(await failure(runExport(await newsroom.source(), all, out, { onProgress, signal: abort.signal }))).toContain(
		'cancelled',
	);
	expect(seen).toEqual([0, 1]);
	expect(await readFiles(out)).toEqual(before);
	expect((await beside()).sort()).toEqual(['newsroom', 'site']);
});

test('a target that somebody changes during the export is not replaced', async () => {
	const { newsroom, out } = await desk();
	await runExport(await newsroom.source(), all, out);
	const before = await readFiles(out);
	await newsroom.write({ id: testId(2), slug: 'night-trains', headline: 'Other words', status: 'published' });
	const onProgress = (done: number, total: number) => {
		if (done === total) writeFileSync(join(out, 'from-elsewhere'), 'x');
	};
	expect(await failure(runExport(await newsroom.source(), all, out, { onProgress }))).toContain(
		'Something else changed',
	);
	expect(await readFiles(out)).toEqual({ ...before, 'from-elsewhere': 'x' });
});

test('two exports to one folder at a time are refused', async () => {
	const { newsroom, out } = await desk();
	const source = await newsroom.source();
	const ends = await Promise.allSettled([runExport(source, all, out), runExport(source, all, out)]);
	expect(ends.map((end) => end.status).sort()).toEqual(['fulfilled', 'rejected']);
	expect(await failure(Promise.reject(ends.find((end) => end.status === 'rejected')?.reason))).toContain(
		'Another export',
	);
});

test('an export that a crash cut between the two renames is put right', async () => {
	const { newsroom, out, beside } = await desk();
	await runExport(await newsroom.source(), all, out);
	const before = await readFiles(out);
	const former = join(newsroom.root, '.site.galley-former');
	await rename(out, former);
	await mkdir(join(newsroom.root, '.site.galley-next'));
	const note = { pid: 2 ** 22 + 1, host: hostname(), started: null, next: '1:1' };
	await writeFile(join(newsroom.root, '.site.galley-export'), JSON.stringify(note));
	await planExport(await newsroom.source(), all, out);
	expect(await readFiles(out)).toEqual(before);
	expect((await beside()).sort()).toEqual(['newsroom', 'site']);
});

test('an export that a crash cut while the former folder was cleared is put right, wherever that was', async () => {
	const { newsroom, out, beside } = await desk();
	await runExport(await newsroom.source(), all, out);
	await mkdir(join(out, '.git'));
	await writeFile(join(out, '.git/HEAD'), 'main');
	const old = join(newsroom.root, 'old');
	await cp(out, old, { recursive: true });
	await newsroom.remove('sea-wall');
	await runExport(await newsroom.source(), all, out);
	const after = await readFiles(out);
	const former = join(newsroom.root, '.site.galley-former');
	const oldFiles = Object.keys(await readFiles(old)).filter((path) => path !== '.galley-export.json');
	for (let cut = 0; cut <= oldFiles.length; cut += 1) {
		await cp(old, former, { recursive: true });
		for (const path of oldFiles.slice(0, cut)) await rm(join(former, path));
		const { dev, ino } = await stat(out);
		const note = { pid: 2 ** 22 + 1, host: hostname(), started: null, next: `${dev}:${ino}` };
		await writeFile(join(newsroom.root, '.site.galley-export'), JSON.stringify(note));
		await planExport(await newsroom.source(), all, out);
		expect(await readFiles(out)).toEqual(after);
		expect((await beside()).sort()).toEqual(['newsroom', 'old', 'site']);
	}
});

test('a former folder that does not belong to the present one is never cleared', async () => {
	const { newsroom, out } = await desk();
	await runExport(await newsroom.source(), all, out);
	const former = join(newsroom.root, '.site.galley-former');
	await cp(out, former, { recursive: true });
	const note = { pid: 2 ** 22 + 1, host: hostname(), started: null, next: '1:1' };
	await writeFile(join(newsroom.root, '.site.galley-export'), JSON.stringify(note));
	expect(await failure(runExport(await newsroom.source(), all, out))).toContain('was interrupted');
	expect(await readFiles(former)).toEqual(await readFiles(out));
});
