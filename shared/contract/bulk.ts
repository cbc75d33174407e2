import { z } from 'zod';
import type { ArticleId } from '../model/article.ts';
import { Slug } from '../model/category.ts';
import { Status } from '../model/status.ts';
import { FindQuery } from '../text/find/find-query.ts';

/** What is looked for in many stories, and what is put in its place; see `Finder.replace`. */
export const Replacement = z.strictObject({ query: FindQuery, by: z.string().max(1000) });
export type Replacement = z.output<typeof Replacement>;

/** One change to many stories. */
export const StoryChange = z.discriminatedUnion('kind', [
	z.strictObject({ kind: z.literal('status'), status: Status }),
	z.strictObject({
		kind: z.literal('categories'),
		add: z.array(Slug).max(100).default([]),
		remove: z.array(Slug).max(100).default([]),
	}),
	z.strictObject({ kind: z.literal('trending'), trending: z.boolean() }),
	/** Readers get the changes of published stories; one with errors is a failure. */
	z.strictObject({ kind: z.literal('publish') }),
	z.strictObject({ kind: z.literal('trash') }),
	/** Puts something in the place of all that a query finds, as an edit of each story; readers keep what they have. */
	z.strictObject({ kind: z.literal('replace'), ...Replacement.shape }),
]);
export type StoryChange = z.output<typeof StoryChange>;

/** What publishing many stories at once would do. */
export interface ManyPublications {
	/** How many readers get, or get the changes of. */
	readonly count: number;
	/** The first hundred of them, newest first. */
	readonly stories: readonly { readonly id: ArticleId; readonly headline: string; readonly status: Status }[];
	/** How many of those that were chosen have nothing to be published. */
	readonly unchanged: number;
	/** The first hundred that readers are not to get, with the reason. */
	readonly refused: BulkReport['failed'];
	readonly refusedCount: number;
}

/** What a query finds in many stories. */
export interface FoundInStories {
	/** How many stories hold it. */
	readonly storyCount: number;
	/** How often it is found in all of them. */
	readonly count: number;
	/** The first hundred stories, in the order of the list. */
	readonly stories: readonly FoundStory[];
	/** Stories whose files are gone or damaged, which nobody can look into. */
	readonly unread: number;
}
export interface FoundStory {
	readonly id: ArticleId;
	readonly headline: string;
	readonly count: number;
	/** The first of them. */
	readonly places: readonly FoundPlace[];
}
/** One place where something was found, with the words around it, and what would stand there. */
export interface FoundPlace {
	/** What its text is called: "Headline", "Picture, Caption". */
	readonly label: string;
	readonly before: string;
	readonly found: string;
	readonly by: string;
	readonly after: string;
}

/** What became of many stories that were to be changed. */
export interface BulkReport {
	readonly changed: number;
	/** Stories that were already so. */
	readonly unchanged: number;
	/** The first hundred that could not be changed, with the reason. */
	readonly failed: readonly { readonly id: ArticleId; readonly headline: string; readonly reason: string }[];
	readonly failedCount: number;
	/** What `undoChange` takes; null when nothing was changed. */
	readonly undo: string | null;
	/** Whether it was cancelled before its end; what was changed until then stays, and can be undone. */
	readonly cancelled: boolean;
	/** Why it ended before its end without being cancelled, such as a full disk; as with a cancel otherwise. */
	readonly stopped: string | null;
	/** What else is to be known of it, in a sentence: a category that stays, as stories still stand in it. */
	readonly note?: string;
}
