import type { LinkedStory } from '#shared/contract/articles.ts';
import type { Article, ArticleId } from '#shared/model/article.ts';
import type { ExportSource } from './export-source.ts';

/** Finds a story that another one links to; null when it is gone or in the trash. */
export type FindLinked = (id: ArticleId) => LinkedStory | null;

/** The stories that one links to. */
export async function linkedStories(article: Article, source: ExportSource): Promise<FindLinked> {
	const found = await source.linked(linksOf(article).flatMap((link) => ('article' in link ? [link.article] : [])));
	return (id) => found.get(id) ?? null;
}

/** Everything that a story links to, the next read last. */
export function linksOf({ related, nextRead }: Article) {
	return nextRead ? [...related, nextRead] : related;
}
