import { createHash } from 'node:crypto';
import { type Dirent, lstatSync, readdirSync, readFileSync, type Stats } from 'node:fs';
import type { Slug } from '#shared/model/category.ts';
import { markOf } from '../disk/file-marks.ts';
import { errorCode, type FileKind, kindOfFile, lastingRefusals } from '../file-system.ts';
import { inNewsroom, type NewsroomPath } from '../newsroom-path.ts';

/*
 * All of this reads at once, which is several times faster than reading in the background and only bearable in a thread
 * where nobody waits, or in slices.
 */

/** Where stories lie, those in the trash included. */
export const storyFolders: readonly string[] = ['articles', 'trash'];

/** What one folder holds. */
export interface FolderContent {
	readonly folder: string;
	/** Tells the folder from one of the same name that was made anew; empty for a link in its place. */
	readonly made: string;
	/**
	 * In the order of the paths: the names of folders, with a slash behind, and between them those of story files and links,
	 * some at a time with a zero between. A link in the place of the folder is a file without a name, and so is a folder that
	 * cannot be read. One that is called like a story is both.
	 */
	readonly parts: readonly string[];
	/** How many files there are. */
	readonly files: number;
}

/** What keeps names and marks apart: no name of a file holds it. */
const separator = '\0';

/** So many files are looked at by one thread in one go, a fraction of a millisecond. */
const filesInPart = 256;
/** Looking at a file takes microseconds, so several are one step. */
const looksInStep = 32;

/** Lists a folder of stories; null when there is none. */
export function listFolder(newsroom: NewsroomPath, folder: string): FolderContent | null {
	const own = statsOf(newsroom, folder);
	const inItsPlace = { folder, made: '', parts: [''], files: 1 };
	if (typeof own === 'string' || own?.isSymbolicLink()) return inItsPlace;
	if (own === null || !own.isDirectory()) return null;
	const entries = entriesOf(newsroom, folder);
	if (entries === null) return { ...inItsPlace, made: String(own.ino) };
	const names: string[] = [];
	for (const entry of entries) {
		const { name } = entry;
		if (entry.isDirectory()) names.push(`${name}/`);
		// The others are not ours, or what an unfinished write left.
		if (!name.startsWith('.') && (entry.isSymbolicLink() || name.endsWith('.json'))) names.push(name);
	}
	names.sort();
	const parts: string[] = [];
	let files = 0;
	let from = 0;
	const end = (to: number) => {
		if (to > from) parts.push(names.slice(from, to).join(separator));
		files += to - from;
		from = to;
	};
	for (const [at, name] of names.entries()) {
		if (isFolderPart(name)) {
			end(at);
			parts.push(name);
			from = at + 1;
		} else if (at - from === filesInPart) end(at);
	}
	end(names.length);
	return { folder, made: String(own.ino), parts, files };
}

/** Whether a part of a folder's content is the name of a folder. */
export function isFolderPart(part: string): boolean {
	return part.endsWith('/');
}

/** Looks at the files of one part of a folder's content, in small steps: each path with its mark, as in `unpackMarks`. */
export function* lookAtFiles(
	newsroom: NewsroomPath,
	folder: string,
	part: string,
): Generator<void, Uint8Array<ArrayBuffer>> {
	let marks = '';
	for (const [at, name] of part.split(separator).entries()) {
		if (at % looksInStep === 0) yield;
		const path = name === '' ? folder : `${folder}/${name}`;
		const seen = markNow(newsroom, path);
		// One that is gone meanwhile has none.
		if (seen !== null) marks += `${path}${separator}${seen.mark}${separator}`;
	}
	return encoder.encode(marks);
}

const encoder = new TextEncoder();

/** What a folder holds; null when it cannot be read: then nothing is known of what lies in it, see `isGone`. */
function entriesOf(newsroom: NewsroomPath, folder: string): Dirent[] | null {
	try {
		return readdirSync(inNewsroom(newsroom, folder), { withFileTypes: true });
	} catch (error) {
		if (errorCode(error) === null) throw error;
		return null;
	}
}

/** Null when nothing is there, or the disk does not answer; the system's code when it does not let it be seen. */
function statsOf(newsroom: NewsroomPath, path: string): Stats | string | null {
	try {
		// Found by listing, so it needs no cleaning; joining it part by part would take as long as the question itself.
		return lstatSync(`${newsroom}/${path}`, { throwIfNoEntry: false }) ?? null;
	} catch (error) {
		const code = errorCode(error);
		if (code === null) throw error;
		return lastingRefusals.includes(code) ? code : null;
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

/** What was seen of a file without reading it. */
export type SeenFile =
	| { readonly mark: string; readonly kind: FileKind; readonly refusal: null }
	/** The system does not let it be seen, with its code for the reason. */
	| { readonly mark: string; readonly kind: null; readonly refusal: string };

const unseen = 'unseen ';

/** What tells without reading whether a file is still the same; null when there is none. */
export function markNow(newsroom: NewsroomPath, path: string): SeenFile | null {
	const stats = statsOf(newsroom, path);
	if (stats === null) return null;
	if (typeof stats === 'string') return { mark: unseen + stats, kind: null, refusal: stats };
	return { mark: markOf(stats).mark, kind: kindOfFile(stats), refusal: null };
}

/** Whether a mark is that of a file which the system lets be seen. */
export function isSeen(mark: string): boolean {
	return !mark.startsWith(unseen);
}

/** The mark of a file that holds exactly this revision; empty when it does not. */
export function markOfRevision(newsroom: NewsroomPath, path: string, revision: string): string {
	try {
		const before = markNow(newsroom, path);
		if (before?.kind !== 'file') return '';
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

/** The slugs in the names of files, of those that begin like this. */
export function slugsInNames(paths: Iterable<string>, beginning: Slug): Slug[] {
	const found = new Set<Slug>();
	for (const path of paths) {
		if (!path.startsWith(beginning, path.lastIndexOf('/') + 1)) continue;
		const slug = /\/([^/]+)-[0-9a-z]{6}\.json$/.exec(path)?.[1];
		if (slug !== undefined) found.add(slug);
	}
	return [...found];
}
