import { FailureError } from '#shared/failure.ts';
import type { Article, ArticleId, Revision } from '#shared/model/article.ts';
import { readLive } from '../live/live-version.ts';
import type { StoreState } from '../state/store-state.ts';
import { readTrashPath } from './trash-path.ts';
import { readTrashed } from './trash-story.ts';

/** A story in the trash, and what readers would have of it again where that is another version. */
export interface TrashedVersions {
	readonly article: Article;
	readonly revision: Revision;
	readonly live: Article | null;
}

/** Reads a story in the trash; null when it is not there, or nobody can read it. */
export async function readInTrash(state: StoreState, id: ArticleId): Promise<TrashedVersions | null> {
	await state.reading.trash;
	const trashed = state.trashed.get(id)?.path;
	const origin = trashed === undefined ? null : readTrashPath(trashed);
	if (trashed === undefined || origin === null) return null;
	try {
		const file = await readTrashed(state, trashed);
		const live = await readLive({ ...state, newsroom: state.folder().path }, { ...file, path: origin.path });
		return { article: file.article, revision: file.revision, live: live.kind === 'live' ? live.file.article : null };
	} catch (error) {
		if (error instanceof FailureError) return null;
		throw error;
	}
}
