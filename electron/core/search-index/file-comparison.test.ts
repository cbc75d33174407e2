import { mkdir, rm, symlink, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import type { NewsroomPath } from '../newsroom-path.ts';
import { bundleScript } from '../testing/bundle-script.ts';
import { tempFolder } from '../testing/temp-newsroom.ts';
import { compareFiles } from './file-comparison.ts';
import { createFolderLooker, type FolderLooker } from './folder-looker.ts';
import { type FilesInOrder, type FolderLooks, lookAtFolders } from './folder-looks.ts';
import { markNow } from './story-files.ts';

/** Files as the disk lists them: in the order of JavaScript. */
function filesOf(marks: ReadonlyMap<string, string>): FilesInOrder {
	const paths = [...marks.keys()].sort();
	let at = -1;
	return {
		get path() {
			return at < 0 ? '' : (paths[at] ?? null);
		},
		get mark() {
			return marks.get(paths[at] ?? '') ?? '';
		},
		next: () => {
			at += 1;
		},
	};
}

/** What the index has, as the database lists it: in the order of bytes, so many at a time. */
function storedOf(marks: ReadonlyMap<string, string>, size: number): Uint8Array[] {
	const stored = [...marks].sort(([a], [b]) => Buffer.compare(Buffer.from(a), Buffer.from(b)));
	const chunks: Uint8Array[] = [];
	for (let at = 0; at < stored.length; at += size)
		chunks.push(
			Buffer.from(
				stored
					.slice(at, at + size)
					.flat()
					.join('\0'),
			),
		);
	return chunks;
}

function compare(files: ReadonlyMap<string, string>, stored: ReadonlyMap<string, string>, size = 2) {
	const steps = compareFiles(filesOf(files), storedOf(stored, size));
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

async function finish(looks: FolderLooks, helper: FolderLooker | null): Promise<void> {
	for (const wait of looks.steps(helper)) await wait;
}

function* found(newsroom: NewsroomPath, looks: FolderLooks): Generator<string> {
	const files = looks.files('articles');
	for (files.next(); files.path !== null; files.next()) {
		expect(files.mark).toBe(markNow(newsroom, files.path)?.mark);
		yield files.path;
	}
}

test('a thread of its own finds the same, and what it leaves when it dies is found all the same', async () => {
	const script = await bundleScript(join(import.meta.dirname, 'index-worker.ts'));
	const { newsroom, paths } = await manyFolders();
	const plain = lookAtFolders(newsroom, ['articles']);
	await finish(plain, null);
	expect([...found(newsroom, plain)]).toEqual(paths);
	expect([plain.filesSeen(), plain.folders().size]).toEqual([181, 121]);

	const logged: string[] = [];
	const helper = createFolderLooker(script, newsroom, (message) => logged.push(message));
	const helped = lookAtFolders(newsroom, ['articles']);
	helped.share(helper);
	await helper.arrival();
	await finish(helped, helper);
	expect([...found(newsroom, helped)]).toEqual(paths);
	expect(helped.folders()).toEqual(plain.folders());

	const left = lookAtFolders(newsroom, ['articles']);
	left.share(helper);
	await helper.arrival();
	left.share(helper);
	helper.close();
	await vi.waitUntil(() => !helper.hasRoom());
	await finish(left, helper);
	expect([...found(newsroom, left)]).toEqual(paths);
	expect(logged).toEqual([]);
	await rm(newsroom, { recursive: true });
	const gone = lookAtFolders(newsroom, ['articles']);
	await finish(gone, null);
	expect([...found(newsroom, gone)]).toEqual([]);
});
