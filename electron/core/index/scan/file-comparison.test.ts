import { mkdir, rm, symlink, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { NewsroomPath } from '../../disk/newsroom-path.ts';
import { tempFolder } from '../../testing/temp-newsroom.ts';
import { compareFiles } from './file-comparison.ts';
import { type FilesBelow, listFiles, marksOf } from './list-files.ts';
import { markNow } from './story-files.ts';

function finish<Value>(steps: Generator<void, Value>): Value {
	for (;;) {
		const { done, value } = steps.next();
		if (done) return value;
	}
}

function compare(files: ReadonlyMap<string, string>, stored: ReadonlyMap<string, string>) {
	const found = finish(compareFiles(files, stored));
	return { files: [...found.files], stored: [...found.stored] };
}

test('what is as the index has it is passed over, and everything else is found on both sides', () => {
	const names = fc.constantFrom('a', 'b', 'é', '\uff5e', '\u{1d11e}', '\u{1d11e}a', '\uff5ez', '\ue000');
	const path = fc.array(names, { minLength: 1, maxLength: 3 }).map((parts) => `articles/${parts.join('/')}`);
	const some = fc.array(fc.tuple(path, fc.constantFrom('1', '2')), { maxLength: 40 }).map((pairs) => new Map(pairs));
	fc.assert(
		fc.property(some, some, (files, stored) => {
			const isSame = ([path, mark]: readonly [string, string]) => files.get(path) === mark && stored.get(path) === mark;
			expect(compare(files, stored)).toEqual({
				files: [...files].filter((each) => !isSame(each)),
				stored: [...stored].filter((each) => !isSame(each)),
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

function below(newsroom: NewsroomPath, folder: string): FilesBelow {
	const found: FilesBelow = { folders: new Map(), files: [] };
	finish(listFiles(newsroom, folder, found));
	return found;
}

test('all files and links below a folder are listed by path, and nothing where there is none', async () => {
	const { newsroom, paths } = await manyFolders();
	const { files, folders } = below(newsroom, 'articles');
	expect(files).toEqual(paths);
	expect(folders.size).toBe(121);
	expect([...marksOf(newsroom, files)]).toEqual(paths.map((path) => [path, markNow(newsroom, path)?.mark]));
	await rm(join(newsroom, 'articles/0-.json'));
	expect([...marksOf(newsroom, files)].map(([path]) => path)).toEqual(
		paths.filter((path) => !path.endsWith('/0-.json')),
	);
	await rm(newsroom, { recursive: true });
	expect(below(newsroom, 'articles')).toEqual({ folders: new Map(), files: [] });
});

test('a link in the place of a folder is a file, and a folder that is called like a story is both', async () => {
	const newsroom = (await tempFolder()) as NewsroomPath;
	await mkdir(join(newsroom, 'real/story.json'), { recursive: true });
	await writeFile(join(newsroom, 'real/story.json/a.json'), '');
	await symlink('real', join(newsroom, 'articles'));
	expect(below(newsroom, 'articles').files).toEqual(['articles']);
	expect(below(newsroom, 'real').files).toEqual(['real/story.json', 'real/story.json/a.json']);
});
