import { type ArticleFile, readArticleFile } from './article-file.ts';
import { errorCode, type FileSystem, notAFile, readFileAtOnce } from './file-system.ts';
import { inNewsroom, type NewsroomPath } from './newsroom-path.ts';
import type { FileDamage } from './parsed-file.ts';

const linkDamage: FileDamage = {
	kind: 'damaged',
	reason: 'It is a link to another place. Galley only reads real files and folders: put the real one here.',
	line: null,
};

function unreadableDamage(code: string): FileDamage {
	const reason =
		code === notAFile
			? 'It is neither a file nor a folder. Put the story in its place, or delete it.'
			: `It cannot be read (${code}). Check the file's permissions and the disk.`;
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
	try {
		return readArticleFile(await disk.readUnlinked(inNewsroom(newsroom, path)));
	} catch (error) {
		return damageOf(error);
	}
}

/** Reads a file while the thread waits, for the threads of the index; null when it is gone. */
export function readAtOnce(newsroom: NewsroomPath, path: string, isLink: boolean): ArticleFile | FileDamage | null {
	if (isLink) return linkDamage;
	try {
		return readArticleFile(readFileAtOnce(inNewsroom(newsroom, path)));
	} catch (error) {
		return damageOf(error);
	}
}

/** What is told of a file that the disk did not give; null when it is gone. */
function damageOf(error: unknown): FileDamage | null {
	const code = errorCode(error);
	switch (code) {
		case null:
			throw error;
		case 'ENOENT':
		case 'ENOTDIR':
			return null;
		case 'ELOOP':
			return linkDamage;
		default:
			return unreadableDamage(code);
	}
}
