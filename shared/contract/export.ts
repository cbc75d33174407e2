import { z } from 'zod';
import type { Failure } from '../failure.ts';
import { ArticleId } from '../model/article.ts';
import type { Problem } from '../model/problem.ts';
import { type BulkReport, Selection } from './articles.ts';
import type { BackupReport, RestoreReport } from './backup.ts';
import { answers, command, query } from './define.ts';

/** Which stories an export takes: one, some, or all that are ready or published. */
export const ExportScope = z.discriminatedUnion('kind', [
	z.strictObject({ kind: z.literal('all') }),
	z.strictObject({ kind: z.literal('one'), id: ArticleId }),
	z.strictObject({ kind: z.literal('some'), selection: Selection }),
]);
export type ExportScope = z.infer<typeof ExportScope>;

/** What an export does with one story. */
export interface PlannedStory {
	readonly id: ArticleId;
	readonly headline: string;
	readonly slug: string;
	readonly categories: readonly string[];
	readonly outcome: 'new' | 'changed' | 'unchanged' | 'blocked' | 'embargoed';
	/** Errors that block it and warnings that do not. */
	readonly problems: readonly Problem[];
	/** Until when it is embargoed, ISO 8601. */
	readonly embargo: string | null;
}

/** A dry run: what an export would do. Nothing is written. */
export interface ExportPlan {
	readonly folder: string;
	readonly stories: readonly PlannedStory[];
	/** Articles that an earlier export wrote and this one removes: withdrawn, trashed or renamed. */
	readonly removed: readonly string[];
	/** Damaged files that are passed over. */
	readonly damaged: number;
}

export interface ExportReport {
	readonly folder: string;
	readonly written: number;
	readonly unchanged: number;
	readonly removed: number;
	readonly media: number;
	readonly blocked: readonly PlannedStory[];
}

export const JobId = z.string().max(64);

export type JobState =
	| { readonly kind: 'running'; readonly done: number; readonly total: number }
	| { readonly kind: 'finished'; readonly report: ExportReport }
	| { readonly kind: 'changed'; readonly report: BulkReport }
	| { readonly kind: 'backed-up'; readonly report: BackupReport }
	| { readonly kind: 'restored'; readonly report: RestoreReport }
	| { readonly kind: 'failed'; readonly failure: Failure }
	| { readonly kind: 'cancelled' };

const request = z.strictObject({ scope: ExportScope, folder: z.string().min(1).max(4096) });

export const exporting = {
	plan: query(request, answers<ExportPlan>()),
	/** Starts an export; its progress and end come as `jobs.changed`. */
	start: command(request, answers<{ readonly job: string }>()),
};

export const jobs = {
	/** Cancels a job; what it was replacing stays as it was. */
	cancel: command(z.strictObject({ job: JobId }), answers<null>()),
};
