import type { ArticleId } from '#shared/model/article.ts';
import { readStory } from '../article-store.ts';
import type { Shelf } from '../shelf.ts';

/** As many as a disk syncs at once with profit. */
const atOnce = 8;

/** Keeps the stories that an export has just written as they now are; what goes wrong is logged and the export stands. */
export async function noteExported(shelf: Shelf, ids: readonly ArticleId[]): Promise<void> {
	if (shelf.folder().readOnly !== null) return;
	const rest = ids.values();
	const lane = async () => {
		for (const id of rest) {
			const file = await readStory(shelf, id);
			if (file.kind === 'article') await shelf.keeper.note(file, 'export');
		}
	};
	await Promise.all(Array.from({ length: atOnce }, lane));
}
