import { execFile } from 'node:child_process';
import { open } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';

/** Has the disk take the files that were written into a folder. */
export interface FolderSync {
	/** Tells of a file that was written; it is closed. */
	wrote(path: string): void;
	/** Begins with what was written so far, while others are still being written. */
	begin(): void;
	/** Returns once the disk holds all of them. */
	end(): Promise<void>;
}

const run = promisify(execFile);

/** From so many files on, telling the disk once is quicker than telling it of each. */
const many = 200;
const lanes = 16;

/** Begins with no file. */
export function createFolderSync(folder: string): FolderSync {
	let written: string[] = [];
	let begun: Promise<readonly string[]> = Promise.resolve([]);
	const begin = () => {
		const files = written;
		if (files.length < many) return;
		written = [];
		const before = begun;
		// Those that the disk did not take together are left for the end.
		begun = syncDisk(folder).then(async (isDone) => [...(await before), ...(isDone ? [] : files)]);
	};
	return {
		wrote: (path) => void written.push(path),
		begin,
		async end() {
			begin();
			await syncEach(folder, [...(await begun), ...written]);
		},
	};
}

async function syncEach(folder: string, paths: readonly string[]): Promise<void> {
	const left = paths.values();
	const lane = async (): Promise<void> => {
		for (const path of left) {
			const file = await open(join(folder, path), 'r+');
			try {
				await file.sync();
			} finally {
				await file.close();
			}
		}
	};
	await Promise.all(Array.from({ length: lanes }, lane));
}

/**
 * Syncs the whole disk that a folder lies on, with syncfs(2); false where that cannot be done or the disk reports a fault,
 * which the syncing of each file then tells.
 */
async function syncDisk(folder: string): Promise<boolean> {
	// Only Linux waits for the disk and tells of its faults here, since 5.8.
	if (process.platform !== 'linux') return false;
	try {
		await run('sync', ['-f', folder]);
		return true;
	} catch {
		return false; // no such program, or a fault: each file is synced by itself
	}
}
