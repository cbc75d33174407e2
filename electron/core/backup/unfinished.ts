import { randomBytes } from 'node:crypto';
import { basename, dirname, join } from 'node:path';
import { shortened, temporarySuffix } from '../disk/atomic-write.ts';
import { errorCode, type FileSystem } from '../disk/file-system.ts';
import { hasEnded, processMark } from '../disk/process.ts';

const unfinishedName = /^\..+\.([0-9a-f]{8}-\d+-[0-9a-f]{8})\.[0-9a-f]{12}\.galley-tmp$/;

/** A new hidden path beside `path` for what this process is making; its name tells which process that is. */
export function unfinishedBeside(path: string): string {
	const random = randomBytes(6).toString('hex');
	return join(dirname(path), `.${shortened(basename(path))}.${processMark()}.${random}${temporarySuffix}`);
}

/** Removes from a folder what backups and restores left there unfinished whose process on this computer has ended. */
export async function removeUnfinished(disk: FileSystem, folder: string): Promise<void> {
	try {
		for (const entry of await disk.list(folder)) {
			const mark = unfinishedName.exec(entry.name)?.[1];
			if (mark === undefined || !hasEnded(mark)) continue;
			if (entry.isDirectory()) await disk.removeFolder(join(folder, entry.name));
			else if (entry.isFile()) await disk.unlink(join(folder, entry.name));
		}
	} catch (error) {
		// They are in nobody's way; where they cannot be removed they stay.
		if (errorCode(error) === null) throw error;
	}
}
