import { randomUUID } from 'node:crypto';
import { basename, dirname, sep } from 'node:path';
import { errorCode, type FileSystem, noSecondNames, type OpenFile } from './file-system.ts';

/** How the name of a file ends that is being written. */
export const temporarySuffix = '.galley-tmp';

/** Whether a file name is that of a write that was never finished. */
export function isTemporary(name: string): boolean {
	return name.startsWith('.') && name.endsWith(temporarySuffix);
}

/** A new hidden name beside a file, for as long as it is being written. */
export function temporaryBeside(path: string): string {
	// The last twelve digits are random; asking the system for six bytes each time takes as long as a rename.
	const random = randomUUID().slice(-12);
	return `${dirname(path)}${sep}.${shortened(basename(path))}.${random}${temporarySuffix}`;
}

/** The beginning of a file's name that leaves room for more; disks count the bytes of a name, not its letters. */
export function shortened(name: string): string {
	return Buffer.from(name, 'utf8')
		.subarray(0, 100)
		.toString('utf8')
		.replace(/\ufffd+$/, '');
}

/** Another such name for what has to do with the same write. */
export function secondName(temporary: string): string {
	return `${temporary.slice(0, -temporarySuffix.length)}-old${temporarySuffix}`;
}

/**
 * Writes a file so that a crash leaves the old bytes or the new ones whole; durable once it returns.
 * Nothing but the temporary file beside it is touched when it fails.
 */
export async function atomicWrite(disk: FileSystem, path: string, bytes: Uint8Array): Promise<void> {
	const temporary = await writeTemporary(disk, path, bytes, await modeOf(disk, path));
	try {
		// Rename last, so that a crash leaves the old story whole.
		await disk.rename(temporary, path);
	} catch (error) {
		await removeQuietly(disk, temporary);
		throw error;
	}
	await syncFolder(disk, dirname(path));
}

/** Writes a file that must be new: throws `EEXIST` and changes nothing when there is one of that name. */
export async function atomicCreate(disk: FileSystem, path: string, bytes: Uint8Array): Promise<void> {
	const temporary = await writeTemporary(disk, path, bytes);
	try {
		await giveName(disk, temporary, path);
	} catch (error) {
		await removeQuietly(disk, temporary);
		throw error;
	}
	await syncFolder(disk, dirname(path));
}

/** Moves a file to a name that must be free; durable once it returns. A crash in between leaves it under both names. */
export async function durableMove(disk: FileSystem, from: string, to: string): Promise<void> {
	await makeFolders(disk, dirname(to));
	await giveName(disk, from, to);
	await syncFolder(disk, dirname(to));
	await syncFolder(disk, dirname(from));
}

/** Makes a folder and those above it; durable once it returns. */
export async function makeFolders(disk: FileSystem, path: string): Promise<void> {
	const missing: string[] = [];
	for (let folder = path; !(await exists(disk, folder)); folder = dirname(folder)) missing.push(folder);
	await disk.makeFolder(path);
	// A folder's own name lies in the folder above it.
	for (const folder of missing.reverse()) await syncFolder(disk, dirname(folder));
}

/** Whether something stands at the path, be it a link that leads nowhere. */
export async function exists(disk: FileSystem, path: string): Promise<boolean> {
	try {
		await disk.lstat(path);
		return true;
	} catch (error) {
		// A path that leads through a file, as if that were a folder, leads to nothing.
		if (errorCode(error) === 'ENOENT' || errorCode(error) === 'ENOTDIR') return false;
		throw error;
	}
}

async function giveName(disk: FileSystem, from: string, to: string): Promise<void> {
	try {
		await disk.link(from, to);
	} catch (error) {
		if (!noSecondNames.includes(errorCode(error) ?? '')) throw error;
		// Looking first is the best that such disks offer.
		if (await exists(disk, to)) throw Object.assign(new Error(`${to} is there already`), { code: 'EEXIST' });
		await disk.rename(from, to);
		return;
	}
	await removeMoved(disk, from, to);
}

/** Removes a file whose content has a new place; where that fails, the new place goes, so that no story stands twice. */
export async function removeMoved(disk: FileSystem, from: string, to: string): Promise<void> {
	try {
		await disk.unlink(from);
	} catch (error) {
		// A disk may have done what it reports as failed; then the new place is the only one.
		if (await exists(disk, from).catch(() => false)) await removeQuietly(disk, to);
		throw error;
	}
}

/** Writes bytes, durably, to a new hidden file beside `path`; answers its path. */
export async function writeTemporary(
	disk: FileSystem,
	path: string,
	bytes: Uint8Array,
	mode: number | null = null,
): Promise<string> {
	const temporary = temporaryBeside(path);
	const file = await disk.open(temporary, 'wx');
	try {
		try {
			await file.writeFile(bytes);
			if (mode !== null) await keepMode(file, mode);
			await file.sync();
		} finally {
			await file.close();
		}
	} catch (error) {
		await removeQuietly(disk, temporary);
		throw error;
	}
	return temporary;
}

/** Who may read and write a file; null when there is none yet. */
async function modeOf(disk: FileSystem, path: string): Promise<number | null> {
	try {
		return (await disk.stat(path)).mode & 0o777;
	} catch (error) {
		if (errorCode(error) === 'ENOENT') return null;
		throw error;
	}
}

/** Gives the new file what the old one allowed, so that colleagues who could write a story still can. */
async function keepMode(file: OpenFile, mode: number): Promise<void> {
	try {
		await file.chmod(mode);
	} catch (error) {
		// Disks without such modes refuse, and lose nothing.
		if (!['EPERM', 'ENOSYS', 'ENOTSUP', 'EOPNOTSUPP', 'EINVAL'].includes(errorCode(error) ?? '')) throw error;
	}
}

/** Removes a temporary file; where that fails it stays and is removed when the newsroom is next opened. */
export async function removeQuietly(disk: FileSystem, temporary: string): Promise<void> {
	try {
		await disk.unlink(temporary);
	} catch {
		// What made the write fail is the error to tell.
	}
}

/** Returns once the disk holds the names in a folder. */
export async function syncFolder(disk: FileSystem, folder: string): Promise<void> {
	// Windows opens no folders; its file system keeps the order of names by itself.
	if (process.platform === 'win32') return;
	const handle = await disk.open(folder, 'r');
	try {
		await handle.sync();
	} finally {
		await handle.close();
	}
}
