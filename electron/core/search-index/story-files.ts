import { createHash } from 'node:crypto';
import { type Dirent, lstatSync, readdirSync, readFileSync, type Stats } from 'node:fs';
import { errorCode } from '../file-system.ts';
import { inNewsroom, type NewsroomPath } from '../newsroom-path.ts';
import { markOf } from '../watcher/file-marks.ts';

/*
 * All of this reads at once, which is several times faster than reading in the background and only bearable in a thread
 * where nobody waits, or in slices.
 */

/** What lies below a folder of stories. */
export interface StoryListing {
	/** Folders, each with what tells it from one of the same name that was made anew. */
	readonly folders: Map<string, string>;
	/** Story files and links, by path. */
	readonly files: string[];
}

/** Lists the files below a folder in the order of their paths; yields between folders. */
export function* listStoryFiles(newsroom: NewsroomPath, folder: string, into: StoryListing): Generator<void> {
	yield;
	const own = statsOf(newsroom, folder);
	if (own === null) return;
	if (own.isSymbolicLink()) into.files.push(folder);
	if (!own.isDirectory()) return;
	into.folders.set(folder, String(own.ino));
	for (const entry of inPathOrder(entriesOf(newsroom, folder))) {
		const path = `${folder}/${entry.name}`;
		if (entry.isDirectory()) yield* listStoryFiles(newsroom, path, into);
		else if (entry.name.startsWith('.'))
			continue; // not ours, or what an unfinished write left
		else if (entry.isSymbolicLink() || (entry.isFile() && entry.name.endsWith('.json'))) into.files.push(path);
	}
}

function inPathOrder(entries: Dirent[]): Dirent[] {
	const key = (entry: Dirent) => (entry.isDirectory() ? `${entry.name}/` : entry.name);
	return entries.sort((a, b) => (key(a) < key(b) ? -1 : 1));
}

function entriesOf(newsroom: NewsroomPath, folder: string): Dirent[] {
	try {
		return readdirSync(inNewsroom(newsroom, folder), { withFileTypes: true });
	} catch (error) {
		if (errorCode(error) === null) throw error;
		// Gone meanwhile, or not to be read: then nothing is known of what lies in it; see `isGone`.
		return [];
	}
}

function statsOf(newsroom: NewsroomPath, path: string): Stats | null {
	try {
		// Found by listing, so it needs no cleaning; joining it part by part would take as long as the question itself.
		return lstatSync(`${newsroom}/${path}`, { throwIfNoEntry: false }) ?? null;
	} catch (error) {
		if (errorCode(error) === null) throw error;
		return null;
	}
}

/** Whether there is certainly no such file; one that the system does not let be seen may be there. */
export function isGone(newsroom: NewsroomPath, path: string): boolean {
	try {
		return lstatSync(inNewsroom(newsroom, path), { throwIfNoEntry: false }) === undefined;
	} catch (error) {
		if (errorCode(error) === null) throw error;
		return errorCode(error) === 'ENOTDIR';
	}
}

/** What tells without reading whether a file is still the same; null when there is none. */
export function markNow(newsroom: NewsroomPath, path: string): { mark: string; isLink: boolean } | null {
	const stats = statsOf(newsroom, path);
	return stats === null ? null : { mark: markOf(stats).mark, isLink: stats.isSymbolicLink() };
}

/** The mark of a file that holds exactly this revision; empty when it does not. */
export function markOfRevision(newsroom: NewsroomPath, path: string, revision: string): string {
	try {
		const before = markNow(newsroom, path);
		if (before === null || before.isLink) return '';
		const hash = createHash('sha256')
			.update(readFileSync(inNewsroom(newsroom, path)))
			.digest('hex');
		return hash === revision && markNow(newsroom, path)?.mark === before.mark ? before.mark : '';
	} catch (error) {
		// A file that cannot be read is looked at by the next scan.
		if (errorCode(error) === null) throw error;
		return '';
	}
}
