import { spawn } from 'node:child_process';
import { mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { runsOf } from '#shared/testing/runs-of.ts';
import { realFileSystem } from '../disk/file-system.ts';
import { openNewsroom } from '../newsroom/open-newsroom.ts';
import { bundleScript } from '../testing/bundle-script.ts';
import { runUntilKilled } from '../testing/run-until-killed.ts';
import { isThere } from './folder/target.ts';
import { planExport, runExport } from './run.ts';
import { all } from './testing/desk.ts';
import { makeTestNewsroom, readFiles, type TestNewsroom, testId } from './testing/test-newsroom.ts';

const runs = runsOf({ short: 10, long: 30 });
const stories = 12;

test(`of ${runs} exports killed at random moments, each leaves the old export or the new one whole`, async () => {
	const script = await bundleScript(join(import.meta.dirname, 'testing/export-loop.ts'));
	const [old, next] = await Promise.all([fill('old'), fill('new')]);
	const target = join(next.root, 'site');
	const foreign: Record<string, string> = { '.git/HEAD': 'ref: refs/heads/main', 'notes/deep/own.txt': 'mine' };
	for (let number = 0; number < 60; number += 1) foreign[`.git/objects/${number}`] = `object ${number}`;
	for (const [path, text] of Object.entries(foreign)) {
		await mkdir(join(target, path, '..'), { recursive: true });
		await writeFile(join(target, path), text);
	}
	const wholes = await Promise.all([old, next].map((newsroom) => exported(newsroom, foreign)));
	await runExport(await old.source(), all, target);

	const figures = { runs: 0, exports: 0, duringBuild: 0, betweenRenames: 0, duringClearing: 0, notWhole: 0 };
	for (let run = 0; run < runs; run += 1) {
		figures.exports += await exportUntilKilled(script, [old.path, next.path, target], run % 2 === 0);
		const beside = await readdir(next.root);
		// At every moment one of the two folders is whole, before anybody has tidied up.
		const atOnce = await readFiles((await isThere(target)) ? target : join(next.root, '.site.galley-former'));
		if (!wholes.includes(JSON.stringify(atOnce))) figures.notWhole += 1;
		if (!(await isThere(target))) figures.betweenRenames += 1;
		else if (beside.includes('.site.galley-former')) figures.duringClearing += 1;
		else if (beside.includes('.site.galley-next')) figures.duringBuild += 1;
		// The next look at the folder ends what was begun.
		await planExport(await old.source(), all, target);
		if (!wholes.includes(JSON.stringify(await readFiles(target)))) figures.notWhole += 1;
		expect((await readdir(next.root)).sort()).toEqual(['newsroom', 'site']);
		figures.runs += 1;
	}
	console.log(
		`${figures.runs} kills in ${figures.exports} finished exports: ${figures.duringBuild} while building, ` +
			`${figures.betweenRenames} between the renames, ${figures.duringClearing} while clearing; ${figures.notWhole} not whole`,
	);
	expect(figures.notWhole).toBe(0);
	expect(figures.duringBuild).toBeGreaterThan(0);
}, 300_000);

test('an export that is killed before its history stands is whole, and no history is worse for it', async () => {
	const script = await bundleScript(join(import.meta.dirname, 'testing/export-cut-off.ts'));
	const newsroom = await makeTestNewsroom();
	const count = 30;
	const write = async (headline: string) => {
		for (let number = 1; number <= count; number += 1)
			await newsroom.write({ id: testId(number), slug: `story-${number}`, headline });
	};
	const target = join(newsroom.root, 'site');
	const reasonsOf = async (number: number) => {
		const opened = await openNewsroom(realFileSystem, newsroom.path, () => {});
		const { revisions } = await opened.history.list(testId(number), null, 9);
		const texts = await Promise.all(revisions.map(({ id }) => opened.history.read(testId(number), id)));
		await opened.close();
		return revisions.map(({ reason, headline }, at) => {
			const text = Buffer.from(texts[at] ?? []).toString('utf8');
			return `${reason} ${headline} ${JSON.parse(text).headline}`;
		});
	};
	await write('First');
	await runExport(await newsroom.source(), all, target);
	await write('Second');
	const child = spawn(process.execPath, [script, newsroom.path, target], { stdio: 'inherit' });
	expect(await new Promise((resolve) => child.on('close', (_code, signal) => resolve(signal)))).toBe('SIGKILL');
	const files = await readFiles(target);
	expect(Object.keys(files)).toHaveLength(count + 6);
	for (let number = 1; number <= count; number += 1) {
		expect(files[`articles/story-${number}.json`]).toContain('"headline": "Second"');
	}
	expect(await reasonsOf(7)).toContain('export First First');
	await write('Third');
	expect((await runExport(await newsroom.source(), all, target)).written).toBe(count);
	const reasons = await reasonsOf(7);
	expect(reasons).toContain('export Third Third');
	expect(reasons).toContain('export First First');
	expect((await readdir(newsroom.root)).sort()).toEqual(['newsroom', 'site']);
}, 300_000);

async function fill(word: string): Promise<TestNewsroom> {
	const newsroom = await makeTestNewsroom();
	const media = `media/2025/03/${word}.svg`;
	await newsroom.picture(media);
	for (let number = 1; number <= stories; number += 1) {
		// Some stories are only in one of the two, so that exports also remove.
		const slug = number % 5 === 0 ? `${word}-${number}` : `story-${number}`;
		await newsroom.write({
			id: testId(number % 5 === 0 && word === 'new' ? number + 1000 : number),
			slug,
			headline: `${word} words`,
			leadImage: { media, alt: word },
		});
	}
	return newsroom;
}

async function exported(newsroom: TestNewsroom, foreign: Record<string, string>): Promise<string> {
	const folder = join(newsroom.root, 'reference');
	await runExport(await newsroom.source(), all, folder);
	const files = { ...(await readFiles(folder)), ...foreign };
	await rm(folder, { recursive: true });
	return JSON.stringify(Object.fromEntries(Object.entries(files).sort(([a], [b]) => (a < b ? -1 : 1))));
}

/**
 * Runs the loop, kills it at a random moment (`late`: about when a new folder takes the place of the old one), and
 * answers how many exports it finished.
 */
async function exportUntilKilled(script: string, args: readonly string[], late: boolean): Promise<number> {
	const killAt = late
		? { mayBe: (output: string) => output.includes('made'), within: 60 }
		: { mayBe: () => true, within: 250 };
	const lines = await runUntilKilled(script, args, killAt);
	return lines.filter((line) => line === 'exported').length;
}
