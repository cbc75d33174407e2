import { readFileSync } from 'node:fs';
import { setImmediate } from 'node:timers/promises';
import { type ArticleFile, readArticleFile } from './article-file.ts';
import { diskFailure } from './disk-failure.ts';
import { errorCode, type FileSystem } from './file-system.ts';
import { inNewsroom, type NewsroomPath } from './newsroom-path.ts';
import type { FileDamage } from './parsed-file.ts';

const batch = 40;

/** A file found under `articles/` or `trash/`, with its path relative to the newsroom. */
export interface FoundFile {
	readonly path: string;
	readonly content: ArticleFile | FileDamage;
}

/** Looks once more at a file that a scan found; null when it is gone. */
export async function readFoundFile(
	disk: FileSystem,
	newsroom: NewsroomPath,
	path: string,
): Promise<ArticleFile | FileDamage | null> {
	try {
		const isLink = (await disk.lstat(inNewsroom(newsroom, path))).isSymbolicLink();
		return isLink ? linkDamage : readNow(newsroom, path);
	} catch (error) {
		if (errorCode(error) === 'ENOENT' || errorCode(error) === 'ENOTDIR') return null;
		throw diskFailure(error, 'read', path);
	}
}

/** Reads every article file under a folder of the newsroom, in the order of their paths. */
export async function* scanArticles(
	disk: FileSystem,
	newsroom: NewsroomPath,
	folder: string,
): AsyncGenerator<FoundFile> {
	let read = 0;
	for await (const found of walk(disk, newsroom, folder)) {
		yield found.isLink
			? { path: found.path, content: linkDamage }
			: { path: found.path, content: readNow(newsroom, found.path) };
		read += 1;
		// Reading at once is several times faster than reading in the background; the pause lets everything else run.
		if (read % batch === 0) await setImmediate();
	}
}

const linkDamage: FileDamage = {
	kind: 'damaged',
	reason: 'It is a link to another place. Galley only reads real files and folders: put the real one here.',
	line: null,
};

function readNow(newsroom: NewsroomPath, path: string): ArticleFile | FileDamage {
	try {
		return readArticleFile(readFileSync(inNewsroom(newsroom, path)));
	} catch (error) {
		const code = errorCode(error);
		if (code === null) throw error;
		const reason = `It cannot be read (${code}). Check the file's permissions and the disk.`;
		return { kind: 'damaged', reason, line: null };
	}
}

async function* walk(
	disk: FileSystem,
	newsroom: NewsroomPath,
	folder: string,
): AsyncGenerator<{ path: string; isLink: boolean }> {
	const absolute = inNewsroom(newsroom, folder);
	let entries: Awaited<ReturnType<FileSystem['list']>>;
	try {
		if ((await disk.lstat(absolute)).isSymbolicLink()) {
			yield { path: folder, isLink: true };
			return;
		}
		entries = await disk.list(absolute);
	} catch (error) {
		if (errorCode(error) === 'ENOENT') return; // no story yet
		throw diskFailure(error, 'read', folder);
	}
	for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
		const path = `${folder}/${entry.name}`;
		if (entry.isDirectory()) yield* walk(disk, newsroom, path);
		else if (entry.name.startsWith('.'))
			continue; // not ours, or what an unfinished write left
		else if (entry.isSymbolicLink()) yield { path, isLink: true };
		else if (entry.isFile() && entry.name.endsWith('.json')) yield { path, isLink: false };
	}
}
