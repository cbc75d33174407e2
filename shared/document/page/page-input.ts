import type { Article, ArticleId } from '../../model/article.ts';
import type { MediaPath } from '../../model/block.ts';
import type { Category } from '../../model/category.ts';
import type { LinkedStory } from '../../model/linked-story.ts';
import type { Newsroom } from '../../model/newsroom.ts';
import type { Person } from '../../model/person.ts';

/** All that a story's page shows. */
export interface PageInput {
	readonly article: Article;
	readonly newsroom: Newsroom;
	readonly categories: readonly Category[];
	/** The newsroom's, of whom the byline may name some. */
	readonly people: readonly Person[];
	/** A linked story; undefined is not known yet, null is gone. Neither is shown. */
	linked(id: ArticleId): LinkedStory | null | undefined;
	/** The site's Trending strip, newest first; the story itself is left out of it. */
	readonly trending: readonly LinkedStory[];
	/** Where a picture is served. Pass the same function again and unchanged blocks are not rendered again. */
	mediaUrl(path: MediaPath): string;
	/** The day shown on a story that has no date of publication yet. */
	readonly now: Date;
}
