import { randomBytes } from 'node:crypto';
import { basename, dirname, join } from 'node:path';
import type { Revision } from '#shared/model/article.ts';
import { modeOf, removeQuietly, syncFolder, temporarySuffix, writeTemporary } from './atomic-write.ts';
import { errorCode, type FileSystem } from './file-system.ts';
import { revisionOf } from './parsed-file.ts';
import type { WriteLock } from './write-lock.ts';

/** What a replacement needs beside the disk. */
export interface ReplaceOptions {
	readonly lock: WriteLock;
	/** Keeps bytes that another program wrote and that no file holds any more; durable once it returns. */
	readonly keep: (bytes: Uint8Array) => Promise<void>;
}

/**
 * Writes `bytes` over a file that still holds `expected`, so that a crash leaves the one or the other whole; durable
 * once it returns. `changed` says that somebody else wrote first: then theirs is in place and nothing of it is lost.
 */
export async function replaceFile(
	disk: FileSystem,
	path: string,
	bytes: Uint8Array,
	expected: Revision,
	options: ReplaceOptions,
): Promise<'replaced' | 'changed'> {
	const mode = await modeOf(disk, path);
	if (mode === null) return 'changed';
	const temporary = await writeTemporary(disk, path, bytes, mode);
	try {
		const outcome = await options.lock.hold(() => swap(disk, temporary, path, expected, bytes, options));
		if (outcome === 'changed') await removeQuietly(disk, temporary);
		else await syncFolder(disk, dirname(path));
		return outcome;
	} catch (error) {
		await removeQuietly(disk, temporary);
		throw error;
	}
}

/*
 * Other Galleys wait for the lock; other programs know no lock. The file being replaced keeps a second name until after
 * the rename and is then read again, so whatever a program wrote into it meanwhile is found and put back in place. What
 * remains: a program that renames its own file over ours in the few microseconds between the last look and our rename,
 * and one that opened the old file before the rename and writes only after we have read it again.
 */
async function swap(
	disk: FileSystem,
	temporary: string,
	path: string,
	expected: Revision,
	bytes: Uint8Array,
	{ keep }: ReplaceOptions,
): Promise<'replaced' | 'changed'> {
	const second = join(
		dirname(path),
		`.${basename(path).slice(0, 100)}.${randomBytes(6).toString('hex')}${temporarySuffix}`,
	);
	const before = await giveSecondName(disk, path, second);
	if (before === 'gone') return 'changed';
	try {
		const old = before === 'named' ? second : path;
		if (revisionOf(await disk.readFile(old)) !== expected) return 'changed';
		await disk.rename(temporary, path, await disk.lstat(old));
		if (before === 'alone') return 'replaced';
		const after = await disk.readFile(second);
		if (revisionOf(after) === expected) return 'replaced';
		if (revisionOf(await disk.readFile(path)) === revisionOf(bytes)) await disk.rename(second, path);
		else await keep(after); // yet another one came after us, so the first has no place any more
		return 'changed';
	} catch (error) {
		if (errorCode(error) === 'ESTALE' || errorCode(error) === 'ENOENT') return 'changed';
		throw error;
	} finally {
		if (before === 'named') await removeQuietly(disk, second);
	}
}

async function giveSecondName(disk: FileSystem, path: string, second: string): Promise<'named' | 'alone' | 'gone'> {
	try {
		await disk.link(path, second);
		return 'named';
	} catch (error) {
		if (errorCode(error) === 'ENOENT') return 'gone';
		// Disks such as exFAT know no second names; there the look before the rename has to do.
		if (['EPERM', 'ENOSYS', 'ENOTSUP', 'EOPNOTSUPP', 'EMLINK'].includes(errorCode(error) ?? '')) return 'alone';
		throw error;
	}
}
