import { z } from 'zod';
import { Article, ArticleId, Revision } from '../model/article.ts';
import type { OpenedArticle, SaveOutcome } from './articles.ts';
import { answers, command } from './define.ts';
import { SessionId } from './session-id.ts';

export { SessionId };

/** Unsaved work of a session that ended without saving it. */
export interface PendingWork {
	readonly id: ArticleId;
	readonly session: SessionId;
	/** When it was last typed, ISO 8601. */
	readonly at: string;
	readonly headline: string;
	readonly mine: Article;
	/** The story that `mine` was made from; null when nobody knows it any more, so that the two can only be compared. */
	readonly base: Article | null;
	readonly basedOn: Revision;
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
	 * Notes the whole unsaved story; durable once answered. One entry per session and story, the newest replaces the one
	 * before. `base` is only needed when the core did not read `basedOn` itself since it started.
	 */
	write: command(
		z.strictObject({ session: SessionId, basedOn: Revision, article: Article, base: Article.optional() }),
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
	 * `sessions`: one's own, and those that the renderer knows to be open (other tabs, by Web Locks). Work that is the
	 * same as the file is cleaned away and not listed.
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
