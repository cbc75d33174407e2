import type { Dirent } from 'node:fs';
import { chmod, lstat, mkdir, open, readdir, readFile, rename, rm, rmdir, unlink } from 'node:fs/promises';
import { dirname, join, relative, sep } from 'node:path';
import { z } from 'zod';
import { FailureError } from '#shared/failure.ts';
import { syncFolder } from '../../disk/atomic-write.ts';
import { errorCode, realFileSystem } from '../../disk/file-system.ts';
import { inLanes } from '../../disk/in-lanes.ts';
import { stateOfProcess, thisProcess } from '../../disk/process.ts';
import { isOwnFile, manifestFile, readManifest } from './manifest.ts';
import { isThere, type TargetFolder } from './target.ts';
import { carryFile, lanes, removeTree } from './tree.ts';

// How a folder is replaced so that a crash leaves the old one or the new one whole:
//   1. A note beside the target says who is at work. The new folder is built beside the target and flushed to the disk.
//   2. The note takes the new folder's number (inode). Rename target -> former, then next -> target.
//   3. The former folder is emptied and removed, then the note.
// Whoever comes next finds the note and ends what was begun: between the two renames the former folder is put back;
// after them the former one is cleared away. The number in the note tells one from the other for certain.

const Note = z.strictObject({
	pid: z.int(),
	host: z.string(),
	/** When that process began, as the system counts; tells it from a later one with the same number. Null where unknown. */
	started: z.string().nullable(),
	/** The number of the new folder, once it is complete; null before. */
	next: z.string().nullable(),
});
type Note = z.infer<typeof Note>;

/** Takes the target for one export: ends what a crash left, and keeps others out until `release`. */
export async function takeTarget(target: TargetFolder): Promise<{ release(): Promise<void> }> {
	await mkdir(dirname(target.path), { recursive: true });
	for (;;) {
		try {
			await writeNote(target, 'wx', null);
			break;
		} catch (error) {
			if (errorCode(error) !== 'EEXIST') throw error;
		}
		const note = await readNote(target);
		if (note && isAlive(note)) {
			throw new FailureError(
				'disk',
				`Another export is writing to ${target.path}. Wait until it has ended. If there is none, delete ${target.note}.`,
				target.path,
			);
		}
		await recover(target, note);
	}
	return { release: () => rm(target.note, { force: true }) };
}

/** Ends what an interrupted export left beside the target, if anything; the target is whole afterwards. */
export async function recoverTarget(target: TargetFolder): Promise<void> {
	if (!(await isThere(target.note))) return;
	const note = await readNote(target);
	if (note === null || !isAlive(note)) await recover(target, note);
}

async function recover(target: TargetFolder, note: Note | null): Promise<void> {
	if (await isThere(target.former)) {
		if (!(await isThere(target.path))) {
			await rename(target.former, target.path);
		} else if (note?.next != null && (await folderNumber(target.path)) === note.next) {
			await clearFormer(target, await ownFilesOf(target));
		} else {
			throw new FailureError(
				'disk',
				`An export to ${target.path} was interrupted, and its former folder is at ${target.former}. Look at both, move what you need, delete the former one, then export again.`,
				target.former,
			);
		}
	}
	await removeTree(target.next);
	await rm(target.note, { force: true });
}

/** Tells whether a file of the former folder goes with it, as it is in the new one no more. */
type IsDropped = (path: string) => Promise<boolean>;

/** Puts the finished new folder in the place of the target. */
export async function swapIn(target: TargetFolder, isDropped: IsDropped): Promise<void> {
	await writeNote(target, 'w', await folderNumber(target.next));
	const parent = dirname(target.path);
	const hadFormer = await isThere(target.path);
	if (hadFormer) await rename(target.path, target.former);
	try {
		await rename(target.next, target.path);
	} catch (error) {
		if (hadFormer) await rename(target.former, target.path);
		throw error;
	}
	await syncFolder(realFileSystem, parent);
	if (hadFormer) await clearFormer(target, isDropped);
}

/**
 * Removes the former folder name by name. What is not in the new one, and was not dropped, came in the moment of the swap:
 * it is carried over before its old name goes.
 */
async function clearFormer(target: TargetFolder, isDropped: IsDropped): Promise<void> {
	const { files, folders } = await namesBelow(target.former);
	const present = new Set((await namesBelow(target.path)).files);
	for (const path of folders) await chmod(join(target.former, path), 0o700);
	await chmod(target.former, 0o700);
	await inLanes(files, lanes, async (path) => {
		// The manifest last: without it nobody could tell what Galley wrote, should this be cut off.
		if (path === manifestFile) return;
		const old = join(target.former, path);
		if (!present.has(path) && !(await isDropped(path))) {
			const now = join(target.path, path);
			await mkdir(dirname(now), { recursive: true });
			await carryFile(old, now, await lstat(old));
		}
		await unlink(old);
	});
	for (const path of folders.reverse()) await rmdir(join(target.former, path));
	await rm(join(target.former, manifestFile), { force: true });
	await rmdir(target.former);
}

/** The names of all that lies below a folder, each folder before those in it. */
async function namesBelow(root: string): Promise<{ readonly files: string[]; readonly folders: string[] }> {
	const entries = await readdir(root, { recursive: true, withFileTypes: true });
	const pathOf = ({ parentPath, name }: Dirent) => relative(root, join(parentPath, name)).replaceAll(sep, '/');
	return {
		files: entries.filter((entry) => !entry.isDirectory()).map(pathOf),
		folders: entries
			.filter((entry) => entry.isDirectory())
			.map(pathOf)
			.sort(),
	};
}

/** After a crash: the files of the former folder that Galley wrote, by its own manifest. */
async function ownFilesOf(target: TargetFolder): Promise<IsDropped> {
	const path = join(target.former, manifestFile);
	const bytes = (await isThere(path)) ? await readFile(path) : null;
	const manifest = readManifest(bytes, null, target.former);
	return async (name) => manifest !== null && isOwnFile(target.former, manifest, name);
}

async function writeNote(target: TargetFolder, flag: 'wx' | 'w', next: string | null): Promise<void> {
	const { pid, computer, started } = thisProcess();
	const note: Note = { pid, host: computer, started: started === '' ? null : started, next };
	const file = await open(target.note, flag);
	try {
		await file.writeFile(`${JSON.stringify(note)}\n`);
		await file.sync();
	} finally {
		await file.close();
	}
}

async function readNote({ note }: TargetFolder): Promise<Note | null> {
	try {
		return Note.safeParse(JSON.parse(await readFile(note, 'utf8'))).data ?? null;
	} catch (error) {
		if (error instanceof SyntaxError || errorCode(error) === 'ENOENT') return null; // cut off by the crash, or gone since
		throw error;
	}
}

/** Whether an export may still be at it; of one on another computer nobody here can tell, so it is left alone. */
function isAlive({ pid, host, started }: Note): boolean {
	return stateOfProcess({ computer: host, pid, started: started ?? '' }) !== 'ended';
}

async function folderNumber(path: string): Promise<string> {
	const stats = await lstat(path, { bigint: true });
	return `${stats.dev}:${stats.ino}`;
}
