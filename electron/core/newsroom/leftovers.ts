import { join } from 'node:path';
import { isTemporary } from '../disk/atomic-write.ts';
import { errorCode, type FileSystem } from '../disk/file-system.ts';
import { inNewsroom, type NewsroomPath } from '../disk/newsroom-path.ts';
import { removeOwnOfDead } from '../disk/write-lock.ts';

const staleAfter = 10 * 60_000;

/** Removes what unfinished writes left in a newsroom, but for what is so fresh that another Galley may be writing it now. */
export async function removeLeftovers(disk: FileSystem, newsroom: NewsroomPath): Promise<void> {
	await removeOwnOfDead(disk, inNewsroom(newsroom, '.galley'));
	await clean(disk, newsroom, false);
	for (const folder of ['articles', 'live', 'media', 'trash', '.galley'])
		await clean(disk, inNewsroom(newsroom, folder), true);
}

async function clean(disk: FileSystem, folder: string, isDeep: boolean): Promise<void> {
	try {
		if ((await disk.lstat(folder)).isSymbolicLink() && isDeep) return;
		for (const entry of await disk.list(folder)) {
			if (entry.isDirectory() && isDeep) await clean(disk, join(folder, entry.name), true);
			if (!entry.isFile() || !isTemporary(entry.name)) continue;
			const path = join(folder, entry.name);
			if (Date.now() - (await disk.stat(path)).mtimeMs > staleAfter) await disk.unlink(path);
		}
	} catch (error) {
		// Leftovers are in nobody's way; where they cannot be removed they stay.
		if (errorCode(error) === null) throw error;
	}
}
