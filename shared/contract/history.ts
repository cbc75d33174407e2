import { z } from 'zod';
import { type Article, ArticleId, Revision } from '../model/article.ts';
import type { Status } from '../model/status.ts';
import type { SaveOutcome } from './articles.ts';
import { answers, command, query } from './define.ts';

/** The lasting name of one revision in a story's history: a ULID, so that it also says when. */
export const RevisionId = z.string().regex(/^[0-7][0-9A-HJKMNP-TV-Z]{25}$/, { error: 'must be a ULID' });
export type RevisionId = z.infer<typeof RevisionId>;

/** Why a revision was kept. */
export const RevisionReason = z.enum([
	'opened', // as it was before Galley first changed it
	'explicit-save', // the editor saved
	'status', // its status changed
	'export', // it was exported like this
	'restore', // an earlier revision was brought back
	'interval', // five minutes of editing went by
	'before-restore', // as it was before an earlier revision was brought back
	'before-external', // what Galley last knew, before another program changed the file
	'external', // what another program, another window or a colleague made of it
	'discarded', // unsaved work that the editor chose not to keep
	'deleted', // as it was when it was deleted from the trash for ever
]);
export type RevisionReason = z.infer<typeof RevisionReason>;

/** One line of a story's history. */
export interface PastRevision {
	readonly id: RevisionId;
	/** When it was kept, ISO 8601. */
	readonly at: string;
	/** Who worked then; empty where nobody knows, such as for a change by another program. */
	readonly author: string;
	readonly reason: RevisionReason;
	readonly status: Status;
	readonly headline: string;
	readonly words: number;
	/** The SHA-256 of the file's bytes; two lines with the same one hold the same text. */
	readonly revision: Revision;
}

export interface HistoryPage {
	/** Newest first. */
	readonly revisions: readonly PastRevision[];
	/** Pass it as `cursor` for the page that follows; null on the last. */
	readonly next: string | null;
	/** How many revisions the story has. */
	readonly total: number;
	/** Bytes of the history that cannot be read, such as after a disk fault; 0 when all is well. */
	readonly unreadableBytes: number;
}

export const history = {
	/** One page of a story's revisions, newest first; a story without any has an empty one. */
	list: query(
		z.strictObject({
			id: ArticleId,
			cursor: RevisionId.nullable().default(null),
			limit: z.int().min(1).max(1000).default(100),
		}),
		answers<HistoryPage>(),
	),
	/** The whole story as it was. One field or one block of it is brought back by the desk, as an edit. */
	get: query(z.strictObject({ id: ArticleId, revision: RevisionId }), answers<Article>()),
	/**
	 * Brings back the whole story as it was, but for its id, its status, its slug once published, and its dates of making
	 * and publishing. Its present state is kept as a revision first, or nothing is done; `basedOn` as in `articles.save`.
	 */
	restore: command(z.strictObject({ id: ArticleId, revision: RevisionId, basedOn: Revision }), answers<SaveOutcome>()),
};
