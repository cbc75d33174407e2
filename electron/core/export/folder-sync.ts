import { execFile } from 'node:child_process';
import { open } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';

/** Has the disk take the files that were written into a folder. */
export interface FolderSync {
	/** Tells of a file that was written; it is closed. Of many, the disk takes some while others are still being written. */
	wrote(path: string): void;
	/** Begins with what was written so far. */
	begin(): void;
	/** Returns once the disk holds all of them. */
	end(): Promise<void>;
}

const run = promisify(execFile);

/** From so many files on, telling the disk once is quicker than telling it of each. */
const many = 200;
/** So many the disk is told of at once, so that it has little left to do when the last one is written. */
const atOnce = 12_000;
const lanes = 16;

/** Begins with no file. */
export function createFolderSync(folder: string): FolderSync {
	const written: string[] = [];
	/** So many of them the disk was told of. */
	let told = 0;
	let isSyncing = false;
	let begun: Promise<boolean> = Promise.resolve(true);
	const begin = () => {
		if (written.length - told < many) return;
		told = written.length;
		isSyncing = true;
		const before = begun;
		begun = syncDisk(folder).then(async (isDone) => {
			isSyncing = false;
			return (await before) && isDone;
		});
	};
	return {
		wrote(path) {
			written.push(path);
			if (written.length - told >= atOnce && !isSyncing) begin();
		},
		begin,
		async end() {
			begin();
			// A fault is told once, and perhaps not to whoever waits for the file that it hit: then each is asked for.
			await syncEach(folder, (await begun) ? written.slice(told) : written);
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
