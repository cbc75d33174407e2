import { closeSync, mkdirSync, openSync, writeSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { FileSystem } from '../file-system.ts';

/** A file of an export that is to be written. */
export interface FileToWrite {
	/** Relative to the folder that is filled. */
	readonly path: string;
	readonly bytes: Uint8Array;
}

/** Writes new files; none of them may be there already. */
export type WriteFiles = (files: readonly FileToWrite[]) => Promise<void>;

/** Writes files into a folder, leaving room for others between them where the disk takes its time. */
export function fileWriter(disk: FileSystem, folder: string): WriteFiles {
	return async (files) => {
		for (const { path, bytes } of files) {
			const full = join(folder, path);
			await mkdir(dirname(full), { recursive: true });
			const file = await disk.open(full, 'wx');
			try {
				await file.writeFile(bytes);
			} finally {
				await file.close();
			}
		}
	};
}

/**
 * Writes files into a folder from one of several threads. They take turns by the `lock`, which all of them share: a
 * disk makes one file at a time in a folder, and two threads that both try take three times as long as one.
 */
export function fileWriterInTurns(folder: string, lock: Int32Array): WriteFiles {
	const parents = new Set<string>();
	return async (files) => {
		if (files.length === 0) return;
		while (Atomics.compareExchange(lock, 0, 0, 1) !== 0) Atomics.wait(lock, 0, 1);
		// Nothing here may wait, lest this thread meets its own lock.
		try {
			for (const { path, bytes } of files) {
				const full = join(folder, path);
				const parent = dirname(full);
				if (!parents.has(parent)) mkdirSync(parent, { recursive: true });
				parents.add(parent);
				writeFile(full, bytes);
			}
		} finally {
			Atomics.store(lock, 0, 0);
			Atomics.notify(lock, 0, 1);
		}
	};
}

function writeFile(path: string, bytes: Uint8Array): void {
	const file = openSync(path, 'wx');
	try {
		for (let from = 0; from < bytes.length; ) from += writeSync(file, bytes, from);
	} finally {
		closeSync(file);
	}
}
