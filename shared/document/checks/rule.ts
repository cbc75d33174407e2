import type { Article, ArticleId } from '../../model/article.ts';
import type { MediaPath } from '../../model/block.ts';
import type { Category } from '../../model/category.ts';
import type { LinkedStory } from '../../model/linked-story.ts';
import type { FieldRef } from '../../model/problem.ts';
import type { CheckSettings } from './check-settings.ts';
import type { CheckId } from './check-table.ts';

/** Where links in the words of a story lead on the newsroom's own site. */
export interface OwnLinks {
	readonly siteUrl: string;
	/** The story that has a slug, or had it; undefined is not known yet, null is none. */
	storyAt(slug: string): ArticleId | null | undefined;
}

/** What the checks need to know beyond the story. */
export interface CheckContext {
	readonly categories: readonly Category[];
	readonly checks: CheckSettings;
	/** A linked story; undefined is not known yet, null is gone or in the trash. */
	linked(id: ArticleId): LinkedStory | null | undefined;
	/** The newsroom's own stories by their addresses; without it links in the words are not looked after. */
	readonly ownLinks?: OwnLinks | undefined;
	/** Whether the newsroom holds the picture; without it pictures are taken to be there. */
	mediaExists?(path: MediaPath): boolean;
	readonly now: Date;
	/** How an embargo is written; in English and UTC where it is not given. */
	/**
	 * Set where many stories are checked at once: `errors` looks for nothing that is no more than a warning, and `quick` leaves
	 * out those warnings for which every word has to be looked at.
	 */
	readonly depth?: 'errors' | 'quick' | undefined;
	readonly dateStyle?: { readonly locale: string; readonly timeZone: string };
}

/** Where a rule found something, and the sentence for the editor. */
export interface Finding {
	readonly where: FieldRef;
	readonly message: string;
	/** Set where this finding is less than its check. */
	readonly severity?: 'warning';
}

/** How a check of the table looks; what it finds has the severity that the newsroom gave the check. */
export interface Rule {
	readonly check: CheckId;
	find(article: Article, context: CheckContext): Iterable<Finding>;
}
