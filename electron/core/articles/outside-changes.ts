import type { ArticleId } from '#shared/model/article.ts';
import { exists } from '../disk/atomic-write.ts';
import { inNewsroom } from '../disk/newsroom-path.ts';
import type { FileDamage } from '../json/parsed-file.ts';
import type { ArticleFile } from './article-file.ts';
import { readFoundFile } from './article-scan.ts';
import { forgetStory, noteStory, type StoreState } from './state/store-state.ts';
import { readTrashPath } from './trash/trash-path.ts';

/** What came of looking at a file: the stories that changed, or that it has to be looked at again. */
export type Applied = { readonly kind: 'done'; readonly ids: readonly ArticleId[] } | { readonly kind: 'again' };

const nothing: Applied = { kind: 'done', ids: [] };
const again: Applied = { kind: 'again' };

/** Takes over a story's file as it was found; what Galley wrote itself changes nothing. */
export function applyStory(state: StoreState, path: string, found: ArticleFile): Promise<Applied> {
	const { id } = found.article;
	// In line with the saves, so that one under way has told what it wrote before its file is looked at.
	return state.queues.run(id, async () => {
		const wasDamaged = state.damaged.delete(path);
		const known = state.catalogue.at(path);
		if (known?.id === id && known.revision === found.revision) {
			return wasDamaged ? { kind: 'done', ids: [id] } : nothing;
		}
		const now = await readFoundFile(state.disk, state.folder().path, path);
		if (now === null || now.kind === 'damaged' || now.article.id !== id) return again;
		if (known?.id === id && known.revision === now.revision) return nothing;

		const elsewhere = state.catalogue.get(id)?.path ?? path;
		if (elsewhere !== path && (await isThere(state, elsewhere, id))) {
			const reason = `It has the same id as ${elsewhere}. Delete one of the two, or give this one another id.`;
			state.damaged.set(path, { path, reason, line: null });
			return { kind: 'done', ids: [id] };
		}
		// What Galley last knew of it goes into its history before this takes its place.
		await state.recorder.read(now);
		const ids = [id];
		if (known !== null && known.id !== id) {
			await state.recorder.lost(known.id);
			forgetStory(state, known.id);
			ids.push(known.id);
		}
		noteStory(state, now, path);
		return { kind: 'done', ids };
	});
}

async function isThere(state: StoreState, path: string, id: ArticleId): Promise<boolean> {
	const content = await readFoundFile(state.disk, state.folder().path, path);
	return content !== null && content.kind === 'article' && content.article.id === id;
}

/** Lists a file as damaged. The story that it was stays listed too, so that opening it says what is wrong. */
export async function applyDamage(state: StoreState, path: string, { reason, line }: FileDamage): Promise<Applied> {
	state.damaged.set(path, { path, reason, line });
	const known = state.catalogue.at(path);
	if (known === null) return nothing;
	await state.recorder.lost(known.id);
	return { kind: 'done', ids: [known.id] };
}

/** Takes over that a file is gone. */
export async function applyGone(state: StoreState, path: string): Promise<Applied> {
	state.damaged.delete(path);
	for (const [id, story] of state.trashed) {
		if (story.path !== path) continue;
		state.trashed.delete(id);
		return { kind: 'done', ids: [id] };
	}
	const known = state.catalogue.at(path);
	if (known === null) return nothing;
	return state.queues.run(known.id, async () => {
		if (state.catalogue.at(path)?.id !== known.id) return nothing;
		if ((await readFoundFile(state.disk, state.folder().path, path)) !== null) return again;
		await state.recorder.lost(known.id);
		forgetStory(state, known.id);
		return { kind: 'done', ids: [known.id] };
	});
}

/** Takes over a file in the trash, once the story is no longer among the others. */
export function applyTrashed(
	state: StoreState,
	path: string,
	{ article: { id, headline, status } }: ArticleFile,
): Promise<Applied> {
	const origin = readTrashPath(path);
	if (origin === null) return Promise.resolve(nothing);
	return state.queues.run(id, async () => {
		const present = state.trashed.get(id);
		if (present !== undefined && (present.path === path || present.trashed > origin.trashed)) return nothing;
		if (state.catalogue.get(id) !== null) return again;
		// It may have been restored or deleted since it was read.
		if (!(await exists(state.disk, inNewsroom(state.folder().path, path)))) return nothing;
		state.trashed.set(id, { path, headline, status, trashed: origin.trashed });
		return { kind: 'done', ids: [id] };
	});
}
