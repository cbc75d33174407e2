import { readdirSync } from 'node:fs';
import { diskFailure } from '../disk/disk-failure.ts';
import {
	errorCode,
	type FileKind,
	type FileSystem,
	kindOfFile,
	lastingRefusals,
	notAFile,
	readFileAtOnce,
} from '../disk/file-system.ts';
import { inNewsroom, type NewsroomPath } from '../disk/newsroom-path.ts';
import type { FileDamage } from '../json/parsed-file.ts';
import { type ArticleFile, readArticleFile } from './article-file.ts';

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

/** Looks once more at a file that was found; null when it is gone. A disk that refuses for the moment is a `FailureError`. */
export async function readFoundFile(
	disk: FileSystem,
	newsroom: NewsroomPath,
	path: string,
): Promise<ArticleFile | FileDamage | null> {
	const absolute = inNewsroom(newsroom, path);
	try {
		const kind = kindOfFile(await disk.lstat(absolute));
		return kind === 'file' ? readArticleFile(await disk.readUnlinked(absolute)) : damageOfKind(kind, path);
	} catch (error) {
		const damage = damageOf(error);
		if (damage !== 'passing') return damage;
		throw diskFailure(error, 'read', path);
	}
}

/** Reads a file while the thread waits, for the threads of the index; null when it is gone. */
export function readAtOnce(newsroom: NewsroomPath, path: string, kind: FileKind): ArticleFile | FileDamage | null {
	const absolute = inNewsroom(newsroom, path);
	try {
		// A folder that is gone, or is not to be read, is no damaged story.
		if (kind === 'folder') readdirSync(absolute);
		return kind === 'file' ? readArticleFile(readFileAtOnce(absolute)) : damageOfKind(kind, path);
	} catch (error) {
		const damage = damageOf(error);
		return damage === 'passing' ? unreadableDamage(errorCode(error) ?? '') : damage;
	}
}

function damageOfKind(kind: Exclude<FileKind, 'file'>, path: string): FileDamage | null {
	switch (kind) {
		case 'link':
			return linkDamage;
		case 'folder':
			return path.endsWith('.json') ? folderDamage : null;
		case 'other':
			return otherDamage;
	}
}

/** What is told of a file that the disk did not give: null when it is gone, `passing` when it may be given the next time. */
function damageOf(error: unknown): FileDamage | 'passing' | null {
	const code = errorCode(error);
	switch (code) {
		case null:
			throw error;
		case 'ENOENT':
		case 'ENOTDIR':
			return null;
		case 'EISDIR':
			return folderDamage;
		case notAFile:
			return otherDamage;
		default:
			return lastingRefusals.includes(code) ? unreadableDamage(code) : 'passing';
	}
}
