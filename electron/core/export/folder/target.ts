import { constants, readFile } from 'node:fs';
import { access, lstat, realpath, stat } from 'node:fs/promises';
import { basename, dirname, isAbsolute, join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { FailureError } from '#shared/failure.ts';
import { errorCode, realFileSystem } from '../../disk/file-system.ts';
import { isInside, refuseInsideNewsroom } from '../../disk/newsroom-path.ts';

/** A folder that an export may replace, with the places beside it that a replacement needs. */
export interface TargetFolder {
	/** Its real, absolute path. */
	readonly path: string;
	/** Where the new export is built. */
	readonly next: string;
	/** Where the former folder stands for the moment between the two renames. */
	readonly former: string;
	/** Holds who is exporting there, and which new folder is to come. */
	readonly note: string;
}

/** Checks the folder that an editor chose; one that cannot be used is a failure that says why. Nothing is made. */
export async function checkTarget(untrustedFolder: string, newsroomPath: string): Promise<TargetFolder> {
	const problem = (message: string) => new FailureError('not-allowed', message, untrustedFolder);
	if (untrustedFolder.includes('\0') || !isAbsolute(untrustedFolder)) {
		throw problem('The folder to export to must be a full path, beginning at the root of the disk.');
	}
	const path = await realTarget(resolve(untrustedFolder), problem);
	const newsroom = await realpath(newsroomPath);
	if (isInside(newsroom, path)) {
		throw problem(
			`${path} lies in the newsroom itself. Choose a folder outside it, so that stories and export stay apart.`,
		);
	}
	if (isInside(path, newsroom))
		throw problem(`${path} holds the newsroom. Choose another folder, or a new one inside it.`);
	if (dirname(path) === path) throw problem('A whole disk cannot be replaced by an export. Choose a folder on it.');
	// The one that is exported was told of above; a site inside any other would be taken for part of it.
	await refuseInsideNewsroom(realFileSystem, dirname(path));
	const beside = (suffix: string) => join(dirname(path), `.${basename(path)}.galley-${suffix}`);
	return { path, next: beside('next'), former: beside('former'), note: beside('export') };
}

type Problem = (message: string) => FailureError;

/** The real path of the target, of which the end may be missing. */
async function realTarget(path: string, problem: Problem): Promise<string> {
	const real = await realFolder(path, problem);
	if (real === null) return join(await realParent(path, problem), basename(path));
	await mustBeWritable(real, problem);
	// The new folder is built beside the old one.
	await mustBeWritable(dirname(real), problem);
	return real;
}

async function realParent(path: string, problem: Problem): Promise<string> {
	const parent = dirname(path);
	const real = await realFolder(parent, problem);
	if (real === null) return join(await realParent(parent, problem), basename(parent));
	await mustBeWritable(real, problem);
	return real;
}

/** The real path of a folder; null when there is none yet. */
async function realFolder(path: string, problem: Problem): Promise<string | null> {
	try {
		if (!(await stat(path)).isDirectory()) throw problem(`${path} is a file. Choose a folder to export to.`);
		return await realpath(path);
	} catch (error) {
		if (error instanceof FailureError) throw error;
		switch (errorCode(error)) {
			case 'ENOENT':
				break;
			case 'ENOTDIR':
				throw problem(`A file stands in the way to ${path}. Choose another folder to export to.`);
			case 'EACCES':
			case 'EPERM':
				throw problem(`Galley may not open ${path}. Change its permissions, or choose another folder.`);
			case 'ELOOP':
				throw problem(`The links on the way to ${path} lead in a circle. Choose another folder to export to.`);
			case 'ENAMETOOLONG':
				throw problem('The path of the folder is too long for this disk. Choose a shorter one.');
			default:
				throw error;
		}
	}
	if (await isThere(path)) throw problem(`${path} is a link that leads nowhere. Choose another folder to export to.`);
	return null;
}

async function mustBeWritable(folder: string, problem: Problem): Promise<void> {
	try {
		await access(folder, constants.W_OK | constants.X_OK);
	} catch {
		throw problem(
			`Galley may not write in ${folder}, and an export is built beside the folder that it replaces. Change the permissions, or choose another folder.`,
		);
	}
}

/** Whether anything stands at a path, be it a link that leads nowhere. */
export async function isThere(path: string): Promise<boolean> {
	try {
		await lstat(path);
		return true;
	} catch (error) {
		if (errorCode(error) === 'ENOENT' || errorCode(error) === 'ENOTDIR') return false;
		throw error;
	}
}

// Not that of `node:fs/promises`, which takes twice as long for a story.
const readBytes: (path: string) => Promise<Uint8Array> = promisify(readFile);

/** A file of an earlier export; null when there is none. */
export async function readTargetFile(folder: string, path: string): Promise<Uint8Array | null> {
	try {
		return await readBytes(join(folder, path));
	} catch (error) {
		const code = errorCode(error);
		if (code === 'ENOENT' || code === 'ENOTDIR') return null;
		if (code === 'EISDIR') {
			const message = `In ${folder} a folder stands where Galley writes ${path}. Choose another folder to export to.`;
			throw new FailureError('not-allowed', message, path);
		}
		throw error;
	}
}

/** Refuses a target that is a newsroom, or where a link would lead files of the export somewhere else. */
export async function refuseStrangeFolders({ path }: TargetFolder): Promise<void> {
	if (await isThere(join(path, 'newsroom.json'))) {
		const message = `${path} is a newsroom itself. Choose another folder to export to, so that its stories stay as they are.`;
		throw new FailureError('not-allowed', message, path);
	}
	for (const name of ['articles', 'media']) {
		if (!(await isThere(join(path, name))) || (await lstat(join(path, name))).isDirectory()) continue;
		throw new FailureError(
			'not-allowed',
			`In ${path}, “${name}” is a file or a link, and Galley needs a folder there. Choose another folder to export to.`,
			name,
		);
	}
}
