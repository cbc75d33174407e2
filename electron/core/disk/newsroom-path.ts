import { createHash } from 'node:crypto';
import { constants } from 'node:fs';
import { dirname, isAbsolute, join, relative, resolve, sep } from 'node:path';
import type { NewsroomId } from '#shared/contract/newsroom.ts';
import { FailureError } from '#shared/failure.ts';
import { exists, makeFolders } from './atomic-write.ts';
import { diskFailure } from './disk-failure.ts';
import { errorCode, type FileSystem } from './file-system.ts';

/** The absolute path of a folder that was checked and may be used as a newsroom; comes only from `checkNewsroomPath`. */
export type NewsroomPath = string & { readonly __brand: 'NewsroomPath' };

/** Checks that a path leads to a folder that can be read; answers it with whether it can be written too. */
export async function checkNewsroomPath(
	disk: FileSystem,
	untrustedPath: string,
): Promise<{ path: NewsroomPath; mayWrite: boolean }> {
	const path = absolutePath(untrustedPath);
	const unusable = (message: string) => new FailureError('newsroom-unusable', message, path);
	try {
		const stats = await disk.stat(path);
		if (!stats.isDirectory()) {
			throw unusable(`${path} is a file, not a folder. Choose the folder that holds newsroom.json.`);
		}
	} catch (error) {
		if (error instanceof FailureError) throw error;
		const code = errorCode(error);
		if (code === 'ENOENT') {
			throw unusable(`There is no folder at ${path}. Check the path, or connect the disk that holds it.`);
		}
		if (code === 'ENOTDIR') throw unusable(`${path} lies inside a file, not in a folder. Check the path.`);
		if (code === 'EACCES' || code === 'EPERM') throw unusable(notReadable(path));
		throw unusable(`${path} cannot be opened (${code ?? 'unknown reason'}). Check the path and the disk.`);
	}
	if (!(await disk.mayAccess(path, constants.R_OK | constants.X_OK))) throw unusable(notReadable(path));
	return { path: path as NewsroomPath, mayWrite: await disk.mayAccess(path, constants.W_OK) };
}

/** The id of the newsroom in a folder: the same by whatever links it is reached, and another one for a copy elsewhere. */
export async function newsroomIdOf(disk: FileSystem, path: NewsroomPath): Promise<NewsroomId> {
	try {
		const real = await disk.realPath(path);
		return createHash('sha256').update(real).digest('hex').slice(0, 32);
	} catch (error) {
		throw diskFailure(error, 'read', path);
	}
}

function notReadable(path: string): string {
	return `Galley may not read ${path}. Change the folder's permissions, or choose another newsroom.`;
}

/** A path that a person gave, in its plain absolute form; a relative one or one that no disk can hold is refused. */
export function absolutePath(untrustedPath: string): string {
	if (untrustedPath.includes('\0') || !isAbsolute(untrustedPath)) {
		throw new FailureError(
			'newsroom-unusable',
			`“${untrustedPath.replaceAll('\0', '')}” is not a full path. Give the whole path, beginning at the root of the disk.`,
			untrustedPath,
		);
	}
	return resolve(untrustedPath);
}

/** Whether `path` is the folder or lies in it; both absolute. */
export function isInside(folder: string, path: string): boolean {
	const way = relative(folder, path);
	return way === '' || (way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way));
}

/**
 * Refuses a path, be it there yet or not, that lies in a newsroom: a folder above it, links followed, holds `newsroom.json`.
 * What is put there would be taken for part of that newsroom.
 */
export async function refuseInsideNewsroom(disk: FileSystem, path: string): Promise<void> {
	try {
		for (let folder = await realFolderAbove(disk, path); ; folder = dirname(folder)) {
			if (await exists(disk, join(folder, 'newsroom.json'))) {
				throw new FailureError(
					'not-allowed',
					`${path} lies in the newsroom ${folder}. Choose a place outside it, so that nothing is mixed up.`,
					path,
				);
			}
			if (dirname(folder) === folder) return;
		}
	} catch (error) {
		throw diskFailure(error, 'read', path);
	}
}

/** Where the nearest part of a path that is there really lies. */
async function realFolderAbove(disk: FileSystem, path: string): Promise<string> {
	for (let part = path; ; part = dirname(part)) {
		try {
			return await disk.realPath(part);
		} catch (error) {
			const isMissing = ['ENOENT', 'ENOTDIR', 'ENAMETOOLONG'].includes(errorCode(error) ?? '');
			if (!isMissing || dirname(part) === part) throw error;
		}
	}
}

/** A path with forward slashes that is relative to the newsroom, as an absolute path of this system. */
export function inNewsroom(newsroom: NewsroomPath, relativePath: string): string {
	return join(newsroom, relativePath);
}

/** Refuses a file or folder that really lies outside the newsroom because a link on its way leads out. */
export async function refuseLinksOut(disk: FileSystem, newsroom: NewsroomPath, path: string): Promise<void> {
	const real = await disk.realPath(path);
	// Nearly always there is no link at all, and then none in the way to the newsroom either.
	if (real === path && path.startsWith(`${newsroom}${sep}`)) return;
	if (isInside(await disk.realPath(newsroom), real)) return;
	throw new FailureError(
		'not-allowed',
		`${relative(newsroom, path)} leads out of the newsroom by a link. Galley only works with files inside it: replace the link by the real file or folder.`,
		path,
	);
}

/** Makes a folder of the newsroom and those above it, unless a link on the way leads out. */
export async function makeFoldersInside(disk: FileSystem, newsroom: NewsroomPath, folder: string): Promise<void> {
	await refuseWayOut(disk, newsroom, folder);
	await makeFolders(disk, folder);
}

/** Refuses a path, be it there yet or not, when a link on its way leads out of the newsroom. */
export async function refuseWayOut(disk: FileSystem, newsroom: NewsroomPath, path: string): Promise<void> {
	let present = path;
	while (!(await exists(disk, present))) present = dirname(present);
	await refuseLinksOut(disk, newsroom, present);
}
