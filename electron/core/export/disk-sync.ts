import { execFile } from 'node:child_process';
import { open } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** From so many files on, telling the disk once is quicker than telling it of each. */
const many = 200;
/** After so many more files the disk is told in the background. */
const manyMore = 8000;
const lanes = 16;

/** Brings files of a folder to the disk. */
export interface DiskSync {
	/** Hears of a file that was written; every so many, the disk is told in the background, so that little is left to wait for. */
	written(path: string): void;
	/** Returns once the disk holds all of them. */
	finish(): Promise<void>;
}

/** Begins without any file. */
export function createDiskSync(folder: string): DiskSync {
	const paths: string[] = [];
	let early: Promise<boolean> | null = null;
	/** Whether a fault was told, which no later look at the whole disk tells again. */
	let isFaulty = false;
	let told = 0;
	return {
		written(path) {
			paths.push(path);
			if (paths.length - told < manyMore || early !== null || isFaulty) return;
			told = paths.length;
			early = syncDisk(folder).then((isWhole) => {
				isFaulty = !isWhole;
				early = null;
				return isWhole;
			});
		},
		async finish() {
			await early;
			if (isFaulty || paths.length < many || !(await syncDisk(folder))) await syncEach(folder, paths);
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
