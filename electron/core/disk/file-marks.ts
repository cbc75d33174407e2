import type { Stats } from 'node:fs';
import { errorCode, type FileSystem } from './file-system.ts';
import { inNewsroom, type NewsroomPath } from './newsroom-path.ts';

/** What tells without reading whether a file was written, replaced or moved since. */
export interface FileMark {
	readonly mark: string;
	/** When its content or its name last changed, which no program can set back. */
	readonly changed: number;
}

/**
 * The one definition of a mark: which file it is, how long, and when its content and its name last changed, which mostly
 * is at the same time.
 */
export function markOf({ ino, size, mtimeMs, ctimeMs }: Stats): FileMark {
	const mark = `${ino} ${size} ${ctimeMs}`;
	return { mark: mtimeMs === ctimeMs ? mark : `${mark} ${mtimeMs}`, changed: ctimeMs };
}

/** The mark of one file; null when there is none. One that the disk does not let be seen has the reason as its mark. */
export async function readMark(disk: FileSystem, newsroom: NewsroomPath, path: string): Promise<FileMark | null> {
	try {
		return markOf(await disk.lstat(inNewsroom(newsroom, path)));
	} catch (error) {
		const code = errorCode(error);
		if (code === 'ENOENT' || code === 'ENOTDIR') return null;
		if (code === 'EACCES' || code === 'EPERM' || code === 'ELOOP') return { mark: code, changed: 0 };
		throw error;
	}
}

/** Whether a path, with forward slashes, is one that a story or a trashed story may lie at. */
export function isStoryPath(path: string): boolean {
	const name = path.slice(path.lastIndexOf('/') + 1);
	return /^(?:articles|trash)\//.test(path) && name.endsWith('.json') && !name.startsWith('.');
}
