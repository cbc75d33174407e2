import { setTimeout } from 'node:timers/promises';
import type { LeftOut } from '#shared/contract/backup.ts';
import { errorCode, type FileSystem } from '../disk/file-system.ts';

const largestFile = 1024 * 1024 * 1024;
const mostTries = 20;

/** A file as it was at one moment, or why there is none to keep. */
export type WholeFile =
	| { readonly kind: 'whole'; readonly bytes: Uint8Array; readonly modified: Date }
	| { readonly kind: 'gone' }
	| { readonly kind: 'left-out'; readonly why: LeftOut['why'] };

/** Reads a file that others may be writing; it is read again until nobody changed it meanwhile. */
export async function readWhole(disk: FileSystem, path: string): Promise<WholeFile> {
	try {
		for (let tries = 0; tries < mostTries; tries += 1) {
			const before = await disk.lstat(path);
			if (before.isSymbolicLink()) return { kind: 'left-out', why: 'link' };
			if (!before.isFile()) return { kind: 'left-out', why: 'special' };
			if (before.size > largestFile) return { kind: 'left-out', why: 'size' };
			const bytes = await disk.readFile(path);
			const after = await disk.lstat(path);
			const isSame = before.ino === after.ino && before.mtimeMs === after.mtimeMs && before.size === after.size;
			if (isSame && bytes.length === after.size) return { kind: 'whole', bytes, modified: after.mtime };
			await setTimeout(25 * tries);
		}
		return { kind: 'left-out', why: 'unreadable' };
	} catch (error) {
		switch (errorCode(error)) {
			case null:
				throw error;
			case 'ENOENT':
			case 'ENOTDIR':
				return { kind: 'gone' };
			default:
				return { kind: 'left-out', why: 'unreadable' };
		}
	}
}
