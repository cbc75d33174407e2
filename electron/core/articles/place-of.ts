import type { ArticleId } from '#shared/model/article.ts';
import { readFoundFile } from './article-scan.ts';
import type { Shelf } from './shelf.ts';

/**
 * Where a story lies, relative to the newsroom; null when it lies nowhere. While the newsroom is still being read, a story
 * that was not told of yet is looked for; none is called missing before every file was read.
 */
export async function placeOf(shelf: Shelf, id: ArticleId): Promise<string | null> {
	const known = () => shelf.catalogue.get(id)?.path ?? null;
	if (known() !== null || shelf.reading.isWhole()) return known();
	for (const path of await shelf.index.locate(id)) {
		const found = await readFoundFile(shelf.disk, shelf.folder().path, path);
		if (found?.kind === 'article' && found.article.id === id) return known() ?? path;
	}
	await shelf.reading.whole;
	return known();
}
