import type { DamagedFile } from '#shared/contract/articles.ts';
import type { ArticleFile } from './article-file.ts';
import { readFoundFile, scanArticles } from './article-scan.ts';
import { readTrashPath } from './article-trash.ts';
import { type Shelf, shelve } from './shelf.ts';

/** Reads every story, damaged file and trashed story of the newsroom into the shelf. */
export async function fillShelf(shelf: Shelf): Promise<void> {
	const newsroom = shelf.folder().path;
	for await (const { path, content } of scanArticles(shelf.disk, newsroom, 'articles')) {
		if (content.kind === 'damaged') {
			noteDamage(shelf, { path, reason: content.reason, line: content.line });
			continue;
		}
		const twin = shelf.catalogue.get(content.article.id)?.path;
		if (twin !== undefined) {
			// The first by path is the story; a copy made by hand is shown rather than chosen from.
			const reason = `It has the same id as ${twin}. Delete one of the two, or give this one another id.`;
			noteDamage(shelf, { path, reason, line: null });
			continue;
		}
		shelve(shelf, content.article, path, content.revision);
	}
	for await (const { path, content } of scanArticles(shelf.disk, newsroom, 'trash')) {
		const origin = readTrashPath(path);
		if (content.kind === 'damaged' || origin === null || shelf.catalogue.get(content.article.id) !== null) continue;
		const present = shelf.trashed.get(content.article.id);
		if (present !== undefined && present.trashed > origin.trashed) continue;
		shelf.trashed.set(content.article.id, { path, article: content.article, trashed: origin.trashed });
	}
}

/** Looks at the damaged files again: one that was mended is a story from then on, one that was deleted is forgotten. */
export async function recheckDamaged(shelf: Shelf): Promise<void> {
	for (const { path } of [...shelf.damaged.values()]) {
		const content = await readFoundFile(shelf.disk, shelf.folder().path, path);
		if (content === null) shelf.damaged.delete(path);
		else if (content.kind === 'damaged') noteDamage(shelf, { path, reason: content.reason, line: content.line });
		else mend(shelf, content, path);
	}
}

function mend(shelf: Shelf, { article, revision }: ArticleFile, path: string): void {
	const twin = shelf.catalogue.get(article.id)?.path ?? path;
	if (twin !== path) return;
	shelf.damaged.delete(path);
	shelve(shelf, article, path, revision);
	shelf.changed([article.id]);
}

function noteDamage(shelf: Shelf, file: DamagedFile): void {
	shelf.damaged.set(file.path, file);
}
