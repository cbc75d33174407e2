import { z } from 'zod';
import { ArticleId } from '../model/article.ts';
import type { Target } from '../model/target.ts';
import { TargetName } from '../model/target.ts';
import { answers, command, query } from './define.ts';
import { type ExportPlan, ExportScope } from './export.ts';

/** What became of one story with an export or a roll back. */
export const LoggedStory = z.object({
	id: ArticleId,
	/** As readers get it, or had it. */
	headline: z.string(),
	what: z.enum(['new', 'changed', 'removed']),
	/** SHA-256 of its publishable JSON; null where it was removed. */
	hash: z.string().nullable(),
});
export type LoggedStory = z.infer<typeof LoggedStory>;

/** One line of the log of a target: something that changed what it holds. */
export const LoggedExport = z.object({
	/** Counted from 1 for each target. */
	number: z.int().positive(),
	/** `found` is what Galley had exported there before the log began. */
	kind: z.enum(['export', 'roll back', 'found']),
	/** When, ISO 8601. */
	at: z.string(),
	/** Who did it; empty where nobody is known. */
	who: z.string(),
	target: z.string(),
	folder: z.string(),
	/** The export that a roll back went to. */
	to: z.int().positive().nullable(),
	/** SHA-256 of the manifest that the target has since. */
	manifest: z.string(),
	stories: z.array(LoggedStory),
});
export type LoggedExport = z.infer<typeof LoggedExport>;

/** A line of the log, and whether the target can be brought back to it. */
export interface LogEntry extends LoggedExport {
	/** Whether the target holds exactly this now. */
	readonly isNow: boolean;
	readonly canRollBack: boolean;
}

/** How a target stands to what readers are to get. */
export type TargetStanding =
	| { readonly kind: 'idle' }
	| { readonly kind: 'writing' }
	/** What was published since did not get there, with the reason in a sentence. */
	| { readonly kind: 'behind'; readonly since: string; readonly reason: string }
	/** It was taken back to an earlier export, and nothing is written there by itself. */
	| { readonly kind: 'rolled back'; readonly to: number };

/** A target of the newsroom with how it stands. */
export interface TargetState extends Target {
	/** The full path of its folder. */
	readonly path: string;
	readonly standing: TargetStanding;
}

/** A roll back before it is done. */
export interface RollBackPlan {
	readonly target: string;
	/** The export that the target would be brought back to. */
	readonly to: number;
	readonly at: string;
	readonly stories: readonly LoggedStory[];
}

const named = z.strictObject({ name: TargetName });
const choice = z.strictObject({ name: TargetName, scope: ExportScope });

export const targets = {
	/** Every target of the newsroom, and how it stands. */
	states: query(z.strictObject({}), answers<readonly TargetState[]>()),
	/** A dry run of an export to a target. */
	plan: query(choice, answers<ExportPlan>()),
	/** Starts an export to a target; its progress and end come as `jobs.changed`. */
	write: command(choice, answers<{ readonly job: string }>()),
	/** Tries at once to give a target what was published since; how it went comes as `targets.changed`. */
	catchUp: command(named, answers<null>()),
	/** What was done with a target, the newest first. */
	log: query(named.extend({ limit: z.int().min(1).max(500).default(100) }), answers<readonly LogEntry[]>()),
	/** What a roll back would do; `to` is the number of an export, by default the one before what the target holds. */
	planRollBack: query(named.extend({ to: z.int().positive().optional() }), answers<RollBackPlan>()),
	/** Brings a target back to an earlier export, byte for byte. */
	rollBack: command(named.extend({ to: z.int().positive() }), answers<RollBackPlan>()),
};
