import type { ArticleId } from '#shared/model/article.ts';
import { readFoundFile } from '../article-scan.ts';
import type { StoreState } from './store-state.ts';

/**
 * Where a story lies, relative to the newsroom; null when it lies nowhere. While the newsroom is still being read, a story
 * that was not told of yet is looked for; none is called missing before every file was read.
 */
export async function pathOf(state: StoreState, id: ArticleId): Promise<string | null> {
	const known = () => state.catalogue.get(id)?.path ?? null;
	if (known() !== null || state.reading.isWhole()) return known();
	for (const path of await state.index.locate(id)) {
		const found = await readFoundFile(state.disk, state.folder().path, path);
		if (found?.kind === 'article' && found.article.id === id) return known() ?? path;
	}
	await state.reading.whole;
	return known();
}
