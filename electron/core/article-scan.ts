import { readFileSync } from 'node:fs';
import { type ArticleFile, readArticleFile } from './article-file.ts';
import { diskFailure } from './disk-failure.ts';
import { errorCode, type FileSystem } from './file-system.ts';
import { inNewsroom, type NewsroomPath } from './newsroom-path.ts';
import type { FileDamage } from './parsed-file.ts';

const linkDamage: FileDamage = {
	kind: 'damaged',
	reason: 'It is a link to another place. Galley only reads real files and folders: put the real one here.',
	line: null,
};

function unreadableDamage(code: string): FileDamage {
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
	let isLink: boolean;
	try {
		isLink = (await disk.lstat(absolute)).isSymbolicLink();
	} catch (error) {
		if (errorCode(error) === 'ENOENT' || errorCode(error) === 'ENOTDIR') return null;
		throw diskFailure(error, 'read', path);
	}
	return readAtOnce(newsroom, path, isLink);
}

/** Reads a file at once, which is several times faster than reading in the background; null when it is gone. */
export function readAtOnce(newsroom: NewsroomPath, path: string, isLink: boolean): ArticleFile | FileDamage | null {
	if (isLink) return linkDamage;
	try {
		return readArticleFile(readFileSync(inNewsroom(newsroom, path)));
	} catch (error) {
		const code = errorCode(error);
		if (code === null) throw error;
		return code === 'ENOENT' || code === 'ENOTDIR' ? null : unreadableDamage(code);
	}
}
