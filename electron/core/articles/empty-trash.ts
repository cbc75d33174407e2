import { dirname } from 'node:path';
import type { EmptiedTrash } from '#shared/contract/articles.ts';
import { FailureError } from '#shared/failure.ts';
import type { ArticleId } from '#shared/model/article.ts';
import { exists, syncFolder } from '../disk/atomic-write.ts';
import { diskFailure } from '../disk/disk-failure.ts';
import { inNewsroom } from '../disk/newsroom-path.ts';
import type { HistoryStore } from '../history/history-store.ts';
import { mustBeWritable } from '../newsroom/newsroom-folder.ts';
import { readTrashed } from './article-trash.ts';
import type { Shelf } from './shelf.ts';

interface TrashAndHistory {
	readonly shelf: Shelf;
	readonly history: HistoryStore;
}

/** Deletes stories from the trash for ever; see the contract. */
export async function emptyTrash(newsroom: TrashAndHistory, ids: readonly ArticleId[]): Promise<EmptiedTrash> {
	await mustBeWritable(newsroom.shelf.disk, newsroom.shelf.folder());
	await newsroom.shelf.reading.trash;
	const deleted: ArticleId[] = [];
	const kept: { id: ArticleId; reason: string }[] = [];
	for (const id of new Set(ids)) {
		try {
			await deleteForEver(newsroom, id);
			deleted.push(id);
		} catch (error) {
			if (!(error instanceof FailureError)) throw error;
			kept.push({ id, reason: error.failure.message });
		}
	}
	if (deleted.length > 0) newsroom.shelf.changed(deleted);
	return { deleted, kept };
}

function deleteForEver({ shelf, history }: TrashAndHistory, id: ArticleId): Promise<void> {
	return shelf.queues.run(id, async () => {
		const story = shelf.trashed.get(id);
		if (story === undefined) throw new FailureError('not-found', 'This story is not in the trash any more.', id);
		const { article, bytes, revision } = await readTrashed(shelf, story.path);
		if (article.id !== id) throw new FailureError('damaged', `${story.path} holds another story, so it stays.`, id);
		// The history first: a disk that refuses it deletes nothing.
		await history.keep({ article, bytes, revision }, 'deleted', true);
		const path = inNewsroom(shelf.folder().path, story.path);
		try {
			await shelf.lock.hold(() => shelf.disk.unlink(path));
			await syncFolder(shelf.disk, dirname(path));
		} catch (error) {
			// It may be gone though the disk could not promise that it stays so.
			if (!(await exists(shelf.disk, path).catch(() => true))) shelf.trashed.delete(id);
			throw diskFailure(error, 'move', `${story.path} out of the trash`);
		}
		shelf.trashed.delete(id);
	});
}
