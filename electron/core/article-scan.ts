import { closeSync, openSync, readdirSync, readFileSync } from 'node:fs';
import { type ArticleFile, readArticleFile } from './article-file.ts';
import { diskFailure } from './disk-failure.ts';
import {
	errorCode,
	type FileKind,
	type FileSystem,
	kindOfFile,
	lastingRefusals,
	unlinkedFlags,
} from './file-system.ts';
import { inNewsroom, type NewsroomPath } from './newsroom-path.ts';
import type { FileDamage } from './parsed-file.ts';

const linkDamage: FileDamage = {
	kind: 'damaged',
	reason: 'It is a link to another place. Galley only reads real files and folders: put the real one here.',
	line: null,
};

const folderDamage: FileDamage = {
	kind: 'damaged',
	reason:
		'It is a folder that is called like a story. Stories in it are read all the same: give it a name without .json.',
	line: null,
};

const otherDamage: FileDamage = {
	kind: 'damaged',
	reason: 'It is no file but a pipe, a socket or a device. Galley only reads real files: put the real one here.',
	line: null,
};

/** What is told of a file that the system does not let us read, by its code for the reason. */
export function unreadableDamage(code: string): FileDamage {
	const reason = `It cannot be read (${code}). Check the file's permissions and the disk.`;
	return { kind: 'damaged', reason, line: null };
}

/** What is told of a second file with the id of another. */
export function twinDamage(first: string): FileDamage {
	const reason = `It has the same id as ${first}. Delete one of the two, or give this one another id.`;
	return { kind: 'damaged', reason, line: null };
}

/** Looks once more at a file that was found; null when it is gone. */
export async function readFoundFile(
	disk: FileSystem,
	newsroom: NewsroomPath,
	path: string,
): Promise<ArticleFile | FileDamage | null> {
	const absolute = inNewsroom(newsroom, path);
	let kind: FileKind;
	try {
		kind = kindOfFile(await disk.lstat(absolute));
	} catch (error) {
		const code = errorCode(error) ?? '';
		if (code === 'ENOENT' || code === 'ENOTDIR') return null;
		if (lastingRefusals.includes(code)) return unreadableDamage(code);
		throw diskFailure(error, 'read', path);
	}
	return readAtOnce(newsroom, path, kind);
}

/** Reads a file at once, which is several times faster than reading in the background; null when it is gone. */
export function readAtOnce(newsroom: NewsroomPath, path: string, kind: FileKind): ArticleFile | FileDamage | null {
	if (kind === 'link') return linkDamage;
	if (kind === 'other') return otherDamage;
	const absolute = inNewsroom(newsroom, path);
	try {
		if (kind === 'folder') {
			readdirSync(absolute);
			return path.endsWith('.json') ? folderDamage : null;
		}
		const file = openSync(absolute, unlinkedFlags(absolute));
		try {
			return readArticleFile(readFileSync(file));
		} finally {
			closeSync(file);
		}
	} catch (error) {
		const code = errorCode(error);
		if (code === null) throw error;
		return code === 'ENOENT' || code === 'ENOTDIR' ? null : unreadableDamage(code);
	}
}
