import { FailureError } from '#shared/failure.ts';
import type { ArticleId } from '#shared/model/article.ts';
import { diskFailure } from '../../disk/disk-failure.ts';
import { errorCode, type FileSystem } from '../../disk/file-system.ts';
import { inNewsroom, type NewsroomPath, refuseLinksOut } from '../../disk/newsroom-path.ts';
import type { HistoryStore } from '../../history/history-store.ts';
import { type ArticleFile, contentHashOf, hasChanges, readArticleFile } from '../article-file.ts';
import type { ContentHash } from './content-hash.ts';

/** What readers have of a story whose file is at hand. */
export type LiveVersion =
	/** What the file holds: nothing in it is to be published yet, or there is no other version. */
	| { readonly kind: 'working-copy' }
	/** An earlier version; `isKept` says that it lies beside the file, and not only in the history. */
	| { readonly kind: 'live'; readonly file: ArticleFile; readonly isKept: boolean }
	/** An earlier version that nobody knows any more. */
	| { readonly kind: 'unusable'; readonly reason: string };

/** What the live version of a story is read with. */
export interface LiveReader {
	readonly disk: FileSystem;
	readonly newsroom: NewsroomPath;
	readonly history: Pick<HistoryStore, 'list' | 'read'>;
}

/** Where the live version of the story in a file lies while the file has another one; both relative to the newsroom. */
export function livePath(path: string): string {
	return path.replace(/^articles\//, 'live/');
}

/**
 * Finds what readers have of a story. It is the version whose hash the file names, and no other: one that lies beside the
 * file and has another hash is passed over.
 */
export async function readLive(
	reader: LiveReader,
	file: ArticleFile & { readonly path: string },
): Promise<LiveVersion> {
	const { article, live, path } = file;
	if (live === null || !hasChanges(file)) return { kind: 'working-copy' };
	const beside = await readBeside(reader, livePath(path), article.id, live);
	if (beside.kind !== 'unusable') return beside;
	const past = await findInHistory(reader, article.id, live);
	return past === null ? beside : { kind: 'live', file: past, isKept: false };
}

async function readBeside(
	{ disk, newsroom }: LiveReader,
	path: string,
	id: ArticleId,
	live: ContentHash,
): Promise<Extract<LiveVersion, { kind: 'live' | 'unusable' }>> {
	const absolute = inNewsroom(newsroom, path);
	const unusable = (what: string) =>
		({
			kind: 'unusable',
			reason: `What readers have of it is not known any more: ${path} ${what}. Bring that file back, or publish the changes`,
		}) as const;
	let bytes: Uint8Array;
	try {
		await refuseLinksOut(disk, newsroom, absolute);
		bytes = await disk.readFile(absolute);
	} catch (error) {
		const code = errorCode(error);
		if (code === 'ENOENT' || code === 'ENOTDIR') return unusable('is missing');
		const failure = diskFailure(error, 'read', path);
		if (!(failure instanceof FailureError)) throw failure;
		return unusable(`cannot be read (${code ?? failure.failure.message})`);
	}
	const file = readArticleFile(bytes);
	if (file.kind === 'damaged') return unusable(file.line === null ? 'is damaged' : `is damaged on line ${file.line}`);
	const isWanted = file.article.id === id && contentHashOf(file) === live;
	return isWanted ? { kind: 'live', file, isKept: true } : unusable('was changed by another program');
}

/** What was published is kept in the history too, which finds it where another program changed the story. */
async function findInHistory({ history }: LiveReader, id: ArticleId, live: ContentHash): Promise<ArticleFile | null> {
	for await (const file of publishedRevisions(history, id)) if (contentHashOf(file) === live) return file;
	return null;
}

/** The revisions of a story in which it was published, newest first; a history that cannot be read has none. */
export async function* publishedRevisions(
	history: Pick<HistoryStore, 'list' | 'read'>,
	id: ArticleId,
): AsyncGenerator<ArticleFile> {
	try {
		const { revisions } = await history.list(id, null, Number.MAX_SAFE_INTEGER);
		for (const revision of revisions) {
			if (revision.status !== 'published') continue;
			const file = readArticleFile(await history.read(id, revision.id));
			if (file.kind === 'article') yield file;
		}
	} catch (error) {
		if (!(error instanceof FailureError)) throw error;
	}
}
