import { type Dirent, readdirSync } from 'node:fs';
import { errorCode } from '../../disk/file-system.ts';
import { inNewsroom, type NewsroomPath } from '../../disk/newsroom-path.ts';
import { markNow, statsOf } from './story-files.ts';

/** What lies below some folders. */
export interface FilesBelow {
	/** The folders, each with what tells it from one of the same name that was made anew. */
	readonly folders: Map<string, string>;
	/** Story files and links, in the order of their paths. */
	readonly files: string[];
}

/**
 * Lists a folder and all below it, one folder in each step. A link in the place of a folder is a file, and so is a folder
 * that cannot be read; one that is called like a story is both.
 */
export function* listFiles(newsroom: NewsroomPath, folder: string, found: FilesBelow): Generator<void> {
	yield;
	const stats = statsOf(newsroom, folder);
	if (typeof stats === 'string' || stats?.isSymbolicLink()) {
		found.files.push(folder);
		return;
	}
	if (stats === null || !stats.isDirectory()) return;
	found.folders.set(folder, String(stats.ino));
	const entries = entriesOf(newsroom, folder);
	if (entries === null) {
		found.files.push(folder);
		return;
	}
	// With the slash behind them folders stand where the paths below them belong.
	const names = entries.flatMap((entry) => namesOf(entry)).sort();
	for (const name of names) {
		if (name.endsWith('/')) yield* listFiles(newsroom, `${folder}/${name.slice(0, -1)}`, found);
		else found.files.push(`${folder}/${name}`);
	}
}

/** The marks of these files; one that is gone has none. */
export function* marksOf(newsroom: NewsroomPath, paths: Iterable<string>): Generator<readonly [string, string]> {
	for (const path of paths) {
		const file = markNow(newsroom, path);
		if (file !== null) yield [path, file.mark];
	}
}

function namesOf(entry: Dirent): string[] {
	const { name } = entry;
	// The others are not ours, or what an unfinished write left.
	const isFile = !name.startsWith('.') && (entry.isSymbolicLink() || name.endsWith('.json'));
	return [...(isFile ? [name] : []), ...(entry.isDirectory() ? [`${name}/`] : [])];
}

/** What a folder holds; null when it cannot be read: then nothing is known of what lies in it, see `isGone`. */
function entriesOf(newsroom: NewsroomPath, folder: string): Dirent[] | null {
	try {
		return readdirSync(inNewsroom(newsroom, folder), { withFileTypes: true });
	} catch (error) {
		if (errorCode(error) === null) throw error;
		return null;
	}
}
