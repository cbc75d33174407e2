import type { Stats } from 'node:fs';
import { errorCode, type FileSystem } from '../file-system.ts';
import { inNewsroom, type NewsroomPath } from '../newsroom-path.ts';

/** What tells without reading whether a file was written, replaced or moved since. */
export interface FileMark {
	readonly mark: string;
	/** When its content or its name last changed, which no program can set back. */
	readonly changed: number;
}

/** What lies in a folder and those below it. */
export interface FolderMarks {
	/** Folders, each with what tells it from one of the same name that was made anew. */
	readonly folders: ReadonlyMap<string, string>;
	readonly files: ReadonlyMap<string, FileMark>;
}

const atOnce = 64;

function markOf(stats: Stats): FileMark {
	return { mark: `${stats.ino} ${stats.size} ${stats.mtimeMs} ${stats.ctimeMs}`, changed: stats.ctimeMs };
}

/** The mark of one file; null when there is none. */
export async function readMark(disk: FileSystem, newsroom: NewsroomPath, path: string): Promise<FileMark | null> {
	try {
		return markOf(await disk.lstat(inNewsroom(newsroom, path)));
	} catch (error) {
		if (errorCode(error) === 'ENOENT' || errorCode(error) === 'ENOTDIR') return null;
		throw error;
	}
}

/** Whether a path, with forward slashes, is one that a story or a trashed story may lie at. */
export function isStoryPath(path: string): boolean {
	const name = path.slice(path.lastIndexOf('/') + 1);
	return /^(?:articles|trash)\//.test(path) && name.endsWith('.json') && !name.startsWith('.');
}

/** Looks at every story file below a folder of the newsroom, reading none. Links are left to the reader. */
export async function readFolderMarks(disk: FileSystem, newsroom: NewsroomPath, folder: string): Promise<FolderMarks> {
	const folders = new Map<string, string>();
	const files = new Map<string, FileMark>();
	const waiting = [folder];
	for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
		const own = await statsOf(disk, newsroom, path);
		if (own === null || !own.isDirectory()) continue;
		folders.set(path, String(own.ino));
		const found: string[] = [];
		for (const entry of await listOf(disk, newsroom, path)) {
			const inside = `${path}/${entry.name}`;
			if (entry.isDirectory()) waiting.push(inside);
			else if (isStoryPath(inside)) found.push(inside);
		}
		for (let start = 0; start < found.length; start += atOnce) {
			const some = found.slice(start, start + atOnce);
			const marks = await Promise.all(some.map((file) => readMark(disk, newsroom, file)));
			for (const [index, file] of some.entries()) {
				const mark = marks[index];
				if (mark) files.set(file, mark);
			}
		}
	}
	return { folders, files };
}

async function statsOf(disk: FileSystem, newsroom: NewsroomPath, path: string): Promise<Stats | null> {
	try {
		return await disk.lstat(inNewsroom(newsroom, path));
	} catch (error) {
		if (errorCode(error) === 'ENOENT' || errorCode(error) === 'ENOTDIR') return null;
		throw error;
	}
}

async function listOf(disk: FileSystem, newsroom: NewsroomPath, path: string) {
	try {
		return await disk.list(inNewsroom(newsroom, path));
	} catch (error) {
		if (errorCode(error) === 'ENOENT' || errorCode(error) === 'ENOTDIR') return [];
		throw error;
	}
}
