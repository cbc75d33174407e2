import { rmdir, statfs } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { RestoreReport } from '#shared/contract/backup.ts';
import { FailureError } from '#shared/failure.ts';
import { exists, makeFolders, syncFolder } from '../disk/atomic-write.ts';
import { diskFailure } from '../disk/disk-failure.ts';
import { errorCode, type FileSystem } from '../disk/file-system.ts';
import { inLanes } from '../disk/in-lanes.ts';
import { absolutePath, refuseInsideNewsroom } from '../disk/newsroom-path.ts';
import { refuseFullFolder } from '../newsroom/newsroom-folder.ts';
import { stopIfCancelled, type WorkTools } from './cancelling.ts';
import { type CheckedBackup, openBackup } from './read-backup.ts';
import { removeUnfinished, unfinishedBeside } from './unfinished.ts';

/**
 * Brings a backup back in a folder that is missing or empty, and in no other newsroom. All of it is checked first; then the folder appears whole,
 * or after a failure, a cancellation or a crash not at all.
 */
export async function restoreBackup(
	disk: FileSystem,
	untrustedFile: string,
	untrustedFolder: string,
	tools: WorkTools = {},
): Promise<RestoreReport> {
	const folder = absolutePath(untrustedFolder);
	await refuseFullFolder(disk, folder);
	await refuseInsideNewsroom(disk, folder);
	await removeUnfinished(disk, dirname(folder));
	const backup = await openBackup(absolutePath(untrustedFile), {
		signal: tools.signal,
		onProgress: (done, total) => tools.onProgress?.(done, 2 * total),
	});
	try {
		const { manifest } = backup;
		const bytes = manifest.files.reduce((sum, file) => sum + file.size, 0);
		await mustFit(folder, bytes);
		await restoreChecked(disk, backup, folder, tools);
		return { folder, newsroom: manifest.newsroom, created: manifest.created, files: manifest.files.length, bytes };
	} finally {
		backup.close();
	}
}

async function restoreChecked(
	disk: FileSystem,
	backup: CheckedBackup,
	folder: string,
	tools: WorkTools,
): Promise<void> {
	const unfinished = unfinishedBeside(folder);
	try {
		await makeFolders(disk, dirname(folder));
		await disk.makeFolder(unfinished);
		await writeFiles(disk, backup, unfinished, tools);
		stopIfCancelled(tools.signal);
		// A folder takes the place of an empty one at once, but for Windows.
		if (process.platform === 'win32' && (await exists(disk, folder))) await rmdir(folder);
		await disk.rename(unfinished, folder);
		await syncFolder(disk, dirname(folder));
	} catch (error) {
		await disk.removeFolder(unfinished).catch(() => undefined); // what made the restoring fail is the error to tell
		const code = errorCode(error);
		if (code === 'ENOTEMPTY' || code === 'EEXIST') {
			throw new FailureError('disk', `${folder} was filled meanwhile, so nothing was restored to it.`, folder);
		}
		throw diskFailure(error, 'make', `the newsroom in ${folder}`);
	}
}

async function writeFiles(
	disk: FileSystem,
	{ manifest, read }: CheckedBackup,
	root: string,
	{ onProgress, signal }: WorkTools,
): Promise<void> {
	const folders = new Set<string>();
	const enter = async (path: string) => {
		if (folders.has(path)) return;
		await disk.makeFolder(join(root, path));
		for (let folder = path; folder !== '.'; folder = dirname(folder)) folders.add(folder);
	};
	for (const [index, file] of manifest.files.entries()) {
		stopIfCancelled(signal);
		await enter(dirname(file.path));
		const out = await disk.open(join(root, file.path), 'wx');
		try {
			for await (const part of read(file)) await out.writeFile(part);
		} finally {
			await out.close();
		}
		onProgress?.(manifest.files.length + index + 1, 2 * manifest.files.length);
	}
	for (const path of manifest.folders) await enter(path);
	await flush(
		disk,
		manifest.files.map((file) => join(root, file.path)),
	);
	for (const folder of folders) await syncFolder(disk, join(root, folder));
	await syncFolder(disk, root);
}

/** Returns once the disk holds these files; together they cost little more than one by itself. */
async function flush(disk: FileSystem, paths: readonly string[]): Promise<void> {
	// Two, so that a disk that hangs leaves Node's other threads to the rest of Galley.
	await inLanes(paths, 2, async (path) => {
		// To add to, as Windows flushes no file that is open for reading alone.
		const file = await disk.open(path, 'a');
		try {
			await file.sync();
		} finally {
			await file.close();
		}
	});
}

/** Refuses a backup that does not fit before anything of it is written. */
async function mustFit(folder: string, bytes: number): Promise<void> {
	let place = dirname(folder);
	for (;;) {
		try {
			const { bavail, bsize } = await statfs(place);
			if (bavail * bsize >= bytes) return;
			break;
		} catch (error) {
			if (errorCode(error) !== 'ENOENT' || dirname(place) === place) throw diskFailure(error, 'read', place);
			place = dirname(place);
		}
	}
	const needed = Math.ceil(bytes / 1_000_000);
	throw new FailureError('disk', `The disk of ${folder} has no room for the ${needed} MB of the backup.`, folder);
}
