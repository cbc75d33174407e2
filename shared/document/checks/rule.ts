import type { Article, ArticleId } from '../../model/article.ts';
import type { MediaPath } from '../../model/block.ts';
import type { Category } from '../../model/category.ts';
import type { LinkedStory } from '../../model/linked-story.ts';
import type { Newsroom } from '../../model/newsroom.ts';
import type { FieldRef, Problem } from '../../model/problem.ts';

/** What the checks need to know beyond the story. */
export interface CheckContext {
	readonly categories: readonly Category[];
	readonly limits: Newsroom['limits'];
	/** A linked story; undefined is not known yet, null is gone or in the trash. */
	linked(id: ArticleId): LinkedStory | null | undefined;
	/** Whether the newsroom holds the picture; without it pictures are taken to be there. */
	mediaExists?(path: MediaPath): boolean;
	readonly now: Date;
	/** How an embargo is written; in English and UTC where it is not given. */
	readonly dateStyle?: { readonly locale: string; readonly timeZone: string };
}

/** Where a rule found something, and the sentence for the editor. */
export interface Finding {
	readonly where: FieldRef;
	readonly message: string;
}

/** One readiness rule: errors block an export, warnings do not. */
export interface Rule {
	readonly check: string;
	readonly severity: Problem['severity'];
	find(article: Article, context: CheckContext): Iterable<Finding>;
}
