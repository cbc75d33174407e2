import { constants } from 'node:fs';
import { copyFile, link, mkdir, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { syncFolder, temporaryBeside } from '../../disk/atomic-write.ts';
import { errorCode, realFileSystem } from '../../disk/file-system.ts';
import { inLanes } from '../../disk/in-lanes.ts';
import { syncFiles } from '../../disk/sync-files.ts';
import { lanes } from '../folder/tree.ts';
import { hashOf } from '../pictures.ts';

/** A file that is to be kept: what it holds, and where that lies. */
export interface FileToKeep {
	/** SHA-256 of its bytes. */
	readonly hash: string;
	readonly from: string;
	/** The same bytes in a file that nobody ever rewrites, as a picture of the newsroom; null where there is none. */
	readonly lasting: string | null;
}

/** Files of earlier exports, each once by the hash of what it holds. */
export interface KeptFiles {
	/** Durable once it returns. */
	keep(files: readonly FileToKeep[]): Promise<void>;
	/** What was kept under a hash; null when that is gone or no longer what it was. */
	read(hash: string): Promise<Uint8Array | null>;
	/** Removes all but these. */
	removeOthers(wanted: ReadonlySet<string>): Promise<void>;
}

/** Opens what is kept in a folder that need not be there yet. */
export function openKeptFiles(folder: string): KeptFiles {
	const placeOf = (hash: string) => join(hash.slice(0, 2), hash);
	return {
		async keep(files) {
			const wanted = [...new Map(files.map((file) => [file.hash, file])).values()];
			const made: string[] = [];
			const folders = new Set(wanted.map(({ hash }) => hash.slice(0, 2)));
			for (const name of folders) await mkdir(join(folder, name), { recursive: true });
			await inLanes(wanted, lanes, async ({ hash, from, lasting }) => {
				const place = placeOf(hash);
				if (await isFile(join(folder, place))) return;
				if (lasting === null || !(await hasSecondName(lasting, join(folder, place)))) {
					const unfinished = temporaryBeside(join(folder, place));
					// A copy, as whoever changes the site's file in place must not change what is kept; some disks copy for nothing.
					await copyFile(from, unfinished, constants.COPYFILE_FICLONE);
					await rename(unfinished, join(folder, place));
				}
				made.push(place);
			});
			await syncFiles(folder, made);
			for (const name of folders) await syncFolder(realFileSystem, join(folder, name));
		},
		async read(hash) {
			try {
				const bytes = await readFile(join(folder, placeOf(hash)));
				return hashOf(bytes) === hash ? bytes : null;
			} catch (error) {
				if (errorCode(error) === 'ENOENT') return null;
				throw error;
			}
		},
		async removeOthers(wanted) {
			for (const name of await readdir(folder)) {
				const unwanted = (await readdir(join(folder, name))).filter((hash) => !wanted.has(hash));
				await inLanes(unwanted, lanes, (hash) => rm(join(folder, name, hash), { force: true }));
			}
		},
	};
}

async function isFile(path: string): Promise<boolean> {
	try {
		return (await stat(path)).isFile();
	} catch (error) {
		if (errorCode(error) === 'ENOENT') return false;
		throw error;
	}
}

/** Gives a file a second name; false where it is gone or the disk knows no second names. */
async function hasSecondName(from: string, to: string): Promise<boolean> {
	try {
		await link(from, to);
		return true;
	} catch (error) {
		if (errorCode(error) === 'EEXIST') return true;
		if (errorCode(error) === null) throw error;
		return false;
	}
}
