import { join } from 'node:path';
import type { LeftOut } from '#shared/contract/backup.ts';
import { isTemporary } from '../disk/atomic-write.ts';
import { errorCode, type FileSystem } from '../disk/file-system.ts';
import { manifestName } from './manifest.ts';

/** What lies in a newsroom's folder, by paths relative to it with forward slashes. */
export interface NewsroomFiles {
	/** In the order in which they are to be read. */
	readonly files: readonly string[];
	/** Folders with nothing in them. */
	readonly emptyFolders: readonly string[];
	readonly leftOut: readonly LeftOut[];
}

/** Of Galley's own folder, what cannot be made again. */
const kept = /^\.galley(?:\/(?:\.gitignore|(?:history|journal)(?:\/.*)?))?$/;
/**
 * Stories before images, so that every image of a story that was read is still there to be read: an image is made before
 * the story that shows it.
 */
const readingOrder = ['newsroom.json', 'categories.json', 'people.json', 'articles', 'live', 'trash', '.galley'];

/** Finds everything in a newsroom's folder that a backup is to hold; links are not followed. */
export async function findNewsroomFiles(disk: FileSystem, newsroom: string): Promise<NewsroomFiles> {
	const files: string[] = [];
	const emptyFolders: string[] = [];
	const leftOut: LeftOut[] = [];

	const walk = async (folder: string): Promise<void> => {
		let entries: Awaited<ReturnType<FileSystem['list']>>;
		try {
			entries = await disk.list(join(newsroom, folder));
		} catch (error) {
			const code = errorCode(error);
			if (code === null || folder === '') throw error;
			// A name that is no UTF-8 is told with this letter in it, and leads to nothing.
			if (folder.includes('\ufffd')) leftOut.push({ path: folder, why: 'name' });
			// A folder that was removed since it was found holds nothing.
			else if (code !== 'ENOENT') leftOut.push({ path: folder, why: 'unreadable' });
			return;
		}
		if (entries.length === 0 && folder !== '') emptyFolders.push(folder);
		for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
			const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
			if (isTemporary(entry.name) || (path.startsWith('.galley/') && !kept.test(path))) continue;
			if (entry.isSymbolicLink()) leftOut.push({ path, why: 'link' });
			else if (entry.isDirectory()) await walk(path);
			else if (!entry.isFile()) leftOut.push({ path, why: 'special' });
			// Left by somebody who unpacked a backup by hand.
			else if (path === manifestName) leftOut.push({ path, why: 'name' });
			else files.push(path);
		}
	};
	await walk('');

	const rank = (path: string) => {
		const top = path.split('/')[0] ?? path;
		if (top === 'media') return readingOrder.length + 1;
		const place = readingOrder.indexOf(top);
		return place < 0 ? readingOrder.length : place;
	};
	files.sort((a, b) => rank(a) - rank(b));
	return { files, emptyFolders, leftOut };
}
