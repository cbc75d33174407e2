import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { runExport } from './run.ts';
import { all, desk } from './testing/desk.ts';
import { readFiles } from './testing/test-newsroom.ts';

/** Kept from judging to making, and read once more. */
const ways = [undefined, 0];

test('stories that are not kept from judging to making come out the same', async () => {
	const { newsroom, out } = await desk();
	await runExport(await newsroom.source(), all, out);
	const kept = await readFiles(out);
	await rm(out, { recursive: true });
	await runExport(await newsroom.source(), all, out, { mostKept: 0 });
	expect(await readFiles(out)).toEqual(kept);
});

/** Exports a newsroom in which another program does something to a file once both stories are judged, and none is made. */
async function exportBeside(mostKept: number | undefined, change: (file: string) => void) {
	const { newsroom, out } = await desk();
	const source = await newsroom.source();
	const file = newsroom.file('night-trains');
	let isChanged = false;
	const onProgress = (done: number) => {
		if (done < 2 || isChanged) return;
		isChanged = true;
		change(file);
	};
	const report = await runExport(source, all, out, { mostKept, onProgress });
	return { report, files: await readFiles(out) };
}

const edit = (from: string, to: string) => (file: string) =>
	writeFileSync(file, readFileSync(file, 'utf8').replace(from, to));

test.each(ways)(
	'a story that is taken back while the export is made does not go out, nor any link (%s)',
	async (kept) => {
		const { report, files } = await exportBeside(kept, edit('"published"', '"withdrawn"'));
		expect(report).toMatchObject({ written: 1 });
		expect(Object.keys(files)).not.toContain('articles/night-trains.json');
		expect(JSON.stringify(files)).not.toContain('Night trains return');
	},
);

test.each(ways)('what links show of a story is as its file is, also when that changes meanwhile (%s)', async (kept) => {
	const { files } = await exportBeside(kept, edit('Night trains return', 'Night trains stay'));
	expect(JSON.stringify(files)).not.toContain('Night trains return');
	expect(files['articles/sea-wall.json']).toContain('Night trains stay');
});

test('a story that is deleted while the export reads it again does not go out', async () => {
	const { report, files } = await exportBeside(0, (file) => rmSync(file));
	expect(report).toMatchObject({ written: 1 });
	expect(JSON.stringify(files)).not.toContain('Night trains return');
});

test('a story that is taken back while it comes out as before goes, with the links to it', async () => {
	const { newsroom, out } = await desk();
	await runExport(await newsroom.source(), all, out);
	const source = await newsroom.source();
	const onProgress = (done: number) => {
		if (done === 3) edit('"published"', '"withdrawn"')(newsroom.file('night-trains'));
	};
	expect(await runExport(source, all, out, { onProgress })).toMatchObject({ removed: 1 });
	expect(JSON.stringify(await readFiles(out))).not.toContain('Night trains return');
});
