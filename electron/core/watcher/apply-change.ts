import type { DamagedFile } from '#shared/contract/articles.ts';
import type { ArticleId } from '#shared/model/article.ts';
import type { ArticleFile } from '../articles/article-file.ts';
import { readFoundFile } from '../articles/article-scan.ts';
import { readTrashPath } from '../articles/article-trash.ts';
import { type Shelf, shelve, unshelve } from '../articles/shelf.ts';
import { exists } from '../disk/atomic-write.ts';
import { inNewsroom } from '../disk/newsroom-path.ts';
import type { FileDamage } from '../json/parsed-file.ts';

/** What came of looking at a file: the stories that changed, or that it has to be looked at again. */
export type Applied = { readonly kind: 'done'; readonly ids: readonly ArticleId[] } | { readonly kind: 'again' };

const nothing: Applied = { kind: 'done', ids: [] };
const again: Applied = { kind: 'again' };

/** Takes over a story's file as it was found; what Galley wrote itself changes nothing. */
export function applyStory(shelf: Shelf, path: string, found: ArticleFile): Promise<Applied> {
	const { id } = found.article;
	// In line with the saves, so that one under way has told what it wrote before its file is looked at.
	return shelf.queues.run(id, async () => {
		const wasDamaged = shelf.damaged.delete(path);
		const known = shelf.catalogue.at(path);
		if (known?.id === id && known.revision === found.revision) {
			return wasDamaged ? { kind: 'done', ids: [id] } : nothing;
		}
		const now = await readFoundFile(shelf.disk, shelf.folder().path, path);
		if (now === null || now.kind === 'damaged' || now.article.id !== id) return again;
		if (known?.id === id && known.revision === now.revision) return nothing;

		const elsewhere = shelf.catalogue.get(id)?.path ?? path;
		if (elsewhere !== path && (await isThere(shelf, elsewhere, id))) {
			const reason = `It has the same id as ${elsewhere}. Delete one of the two, or give this one another id.`;
			noteDamage(shelf, { path, reason, line: null });
			return { kind: 'done', ids: [id] };
		}
		// What Galley last knew of it goes into its history before this takes its place.
		await shelf.keeper.read(now);
		const ids = [id];
		if (known !== null && known.id !== id) {
			await shelf.keeper.lost(known.id);
			unshelve(shelf, known.id);
			ids.push(known.id);
		}
		shelve(shelf, now.article, path, now.revision);
		return { kind: 'done', ids };
	});
}

async function isThere(shelf: Shelf, path: string, id: ArticleId): Promise<boolean> {
	const content = await readFoundFile(shelf.disk, shelf.folder().path, path);
	return content !== null && content.kind === 'article' && content.article.id === id;
}

/** Lists a file as damaged. The story that it was stays listed too, so that opening it says what is wrong. */
export async function applyDamage(shelf: Shelf, path: string, { reason, line }: FileDamage): Promise<Applied> {
	noteDamage(shelf, { path, reason, line });
	const known = shelf.catalogue.at(path);
	if (known === null) return nothing;
	await shelf.keeper.lost(known.id);
	return { kind: 'done', ids: [known.id] };
}

function noteDamage(shelf: Shelf, file: DamagedFile): void {
	shelf.damaged.set(file.path, file);
}

/** Takes over that a file is gone. */
export async function applyGone(shelf: Shelf, path: string): Promise<Applied> {
	shelf.damaged.delete(path);
	for (const [id, story] of shelf.trashed) {
		if (story.path !== path) continue;
		shelf.trashed.delete(id);
		return { kind: 'done', ids: [id] };
	}
	const known = shelf.catalogue.at(path);
	if (known === null) return nothing;
	return shelf.queues.run(known.id, async () => {
		if (shelf.catalogue.at(path)?.id !== known.id) return nothing;
		if ((await readFoundFile(shelf.disk, shelf.folder().path, path)) !== null) return again;
		await shelf.keeper.lost(known.id);
		unshelve(shelf, known.id);
		return { kind: 'done', ids: [known.id] };
	});
}

/** Takes over a file in the trash, once the story is no longer among the others. */
export function applyTrashed(
	shelf: Shelf,
	path: string,
	{ article: { id, headline, status } }: ArticleFile,
): Promise<Applied> {
	const origin = readTrashPath(path);
	if (origin === null) return Promise.resolve(nothing);
	return shelf.queues.run(id, async () => {
		const present = shelf.trashed.get(id);
		if (present !== undefined && (present.path === path || present.trashed > origin.trashed)) return nothing;
		if (shelf.catalogue.get(id) !== null) return again;
		// It may have been restored or deleted since it was read.
		if (!(await exists(shelf.disk, inNewsroom(shelf.folder().path, path)))) return nothing;
		shelf.trashed.set(id, { path, headline, status, trashed: origin.trashed });
		return { kind: 'done', ids: [id] };
	});
}
