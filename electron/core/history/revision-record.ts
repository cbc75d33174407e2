import { z } from 'zod';
import { type PastRevision, RevisionId, RevisionReason } from '#shared/contract/history.ts';
import { ArticleId, Moment, Revision } from '#shared/model/article.ts';
import { Status } from '#shared/model/status.ts';
import { encodeRecord, type RecordHeader } from './record-log.ts';

/** The format of histories that this version reads and writes. */
export const historyFormat = 1;
/** Long headlines are cut in the list; the story itself has them whole. */
const longestHeadline = 300;

const BeginHeader = z.object({ is: z.literal('history'), format: z.int().min(1), article: ArticleId });
const PieceHeader = z.object({ is: z.literal('piece'), name: z.string(), packed: z.boolean() });
/** A revision as it is kept. */
const PastRevisionShape = z.object({
	id: RevisionId,
	at: Moment,
	author: z.string(),
	reason: RevisionReason,
	status: Status,
	headline: z.string(),
	words: z.number(),
	revision: Revision,
});
const RevisionHeader = PastRevisionShape.extend({ is: z.literal('revision') });

/** A record of a history, by what it is; null for one that this version does not know. */
export type HistoryRecord =
	| { readonly kind: 'begin'; readonly format: number }
	| { readonly kind: 'piece'; readonly name: string; readonly packed: boolean }
	| { readonly kind: 'revision'; readonly revision: PastRevision }
	| null;

/** Reads a record's header. */
export function readHistoryRecord(header: RecordHeader): HistoryRecord {
	switch (header.is) {
		case 'history': {
			const begin = BeginHeader.safeParse(header);
			return begin.success ? { kind: 'begin', format: begin.data.format } : null;
		}
		case 'piece': {
			const piece = PieceHeader.safeParse(header);
			return piece.success ? { kind: 'piece', name: piece.data.name, packed: piece.data.packed } : null;
		}
		case 'revision': {
			const parsed = RevisionHeader.safeParse(header);
			if (!parsed.success) return null;
			const { is: _, ...revision } = parsed.data;
			return { kind: 'revision', revision };
		}
		default:
			return null;
	}
}

/** The record that begins a story's history. */
export function beginRecord(article: ArticleId): Uint8Array {
	return encodeRecord({ is: 'history', format: historyFormat, article }, new Uint8Array());
}

/** The record of one piece of a story. */
export function pieceRecord(name: string, packed: boolean, body: Uint8Array): Uint8Array {
	return encodeRecord({ is: 'piece', name, packed }, body);
}

/** The record of a revision; `body` names its pieces. */
export function revisionRecord(revision: PastRevision, body: Uint8Array): Uint8Array {
	return encodeRecord({ is: 'revision', ...revision, headline: listedHeadline(revision.headline) }, body);
}

/** A headline as the list of revisions has it. */
function listedHeadline(headline: string): string {
	return headline.length <= longestHeadline ? headline : [...headline].slice(0, longestHeadline).join('');
}
