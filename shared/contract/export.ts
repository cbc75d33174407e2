import { z } from 'zod';
import type { Failure } from '../failure.ts';
import { ArticleId } from '../model/article.ts';
import type { Problem } from '../model/problem.ts';
import { FormatName, usualFormat } from '../model/target.ts';
import type { Withheld } from '../model/withheld.ts';
import { Selection } from './articles.ts';
import type { BackupReport, RestoreReport } from './backup.ts';
import type { BulkReport, FoundInStories } from './bulk.ts';
import { answers, command, ofApp, query } from './define.ts';

/** Which stories an export is about: one, some, or all that are published. */
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
	readonly outcome: 'new' | 'changed' | 'unchanged' | 'blocked' | 'embargoed' | 'scheduled';
	/** Errors that block it and warnings that do not. */
	readonly problems: readonly Problem[];
	/** What keeps it back for a time, where it is embargoed or scheduled. */
	readonly withheld: Withheld | null;
	/** What readers will see change, in a few words; null where it is not a changed one, or nobody can tell. */
	readonly difference: string | null;
}

/** A story that does not go out, and what is to be said of it. */
export interface ToldStory {
	readonly id: ArticleId;
	/** As it is now, or as readers had it; empty where nobody knows. */
	readonly headline: string;
	/** Why, as it follows its name: "is withdrawn". */
	readonly reason: string;
}

/** A format that stories can be exported as. */
export interface ExportFormatInfo {
	/** What it is asked for by, such as `publishable-json`. */
	readonly name: string;
	readonly label: string;
	/** One sentence on what it is good for. */
	readonly about: string;
	/** What it has to drop or flatten, each in a few words; empty when it carries everything. */
	readonly losses: readonly string[];
}

/** A dry run: what an export would do. Nothing is written. */
export interface ExportPlan {
	readonly folder: string;
	readonly stories: readonly PlannedStory[];
	/** Stories that an earlier export wrote and this one takes away. */
	readonly removed: readonly ToldStory[];
	/** Withdrawn stories whose replacement readers do not get, so that `withdrawn.json` names none. */
	readonly unreplaced: readonly ToldStory[];
	/** Files that an earlier export wrote and somebody changed since; they would go, and are left instead. */
	readonly edited: readonly string[];
	/** Damaged files that are passed over. */
	readonly damaged: number;
}

/** The JSON of one story, as it lies in the folder and as an export would write it; null where there is none. */
export interface StoryJson {
	readonly before: string | null;
	readonly after: string | null;
}

/** So many stories are named in the report of an export. */
export const mostTold = 300;

export interface ExportReport {
	readonly folder: string;
	/** The first of the stories that are new or changed there. */
	readonly stories: readonly PlannedStory[];
	readonly written: number;
	readonly unchanged: number;
	readonly removed: number;
	/** The first of those that were removed. */
	readonly removedStories: readonly ToldStory[];
	readonly unreplaced: readonly ToldStory[];
	readonly media: number;
	readonly blocked: readonly PlannedStory[];
	/** Files that an earlier export wrote and somebody changed since; they were left. */
	readonly edited: readonly string[];
	/** When the first of the stories may go out that are held back until a moment, ISO 8601; null where none is. */
	readonly next: string | null;
}

const JobId = z.string().max(64);

export type JobState =
	| { readonly kind: 'running'; readonly done: number; readonly total: number }
	| { readonly kind: 'finished'; readonly report: ExportReport }
	| { readonly kind: 'changed'; readonly report: BulkReport }
	| { readonly kind: 'found'; readonly report: FoundInStories }
	| { readonly kind: 'backed-up'; readonly report: BackupReport }
	| { readonly kind: 'restored'; readonly report: RestoreReport }
	| { readonly kind: 'failed'; readonly failure: Failure }
	| { readonly kind: 'cancelled' };

const request = z.strictObject({
	scope: ExportScope,
	folder: z.string().min(1).max(4096),
	format: FormatName.default(usualFormat),
	/** Whether stories that are ready go out too; without it, only where some are named. */
	ready: z.boolean().optional(),
	/** Whether chosen drafts and stories in review go out too, marked by their status; no list and no link names them. */
	drafts: z.boolean().default(false),
});
/** Whether an export takes stories that are ready where nobody said so: one that names stories does. */
export function takesReady(scope: ExportScope): boolean {
	return scope.kind !== 'all';
}

export type ExportRequest = z.output<typeof request>;

export const exporting = {
	formats: query(z.strictObject({}), answers<readonly ExportFormatInfo[]>()),
	plan: query(request, answers<ExportPlan>()),
	/** What such an export would make of the JSON of one story. Nothing is written. */
	json: query(request.extend({ story: ArticleId }), answers<StoryJson>()),
	/** Starts an export; its progress and end come as `jobs.changed`. */
	start: command(request, answers<{ readonly job: string }>()),
};

export const jobs = {
	/** Cancels a job; what it was replacing stays as it was. */
	cancel: ofApp(command(z.strictObject({ job: JobId }), answers<null>())),
};
