import { createHash } from 'node:crypto';
import { lstatSync, readFileSync, type Stats } from 'node:fs';
import type { Slug } from '#shared/model/category.ts';
import { markOf } from '../../disk/file-marks.ts';
import { errorCode, type FileKind, kindOfFile, lastingRefusals } from '../../disk/file-system.ts';
import { inNewsroom, type NewsroomPath } from '../../disk/newsroom-path.ts';

/*
 * All of this reads at once, which is several times faster than reading in the background and only bearable in a thread
 * where nobody waits, or in slices.
 */

/** Where stories lie, those in the trash included. */
export const storyFolders: readonly string[] = ['articles', 'trash'];

/** Null when nothing is there, or the disk does not answer; the system's code when it does not let it be seen. */
export function statsOf(newsroom: NewsroomPath, path: string): Stats | string | null {
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
