import { mkdir, rm, symlink, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import type { NewsroomPath } from '../newsroom-path.ts';
import { bundleScript } from '../testing/bundle-script.ts';
import { tempFolder } from '../testing/temp-newsroom.ts';
import { compareFiles } from './file-comparison.ts';
import { unpackMarks } from './file-records.ts';
import { createFolderLooker } from './folder-looker.ts';
import { type FolderLooks, lookAtFolders } from './folder-looks.ts';
import { markNow } from './story-files.ts';

const textOf = ([path, mark]: readonly [string, string]) => `${path}\0${mark}\0`;

/** Marks, packed, so many at a time. */
function packed(marks: readonly (readonly [string, string])[], size: number): Uint8Array[] {
	const runs: Uint8Array[] = [];
	for (let at = 0; at < marks.length; at += size)
		runs.push(
			Buffer.from(
				marks
					.slice(at, at + size)
					.map(textOf)
					.join(''),
			),
		);
	return runs;
}

/** As the disk lists files: in the order of JavaScript. */
const filesOf = (marks: ReadonlyMap<string, string>, size: number) =>
	packed(
		[...marks].sort(([a], [b]) => (a < b ? -1 : 1)),
		size,
	);

/** As the database lists what the index has: in the order of bytes. */
const storedOf = (marks: ReadonlyMap<string, string>, size: number) =>
	packed(
		[...marks].sort(([a], [b]) => Buffer.compare(Buffer.from(a), Buffer.from(b))),
		size,
	);

function compare(files: ReadonlyMap<string, string>, stored: ReadonlyMap<string, string>, size = 2) {
	const steps = compareFiles(filesOf(files, 3), storedOf(stored, size));
	let step = steps.next();
	while (!step.done) step = steps.next();
	return { files: [...step.value.files].sort(), stored: [...step.value.stored].sort() };
}

test('what is as the index has it is found in any order of letters, those beyond the first 65,536 included', () => {
	// By its bytes, U+FF5E comes before U+1D11E; as JavaScript has it, behind.
	const names = fc.constantFrom('a', 'b', 'é', '\uff5e', '\u{1d11e}', '\u{1d11e}a', '\uff5ez', '\ue000');
	const path = fc.array(names, { minLength: 1, maxLength: 3 }).map((parts) => `articles/${parts.join('/')}`);
	const some = fc.array(fc.tuple(path, fc.constantFrom('1', '2')), { maxLength: 12 }).map((pairs) => new Map(pairs));
	fc.assert(
		fc.property(some, some, fc.integer({ min: 1, max: 4 }), (files, stored, size) => {
			const isSame = ([path, mark]: readonly [string, string]) => files.get(path) === mark && stored.get(path) === mark;
			expect(compare(files, stored, size)).toEqual({
				files: [...files].filter((each) => !isSame(each)).sort(),
				stored: [...stored].filter((each) => !isSame(each)).sort(),
			});
		}),
	);
});

test('two stories that were swapped in place are both other than the index has them', () => {
	const before = [
		['articles/a.json', '7 100 5'],
		['articles/b.json', '8 100 5'],
	] as const;
	const after = [
		['articles/a.json', '8 100 5'],
		['articles/b.json', '7 100 5'],
	] as const;
	expect(compare(new Map(after), new Map(before))).toEqual({ files: after, stored: before });
});

async function manyFolders(): Promise<{ newsroom: NewsroomPath; paths: string[] }> {
	// Only `checkNewsroomPath` gives the type; this is a folder that was just made.
	const newsroom = (await tempFolder()) as NewsroomPath;
	const paths = [...Array(60).keys()].flatMap((folder) => [
		`articles/${folder}/${folder}.json`,
		`articles/${folder}/${folder}/a.json`,
		`articles/${folder}-.json`,
	]);
	for (const path of paths) {
		await mkdir(dirname(join(newsroom, path)), { recursive: true });
		await writeFile(join(newsroom, path), path);
	}
	await writeFile(join(newsroom, 'articles/.hidden.json'), '');
	await writeFile(join(newsroom, 'articles/notes.txt'), '');
	await symlink('elsewhere', join(newsroom, 'articles/link'));
	return { newsroom, paths: [...paths, 'articles/link'].sort() };
}

async function finish(looks: FolderLooks): Promise<void> {
	for (const wait of looks.steps) await wait;
}

function found(newsroom: NewsroomPath, looks: FolderLooks): string[] {
	const texts = [...looks.marks('articles')].flatMap(unpackMarks);
	const paths = texts.filter((_, at) => at % 2 === 0);
	expect(texts).toEqual(paths.flatMap((path) => [path, markNow(newsroom, path)?.mark]));
	return paths;
}

const start = async (newsroom: NewsroomPath, logged: string[]) =>
	createFolderLooker(await looker(), newsroom, ['articles'], (message) => logged.push(message));
const looker = () => bundleScript(join(import.meta.dirname, 'index-worker.ts'));

test('a thread of its own finds the same, whoever looks at more of it', async () => {
	const { newsroom, paths } = await manyFolders();
	const plain = lookAtFolders(newsroom, ['articles']);
	await finish(plain);
	expect(found(newsroom, plain)).toEqual(paths);
	expect([plain.filesSeen(), plain.folders().size]).toEqual([181, 121]);

	const logged: string[] = [];
	const helped = lookAtFolders(newsroom, ['articles'], await start(newsroom, logged));
	await finish(helped);
	expect(found(newsroom, helped)).toEqual(paths);
	expect(helped.folders()).toEqual(plain.folders());
	expect(helped.filesSeen()).toBe(181);
	expect(logged).toEqual([]);
	await rm(newsroom, { recursive: true });
	const gone = lookAtFolders(newsroom, ['articles']);
	await finish(gone);
	expect(found(newsroom, gone)).toEqual([]);
});

test('the files of one large folder are shared, and what a thread that died has left is looked at all the same', async () => {
	const newsroom = (await tempFolder()) as NewsroomPath;
	const paths = [...Array(1000).keys()].map((number) => `articles/${String(number).padStart(4, '0')}.json`);
	await mkdir(join(newsroom, 'articles'));
	for (const path of paths) await writeFile(join(newsroom, path), path);

	const logged: string[] = [];
	const helper = await start(newsroom, logged);
	// By itself it goes on to the end.
	await vi.waitUntil(() => Atomics.load(helper.taken, 0) === 4);
	const gathered = lookAtFolders(newsroom, ['articles'], helper);
	await finish(gathered);
	expect(found(newsroom, gathered)).toEqual(paths);
	expect(Atomics.load(helper.taken, 0)).toBe(4);

	const dying = await start(newsroom, logged);
	// It has taken two parts, of which nothing is heard any more.
	expect(Atomics.compareExchange(dying.taken, 0, 0, 2)).toBe(0);
	dying.close();
	const left = lookAtFolders(newsroom, ['articles'], dying);
	await finish(left);
	expect(found(newsroom, left)).toEqual(paths);
	expect(logged).toEqual([]);
});
