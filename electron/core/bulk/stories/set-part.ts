import type { Article, ArticleId } from '#shared/model/article.ts';
import type { ArticleStore } from '../../articles/article-store.ts';
import type { ActLog } from '../acts/act-store.ts';
import { editStory } from './edit-story.ts';
import { isSamePart, partOf, type StoryPart, withPart } from './story-part.ts';

/** Gives a story a part as an edit of it, written down before; false when it is so already. */
export function setPart(
	articles: ArticleStore,
	id: ArticleId,
	kind: StoryPart['kind'],
	log: ActLog,
	wanted: (article: Article) => Promise<StoryPart>,
): Promise<boolean> {
	return editStory(articles, id, log, async (article) => {
		const was = partOf(article, kind);
		const is = await wanted(article);
		if (isSamePart(was, is)) return null;
		return {
			article: withPart(article, is),
			step: (way) => ({ kind: 'part', ...way, was, is }),
			isStatus: kind === 'status',
		};
	});
}
