import { FailureError } from '#shared/failure.ts';
import { diskFailure } from '../disk/disk-failure.ts';
import { inNewsroom, refuseLinksOut } from '../disk/newsroom-path.ts';
import type { ArticleFile } from './article-file.ts';
import { readFoundFile } from './article-scan.ts';
import { noteStory, type StoreState } from './state/store-state.ts';

const longestDamagedText = 1024 * 1024;

/** Looks at the damaged files again: one that was mended is a story from then on, one that was deleted is forgotten. */
export async function recheckDamaged(state: StoreState): Promise<void> {
	for (const { path } of [...state.damaged.values()]) {
		const content = await readFoundFile(state.disk, state.folder().path, path);
		// A save or another look has mended it meanwhile.
		if (!state.damaged.has(path)) continue;
		if (content === null) state.damaged.delete(path);
		else if (content.kind === 'damaged') state.damaged.set(path, { path, reason: content.reason, line: content.line });
		else mend(state, content, path);
	}
}

function mend(state: StoreState, file: ArticleFile, path: string): void {
	const { article } = file;
	const twin = state.catalogue.get(article.id)?.path ?? path;
	if (twin !== path) return;
	state.damaged.delete(path);
	noteStory(state, file, path);
	state.changed([article.id]);
}

/** The text of a damaged file, of those that are listed as damaged and no other. */
export async function readDamaged(state: StoreState, path: string): Promise<{ text: string }> {
	if (!state.damaged.has(path)) {
		throw new FailureError('not-found', 'This file is not among the damaged ones.', path);
	}
	const newsroom = state.folder().path;
	try {
		await refuseLinksOut(state.disk, newsroom, inNewsroom(newsroom, path));
		const bytes = await state.disk.readFile(inNewsroom(newsroom, path));
		return { text: Buffer.from(bytes.subarray(0, longestDamagedText)).toString('utf8') };
	} catch (error) {
		throw diskFailure(error, 'read', path);
	}
}
