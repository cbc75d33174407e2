import { createHash } from 'node:crypto';
import { type Dirent, lstatSync, readdirSync, readFileSync, type Stats } from 'node:fs';
import { errorCode } from '../file-system.ts';
import { inNewsroom, type NewsroomPath } from '../newsroom-path.ts';
import { markOf } from '../watcher/file-marks.ts';

/*
 * All of this reads at once, which is several times faster than reading in the background and only bearable in a thread
 * where nobody waits, or in slices.
 */

/** What a look at one folder found. */
export interface FolderLook {
	readonly folder: string;
	/** Tells the folder from one of the same name that was made anew; empty for a link in its place. */
	readonly made: string;
	/** The names of the folders in it. */
	readonly folders: readonly string[];
	/** How many files there are. */
	readonly files: number;
	/** The names of story files, links and, with a slash behind, folders, in the order of their paths; a zero between. */
	readonly names: string;
	/** The mark of each, a zero between; empty for a folder, and for what is gone meanwhile. */
	readonly marks: string;
}

/** What keeps names and marks apart: no name of a file holds it. */
export const separator = '\0';

/** Looking at a file takes microseconds, so several are one step. */
const looksInStep = 32;

/** Looks at a folder of stories and its files, in small steps; null when there is none. A link is a file without a name. */
export function* lookAtFolder(newsroom: NewsroomPath, folder: string): Generator<void, FolderLook | null> {
	yield;
	const own = statsOf(newsroom, folder);
	if (own?.isSymbolicLink()) return { folder, made: '', folders: [], files: 1, names: '', marks: markOf(own).mark };
	if (own === null || !own.isDirectory()) return null;
	const names: string[] = [];
	const folders: string[] = [];
	for (const entry of entriesOf(newsroom, folder)) {
		const { name } = entry;
		if (entry.isDirectory()) {
			folders.push(name);
			names.push(`${name}/`);
		} else if (name.startsWith('.')) {
			// Not ours, or what an unfinished write left.
		} else if (entry.isSymbolicLink() || (entry.isFile() && name.endsWith('.json'))) names.push(name);
	}
	names.sort();
	const marks: string[] = [];
	for (const name of names) {
		const stats = name.endsWith('/') ? null : statsOf(newsroom, `${folder}/${name}`);
		marks.push(stats === null ? '' : markOf(stats).mark);
		if (marks.length % looksInStep === 0) yield;
	}
	return {
		folder,
		made: String(own.ino),
		folders,
		files: names.length - folders.length,
		names: names.join(separator),
		marks: marks.join(separator),
	};
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
