import type { LinkedStory } from '#shared/contract/articles.ts';
import type { Article, ArticleId } from '#shared/model/article.ts';

/** Finds a story that another one links to; null when it is gone or in the trash. */
export type FindLinked = (id: ArticleId) => LinkedStory | null;

/** Answers what links to these stories show. */
export type AskLinked = (ids: readonly ArticleId[]) => FindLinked | Promise<FindLinked>;

/** Everything that a story links to, the next read last. */
export function linksOf({ related, nextRead }: Article) {
	return nextRead ? [...related, nextRead] : related;
}

/** The stories that a story links to. */
export function linkedIds(article: Article): ArticleId[] {
	return [...new Set(linksOf(article).flatMap((link) => ('article' in link ? [link.article] : [])))];
}
