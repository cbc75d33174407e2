import { createHash } from 'node:crypto';
import { cp, mkdir, mkdtemp, readdir, readFile, readlink, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { ArticleId } from '#shared/model/article.ts';
import { exists } from '../disk/atomic-write.ts';
import { type FileSystem, realFileSystem } from '../disk/file-system.ts';
import { createNewsroomFolder } from '../newsroom/newsroom-folder.ts';
import { type OpenNewsroom, openNewsroom } from '../newsroom/open-newsroom.ts';

/** The sample newsroom that Galley ships. */
export const sampleNewsroom = join(import.meta.dirname, '../../../content/newsroom');

/** A new folder of its own for the test that runs, gone when it ends. */
export async function tempFolder(): Promise<string> {
	const folder = await mkdtemp(join(tmpdir(), 'galley-test-'));
	onTestFinished(() => rm(folder, { recursive: true, force: true }));
	return folder;
}

/** An open newsroom in a folder of its own, with what it told of changed stories. */
export interface TempNewsroom extends OpenNewsroom {
	readonly path: string;
	readonly changes: ArticleId[][];
	/** Reads a file of the newsroom as text. */
	text(path: string): Promise<string>;
	/** Whether there is such a file. */
	has(path: string): Promise<boolean>;
	/** Writes a file of the newsroom, as another program would. */
	put(path: string, content: string | Uint8Array): Promise<void>;
	/** Opens the same folder once more, as after a restart. */
	reopen(disk?: FileSystem): Promise<TempNewsroom>;
}

/** Makes and opens an empty newsroom. */
export async function tempNewsroom(disk: FileSystem = realFileSystem): Promise<TempNewsroom> {
	const path = join(await tempFolder(), 'desk');
	await createNewsroomFolder(realFileSystem, path, 'The Desk');
	return openAt(path, disk);
}

/** Opens a copy of the sample newsroom. */
export async function tempSample(): Promise<TempNewsroom> {
	const path = join(await tempFolder(), 'sample');
	await cp(sampleNewsroom, path, { recursive: true });
	return openAt(path, realFileSystem);
}

async function openAt(path: string, disk: FileSystem): Promise<TempNewsroom> {
	const changes: ArticleId[][] = [];
	const newsroom = await openNewsroom(disk, path, (ids) => changes.push([...ids]));
	await newsroom.whole();
	return {
		...newsroom,
		path,
		changes,
		text: (file) => readFile(join(path, file), 'utf8'),
		has: (file) => exists(realFileSystem, join(path, file)),
		put: async (file, content) => {
			await mkdir(dirname(join(path, file)), { recursive: true });
			await writeFile(join(path, file), content);
		},
		reopen: (anotherDisk = disk) => openAt(path, anotherDisk),
	};
}

/** Every file, folder and link under a folder but the index, with a hash of what it holds, to see that nothing was changed. */
export async function treeOfFolder(folder: string): Promise<Record<string, string>> {
	const found: Record<string, string> = {};
	for (const entry of await readdir(folder, { withFileTypes: true, recursive: true })) {
		const path = join(entry.parentPath, entry.name);
		// The index is made again from the stories and changes as it likes.
		if (entry.name.startsWith('index.db')) continue;
		if (entry.isSymbolicLink()) found[path] = `link to ${await readlink(path)}`;
		else if (entry.isFile())
			found[path] = createHash('sha256')
				.update(await readFile(path))
				.digest('hex');
		else found[path] = 'folder';
	}
	return found;
}

/** The disk with some of its functions replaced, to make it fail. */
export function failingDisk(functions: Partial<FileSystem>): FileSystem {
	return { ...realFileSystem, ...functions };
}

/** An error as the system gives it. */
export function systemError(code: string): Error {
	return Object.assign(new Error(code), { code });
}
