import type { Article, ArticleId, Revision } from '#shared/model/article.ts';
import { readArticleFile } from '../articles/article-file.ts';
import type { ArticleStore } from '../articles/article-store.ts';
import type { HistoryStore } from '../history/history-store.ts';

/** The story at the revision that the work is based on: as last read or written, as it lies there, or from its history. */
export async function findBase(
	{ articles, history }: { readonly articles: ArticleStore; readonly history: HistoryStore },
	id: ArticleId,
	basedOn: Revision,
	log: (message: string, error?: unknown) => void,
): Promise<Article | null> {
	const known = articles.known(id, basedOn);
	if (known !== null) return known.article;
	try {
		const file = await articles.read(id);
		if (file.kind === 'article' && file.revision === basedOn) return file.article;
		const past = await history.find(id, basedOn);
		const read = past === null ? null : readArticleFile(past);
		return read?.kind === 'article' ? read.article : null;
	} catch (error) {
		// The text is worth noting without what it came from.
		log('the base of unsaved work could not be read', error);
		return null;
	}
}
