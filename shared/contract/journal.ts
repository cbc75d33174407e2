import { z } from 'zod';
import { Article, ArticleId, Moment, Revision } from '../model/article.ts';
import type { OpenedArticle, SaveOutcome } from './articles.ts';
import { answers, command } from './define.ts';
import { SessionId, TextVersion } from './session-id.ts';

/** What is to become of unsaved work, as its file stands now. */
export type RecoveryAdvice =
	/** The file is what the text was made from: `article`, saved over it, loses nothing and needs no question. */
	| { readonly kind: 'restore'; readonly article: Article }
	/** The file was changed since, but not in the same words: `merged` holds both. */
	| { readonly kind: 'merge'; readonly merged: Article }
	/** A person has to choose; `isOlder` when the file was saved later than the text was typed. */
	| { readonly kind: 'choose'; readonly why: 'no-file' | 'no-base' | 'same-words'; readonly isOlder: boolean };

/** Unsaved work of a session that ended without saving it. */
export interface PendingWork {
	readonly id: ArticleId;
	readonly session: SessionId;
	/** When it was last typed, ISO 8601. */
	readonly at: string;
	readonly headline: string;
	readonly mine: Article;
	readonly advice: RecoveryAdvice;
	/** The story's file as it is now; null when it is gone or damaged. */
	readonly theirs: OpenedArticle | null;
	/** Why `theirs` is null, in a sentence; null when it is not. */
	readonly missing: string | null;
}

/** A journal file that does not parse. It is never deleted. */
export interface DamagedJournal {
	/** The whole path on this computer. */
	readonly path: string;
	readonly reason: string;
}

export type ResolveOutcome =
	/** As `articles.save` answers; `saved` may hold a new id where the story's own file could not be used. */
	| SaveOutcome
	/** The unsaved work is kept as a revision with the reason `discarded`, and offered no more. */
	| { readonly kind: 'discarded' };

export const journal = {
	/**
	 * Notes the whole unsaved story; durable once answered. One entry per session and story: the newest version replaces
	 * the ones before, and one that a save already holds is not noted. `base` is only needed when the core did not read
	 * `basedOn` itself since it started, `sent` when a save of that text was never answered, and `typed` when the text is
	 * noted later than it was typed.
	 */
	write: command(
		z.strictObject({
			session: SessionId,
			version: TextVersion,
			basedOn: Revision,
			article: Article,
			base: Article.optional(),
			sent: Article.optional(),
			typed: Moment.optional(),
		}),
		answers<{
			/** When it was noted, ISO 8601. */
			readonly at: string;
			/** Whether the newsroom refused it and it lies in the user's own folder instead; with the reason. */
			readonly besideNewsroom: string | null;
		}>(),
		16 * 1024 * 1024,
	),
	/** Drops the entry: all of it is saved. An entry that is not there is no failure. */
	clear: command(z.strictObject({ session: SessionId, id: ArticleId }), answers<null>()),
	/**
	 * Unsaved work of sessions that have ended. Work of other running Galleys on this computer is not listed, nor that of
	 * `sessions`: one's own, and those that the renderer knows to be open (other tabs, by Web Locks). Work that the file
	 * holds already is cleaned away and not listed.
	 */
	pending: command(
		z.strictObject({ sessions: z.array(SessionId).max(500).default([]) }),
		answers<{ readonly work: readonly PendingWork[]; readonly damaged: readonly DamagedJournal[] }>(),
	),
	/**
	 * Ends pending work after a person chose. `mine` saves `article` (merged), else the journal's own text, over
	 * `basedOn`: the revision of `theirs` that was shown, null when there was none, which makes the file anew.
	 * `theirs` keeps the unsaved text in the history and leaves the file. The entry is dropped only once that is durable;
	 * a `conflict` or `gone` leaves it.
	 */
	resolve: command(
		z.strictObject({
			session: SessionId,
			id: ArticleId,
			keep: z.enum(['mine', 'theirs']),
			article: Article.optional(),
			basedOn: Revision.nullable().default(null),
		}),
		answers<ResolveOutcome>(),
	),
};
