import type { Stats } from 'node:fs';
import { chmod, copyFile, lchown, link, lstat, readdir, readlink, rm, symlink, utimes } from 'node:fs/promises';
import { join } from 'node:path';
import { FailureError } from '#shared/failure.ts';
import { errorCode } from '../../disk/file-system.ts';
import { inLanes } from '../../disk/in-lanes.ts';

/** As many files as a disk looks at, makes, or gives second names, at a time with profit. */
export const lanes = 8;

/** One thing in a folder, by its path with forward slashes. */
export interface TreeEntry {
	readonly path: string;
	readonly kind: 'file' | 'folder' | 'link' | 'other';
	readonly stats: Stats;
}

/** Everything in a folder, each folder before what is in it; links are not followed. */
export async function readTree(root: string): Promise<TreeEntry[]> {
	const entries: TreeEntry[] = [];
	const rootDevice = (await lstat(root)).dev;
	const walk = async (folder: string): Promise<void> => {
		const names = (await readdir(join(root, folder))).sort();
		const seen = new Map<string, Stats>();
		await inLanes(names, lanes, async (name) => void seen.set(name, await lstat(join(root, folder, name))));
		for (const name of names) {
			const path = folder === '' ? name : `${folder}/${name}`;
			const stats = seen.get(name);
			if (stats === undefined) continue;
			if (stats.dev !== rootDevice) {
				const message = `${path} in ${root} lies on another disk, so the folder cannot be replaced in one step. Choose another folder.`;
				throw new FailureError('disk', message, path);
			}
			const kind = stats.isSymbolicLink() ? 'link' : stats.isDirectory() ? 'folder' : stats.isFile() ? 'file' : 'other';
			entries.push({ path, kind, stats });
			if (kind === 'folder') await walk(path);
		}
	};
	await walk('');
	return entries;
}

/** Whether nobody touched anything between two readings. */
export function sameTree(before: readonly TreeEntry[], after: readonly TreeEntry[]): boolean {
	return (
		before.length === after.length &&
		before.every((entry, index) => {
			const other = after[index];
			if (!other || other.path !== entry.path || other.stats.ino !== entry.stats.ino) return false;
			// Our own hard links touch a file's change time, so only its content's time and size count.
			return (
				entry.kind === 'folder' ||
				(other.stats.mtimeMs === entry.stats.mtimeMs && other.stats.size === entry.stats.size)
			);
		})
	);
}

/** Gives a file a second name in a folder of another tree that is there, or copies it where the disk knows no second names. */
export async function carryFile(from: string, to: string, stats: Stats): Promise<void> {
	try {
		await link(from, to);
	} catch (error) {
		if (!['EPERM', 'EXDEV', 'ENOSYS', 'ENOTSUP', 'EOPNOTSUPP', 'EMLINK', 'EACCES'].includes(errorCode(error) ?? ''))
			throw error;
		await copyFile(from, to);
		await chmod(to, stats.mode & 0o7777);
		await utimes(to, stats.atime, stats.mtime);
	}
}

/** Makes the same link again in a folder that is there, pointing where it pointed. */
export async function carryLink(from: string, to: string): Promise<void> {
	await symlink(await readlink(from), to);
}

/** Removes a folder and everything in it, folders that may not be written included. Other names of its files stay. */
export async function removeTree(path: string): Promise<void> {
	try {
		await rm(path, { recursive: true, force: true });
	} catch (error) {
		if (errorCode(error) !== 'EACCES') throw error;
		await chmod(path, 0o700);
		for (const entry of await readTree(path)) if (entry.kind === 'folder') await chmod(join(path, entry.path), 0o700);
		await rm(path, { recursive: true, force: true });
	}
}

/** Gives a folder the rights and times of the one that it stands for. */
export async function likeFolder(path: string, stats: Stats): Promise<void> {
	const own = await lstat(path);
	if (own.uid !== stats.uid || own.gid !== stats.gid) {
		try {
			await lchown(path, stats.uid, stats.gid);
		} catch (error) {
			// Only the administrator may give a folder away; then it stays with whoever exports.
			if (errorCode(error) !== 'EPERM') throw error;
		}
	}
	await chmod(path, stats.mode & 0o7777);
	await utimes(path, stats.atime, stats.mtime);
}
