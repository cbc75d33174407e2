import { dirname } from 'node:path';
import type { EmptiedTrash } from '#shared/contract/articles.ts';
import { FailureError } from '#shared/failure.ts';
import type { ArticleId } from '#shared/model/article.ts';
import { exists, syncFolder } from '../../disk/atomic-write.ts';
import { diskFailure } from '../../disk/disk-failure.ts';
import { inNewsroom } from '../../disk/newsroom-path.ts';
import { mustBeWritable } from '../../newsroom/newsroom-folder.ts';
import { dropLive } from '../live/keep-live.ts';
import type { StoreState } from '../state/store-state.ts';
import { readTrashPath } from './trash-path.ts';
import { readTrashed } from './trash-story.ts';

/** Deletes stories from the trash for ever; see the contract. */
export async function emptyTrash(state: StoreState, ids: readonly ArticleId[]): Promise<EmptiedTrash> {
	await mustBeWritable(state.disk, state.folder());
	await state.reading.trash;
	const deleted: ArticleId[] = [];
	const kept: { id: ArticleId; reason: string }[] = [];
	for (const id of new Set(ids)) {
		try {
			await deleteForEver(state, id);
			deleted.push(id);
		} catch (error) {
			if (!(error instanceof FailureError)) throw error;
			kept.push({ id, reason: error.failure.message });
		}
	}
	if (deleted.length > 0) state.changed(deleted);
	return { deleted, kept };
}

function deleteForEver(state: StoreState, id: ArticleId): Promise<void> {
	return state.queues.run(id, async () => {
		const story = state.trashed.get(id);
		if (story === undefined) throw new FailureError('not-found', 'This story is not in the trash any more.', id);
		const { article, bytes, revision } = await readTrashed(state, story.path);
		if (article.id !== id) throw new FailureError('damaged', `${story.path} holds another story, so it stays.`, id);
		// The history first: a disk that refuses it deletes nothing.
		await state.history.keep({ article, bytes, revision }, 'deleted', true);
		const path = inNewsroom(state.folder().path, story.path);
		try {
			await state.lock.hold(() => state.disk.unlink(path));
			await syncFolder(state.disk, dirname(path));
		} catch (error) {
			// It may be gone though the disk could not promise that it stays so.
			if (!(await exists(state.disk, path).catch(() => true))) state.trashed.delete(id);
			throw diskFailure(error, 'move', `${story.path} out of the trash`);
		}
		state.trashed.delete(id);
		const origin = readTrashPath(story.path);
		if (origin !== null) await dropLive(state, origin.path);
	});
}
