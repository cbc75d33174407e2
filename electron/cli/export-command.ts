import { resolve } from 'node:path';
import { findFormat } from '#core/export/formats/index.ts';
import { heldBackChecks } from '#core/export/left-out.ts';
import { planExport, runExport } from '#core/export/run.ts';
import type { OpenNewsroom } from '#core/newsroom/open-newsroom.ts';
import { exportSourceOf } from '#core/services/export-source-of.ts';
import { giveTarget } from '#core/targets/owed.ts';
import { findTarget, planTarget } from '#core/targets/target-exports.ts';
import {
	type ExportPlan,
	type ExportReport,
	type ExportScope,
	type PlannedStory,
	type ToldStory,
	takesReady,
} from '#shared/contract/export.ts';
import { withheldWords } from '#shared/document/withheld-words.ts';
import { usualFormat } from '#shared/model/target.ts';
import type { DateStyle } from '#shared/text/format-date.ts';
import { exitCode } from './exit-code.ts';
import { idsOfSlugs, openForCommand, UsageError } from './open-for-command.ts';
import { withInterrupt } from './with-interrupt.ts';

/** The options of `galley export`. */
export interface ExportOptions {
	readonly newsroom: string;
	/** A folder; or else a target by its name. */
	readonly out?: string | undefined;
	readonly target?: string | undefined;
	readonly all?: boolean | undefined;
	readonly slug?: readonly string[] | undefined;
	readonly format?: string | undefined;
	readonly ready?: boolean | undefined;
	readonly drafts?: boolean | undefined;
	readonly dryRun?: boolean | undefined;
	readonly json?: boolean | undefined;
}

/** Exports, or says what an export would do; answers the exit code. */
export async function exportCommand(options: ExportOptions, say: (text: string) => void): Promise<number> {
	if (options.all && options.slug !== undefined) throw new UsageError('Give --all or --slug, not both.');
	const place = placeOf(options);
	const newsroom = await openForCommand(options.newsroom);
	try {
		const scope = scopeOf(newsroom, options.slug);
		const { plan: planIt, run } = exportTo(newsroom, place, scope, options);
		if (options.dryRun) {
			const plan = await withInterrupt(planIt);
			say(options.json ? JSON.stringify(plan, null, 2) : planText(plan, newsroom.folder().newsroom));
			return plan.stories.some((story) => story.outcome === 'blocked') ? exitCode.problems : exitCode.fine;
		}
		const report = await withInterrupt(run);
		const damaged = newsroom.articles.damaged.size;
		say(options.json ? JSON.stringify({ ...report, damaged }, null, 2) : reportText(report, damaged));
		return report.blocked.length > 0 ? exitCode.problems : exitCode.fine;
	} finally {
		await newsroom.close();
	}
}

type Place = { readonly folder: string } | { readonly target: string };

function placeOf({ out, target, format, ready, drafts }: ExportOptions): Place {
	if (out !== undefined && target === undefined) return { folder: resolve(out) };
	if (out !== undefined || target === undefined) throw new UsageError('Give --out or --target, one of the two.');
	if (format === undefined && ready === undefined && drafts === undefined) return { target };
	throw new UsageError('What goes to a target is set in the newsroom; leave out --format, --ready and --drafts.');
}

/** The export to a folder or a target, dry or in earnest. */
function exportTo(newsroom: OpenNewsroom, place: Place, scope: ExportScope, options: ExportOptions) {
	if ('target' in place) {
		const target = findTarget(newsroom, place.target);
		return {
			plan: (signal: AbortSignal) => planTarget(newsroom, target, scope, { signal }),
			run: (signal: AbortSignal) => giveTarget(newsroom, target, scope, { signal }),
		};
	}
	const format = findFormat(options.format ?? usualFormat);
	const order = { scope, ready: options.ready ?? takesReady(scope), drafts: options.drafts ?? false, format };
	const source = exportSourceOf(newsroom);
	return {
		plan: (signal: AbortSignal) => planExport(source, order, place.folder, { signal }),
		run: (signal: AbortSignal) => runExport(source, order, place.folder, { signal }),
	};
}

function scopeOf(newsroom: OpenNewsroom, slugs: readonly string[] | undefined): ExportScope {
	if (slugs === undefined) return { kind: 'all' };
	const ids = idsOfSlugs(newsroom, slugs);
	const [id, ...others] = ids;
	if (id !== undefined && others.length === 0) return { kind: 'one', id };
	return { kind: 'some', selection: { kind: 'ids', ids } };
}

function planText(plan: ExportPlan, dateStyle: DateStyle): string {
	const lines = plan.stories.map((story) => {
		const why = story.withheld === null ? '' : ` ${withheldWords(story.withheld, dateStyle)}`;
		const difference = story.difference === null ? '' : `\n    ${story.difference}.`;
		return `${story.outcome.padEnd(9)} ${story.slug}${why}${difference}${reasons(story)}`;
	});
	for (const story of plan.removed) lines.push(`removed   ${toldText(story)}`);
	for (const story of plan.unreplaced) lines.push(`withdrawn ${toldText(story)}`);
	for (const file of plan.edited) lines.push(editedText(file));
	if (plan.damaged > 0) lines.push(passedOver(plan.damaged));
	return [...lines, 'Nothing was written.'].join('\n');
}

function reportText(report: ExportReport, damaged: number): string {
	const { folder, written, unchanged, removed, removedStories, unreplaced, media, blocked, edited } = report;
	const counted = [
		`${count(written, 'story', 'stories')} written`,
		`${unchanged} unchanged`,
		`${removed} removed`,
		`${count(media, 'picture', 'pictures')} written`,
	];
	const lines = [`${folder}: ${counted.join(', ')}.`];
	for (const story of removedStories) lines.push(`removed   ${toldText(story)}`);
	for (const story of unreplaced) lines.push(`withdrawn ${toldText(story)}`);
	if (blocked.length > 0) lines.push(`${count(blocked.length, 'story is', 'stories are')} kept back:`);
	for (const story of blocked) lines.push(`  ${story.slug}${reasons(story)}`);
	for (const file of edited) lines.push(editedText(file));
	if (damaged > 0) lines.push(passedOver(damaged));
	return lines.join('\n');
}

function toldText({ headline, reason }: ToldStory): string {
	return `${headline.trim() === '' ? 'a story without a headline' : headline}: it ${reason}.`;
}

function editedText(file: string): string {
	return `left      ${file}: somebody changed it since it was exported. Delete it yourself if it is to go.`;
}

/** The errors that keep a story back; of one that goes out, what is held back in it. */
function reasons({ outcome, problems }: PlannedStory): string {
	const told = problems.filter(({ check, severity }) =>
		outcome === 'blocked' ? severity === 'error' : heldBackChecks.includes(check),
	);
	return told.map((problem) => `\n    ${problem.message}.`).join('');
}

function passedOver(damaged: number): string {
	return `${count(damaged, 'damaged file was', 'damaged files were')} passed over; “galley check” names them.`;
}

function count(number: number, one: string, many: string): string {
	return `${number} ${number === 1 ? one : many}`;
}
