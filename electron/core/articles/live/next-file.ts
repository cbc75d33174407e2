import { isSameValue } from '#shared/document/diff/same-value.ts';
import { innerOf } from '#shared/document/inner-fields.ts';
import type { Article, ArticleId } from '#shared/model/article.ts';
import { exists } from '../../disk/atomic-write.ts';
import { inNewsroom } from '../../disk/newsroom-path.ts';
import { type ArticleFile, changedArticleFile, contentHashOf, hasChanges } from '../article-file.ts';
import type { StoryFile } from '../open-story.ts';
import type { StoreState } from '../state/store-state.ts';
import type { ContentHash } from './content-hash.ts';
import { type LiveVersion, livePath, publishedRevisions, readLive } from './live-version.ts';

/** What a story's file becomes, and what becomes of the version beside it. */
export interface NextFile {
	readonly file: ArticleFile;
	/** What has to lie beside the file before it is written; null when it lies there, or nothing need. */
	readonly keep: Uint8Array | null;
	/** Whether nothing is to lie beside the file once it is written. */
	readonly drop: boolean;
}

/** What a story's file becomes by a save of `next`: readers keep what they have of a story that stays published. */
export async function savedFile(state: StoreState, file: StoryFile, next: Article): Promise<NextFile> {
	const was = file.article.status === 'published';
	if (next.status !== 'published') {
		return { file: changedArticleFile(file, next, null), keep: null, drop: was || file.live !== null };
	}
	if (!was) return publishedFile(file, next);

	const mark = file.live ?? contentHashOf(file);
	const after = changedArticleFile(file, next, mark);
	const isChanged = contentHashOf(after) !== mark;
	// Nearly every save: what it holds needs no look.
	if (isChanged && hasChanges(file) && (await isBeside(state, file.path)))
		return { file: after, keep: null, drop: false };
	const live = await liveOf(state, file);
	if (isChanged) return { file: after, keep: bytesToKeep(file, live), drop: false };
	// Both are the same again. With what the newsroom alone reads as it was then, it is the very file of then, its dates included.
	const isWhole = live.kind === 'live' && isSameValue(innerOf(live.file.article), innerOf(next));
	return { file: isWhole ? live.file : after, keep: null, drop: live.kind !== 'working-copy' };
}

/** What a story's file becomes when readers are to get `next`. */
export function publishedFile(file: ArticleFile, next: Article): NextFile {
	const mark = contentHashOf(changedArticleFile(file, next, null));
	return { file: changedArticleFile(file, next, mark), keep: null, drop: true };
}

/** What readers have of a story whose file is at hand. */
export function liveOf(state: StoreState, file: StoryFile): Promise<LiveVersion> {
	return readLive({ ...state, newsroom: state.folder().path }, file);
}

/** The hash of what readers last had of a published story whose file is gone; null when nobody knows. */
export async function lastLive({ recorder, history }: StoreState, id: ArticleId): Promise<ContentHash | null> {
	const last = recorder.last(id);
	if (last?.article.status === 'published') return last.live ?? contentHashOf(last);
	for await (const file of publishedRevisions(history, id)) return file.live ?? contentHashOf(file);
	return null;
}

/** Whether a version lies beside a story's file. */
function isBeside(state: StoreState, path: string): Promise<boolean> {
	return exists(state.disk, inNewsroom(state.folder().path, livePath(path)));
}

function bytesToKeep(file: StoryFile, live: LiveVersion): Uint8Array | null {
	switch (live.kind) {
		case 'working-copy':
			return file.bytes;
		case 'live':
			return live.isKept ? null : live.file.bytes;
		case 'unusable':
			return null;
	}
}
