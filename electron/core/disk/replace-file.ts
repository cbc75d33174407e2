import { dirname } from 'node:path';
import { sameBytes } from '../json/parsed-file.ts';
import { removeQuietly, secondName, syncFolder, writeTemporary } from './atomic-write.ts';
import { errorCode, type FileIdentity, type FileSystem, noSecondNames } from './file-system.ts';
import type { WriteLock } from './write-lock.ts';

/** What a replacement needs beside the disk. */
export interface ReplaceOptions {
	readonly lock: WriteLock;
	/** Keeps bytes that another program wrote and that no file holds any more; durable once it returns. */
	readonly keep: (bytes: Uint8Array) => Promise<void>;
	/** Runs what nobody waits for, soon. */
	readonly later: (work: () => Promise<void>) => void;
}

/**
 * Writes `bytes` over a file that still holds `expected`, so that a crash leaves the one or the other whole; durable
 * once it returns. `changed` says that somebody else wrote first: then theirs is in place and nothing of it is lost.
 */
export async function replaceFile(
	disk: FileSystem,
	path: string,
	bytes: Uint8Array,
	expected: Uint8Array,
	options: ReplaceOptions,
): Promise<'replaced' | 'changed'> {
	const old = await lookAt(disk, path);
	if (old === null) return 'changed';
	const temporary = await writeTemporary(disk, path, bytes, old.mode & 0o777);
	try {
		const outcome = await options.lock.hold(() => swap({ disk, temporary, path, old, bytes, expected, ...options }));
		if (outcome === 'changed') await removeQuietly(disk, temporary);
		else await syncFolder(disk, dirname(path));
		return outcome;
	} catch (error) {
		await removeQuietly(disk, temporary);
		throw error;
	}
}

/** Which file it is and who may do what with it; null when it is gone. */
async function lookAt(disk: FileSystem, path: string): Promise<(FileIdentity & { readonly mode: number }) | null> {
	try {
		const stats = await disk.lstat(path);
		// A link is replaced by a file like the one that it leads to.
		return stats.isSymbolicLink() ? { ...stats, mode: (await disk.stat(path)).mode } : stats;
	} catch (error) {
		if (errorCode(error) === 'ENOENT') return null;
		throw error;
	}
}

interface Swap extends Omit<ReplaceOptions, 'lock'> {
	readonly disk: FileSystem;
	readonly temporary: string;
	readonly path: string;
	/** Which file it was at first. */
	readonly old: FileIdentity;
	readonly bytes: Uint8Array;
	readonly expected: Uint8Array;
}

/*
 * Other Galleys wait for the lock; other programs know no lock. The file being replaced keeps a second name until after
 * the rename and is then read again, so whatever a program wrote into it meanwhile is found and put back in place. What
 * remains: a program that renames its own file over ours in the fraction of a millisecond between the last look and our rename,
 * and one that opened the old file before the rename and writes only after we have read it again.
 */
async function swap({
	disk,
	temporary,
	path,
	old,
	bytes,
	expected,
	keep,
	later,
}: Swap): Promise<'replaced' | 'changed'> {
	const second = secondName(temporary);
	const before = await giveSecondName(disk, path, second);
	if (before === 'gone') return 'changed';
	let outcome: 'replaced' | 'changed' = 'changed';
	const present = before === 'named' ? second : path;
	const isAsExpected = async () => sameBytes(await disk.readFile(present), expected);
	try {
		if (!(await isAsExpected())) return 'changed';
		await disk.rename(temporary, path, old);
		if (before === 'alone') return 'replaced';
		if (await isAsExpected()) outcome = 'replaced';
		else if (sameBytes(await disk.readFile(path), bytes)) await disk.rename(second, path);
		else await keep(await disk.readFile(second)); // yet another one came after us, so the first has no place any more
		return outcome;
	} catch (error) {
		if (errorCode(error) === 'ESTALE' || errorCode(error) === 'ENOENT') return 'changed';
		throw error;
	} finally {
		// With the last name of a file the disk gives up its room, which takes a tenth of the time of a save.
		if (outcome === 'replaced') later(() => removeQuietly(disk, second));
		else if (before === 'named') await removeQuietly(disk, second);
	}
}

async function giveSecondName(disk: FileSystem, path: string, second: string): Promise<'named' | 'alone' | 'gone'> {
	try {
		await disk.link(path, second);
		return 'named';
	} catch (error) {
		if (errorCode(error) === 'ENOENT') return 'gone';
		// There the look before the rename has to do.
		if (noSecondNames.includes(errorCode(error) ?? '')) return 'alone';
		throw error;
	}
}
