import type { LinkedStory } from '#shared/contract/articles.ts';
import type { Article, ArticleId } from '#shared/model/article.ts';

/** Finds a story that another one links to; null when it is gone or in the trash. */
export type FindLinked = (id: ArticleId) => LinkedStory | null;

/** Everything that a story links to, the next read last. */
export function linksOf({ related, nextRead }: Article) {
	return nextRead ? [...related, nextRead] : related;
}
