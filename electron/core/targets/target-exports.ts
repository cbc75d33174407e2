import { createHash } from 'node:crypto';
import { dirname, join, resolve } from 'node:path';
import type { ExportPlan, ExportReport, ExportScope } from '#shared/contract/export.ts';
import type { LogEntry, RollBackPlan } from '#shared/contract/targets.ts';
import { FailureError } from '#shared/failure.ts';
import type { Target } from '#shared/model/target.ts';
import { slugify } from '#shared/text/slug.ts';
import { inNewsroom, refuseWayOut } from '../disk/newsroom-path.ts';
import type { ExportTools } from '../export/export-source.ts';
import { manifestFile } from '../export/folder/manifest.ts';
import { takeTarget } from '../export/folder/swap.ts';
import { checkTarget, readTargetFile } from '../export/folder/target.ts';
import { findFormat } from '../export/formats/index.ts';
import { type KeptExports, openKeptExports } from '../export/kept/kept-exports.ts';
import { planRollBack, type RollBackTarget, rollBack } from '../export/kept/roll-back.ts';
import { hashOf } from '../export/pictures.ts';
import { planExport, runExport } from '../export/run.ts';
import { makeOwnFolder, mustBeWritable } from '../newsroom/newsroom-folder.ts';
import type { OpenNewsroom } from '../newsroom/open-newsroom.ts';
import { exportSourceOf } from '../services/export-source-of.ts';

/** The target of this name; a `FailureError` that names those that there are. */
export function findTarget(newsroom: OpenNewsroom, name: string): Target {
	const { targets } = newsroom.folder().newsroom;
	const found = targets.find((target) => target.name.toLowerCase() === name.toLowerCase());
	if (found !== undefined) return found;
	const names = targets.map((target) => target.name).join(', ');
	const known = names === '' ? 'Add one in the newsroom settings.' : `There are ${names}.`;
	throw new FailureError('not-found', `The newsroom has no target “${name}”. ${known}`, name);
}

/** The full path of a target's folder. */
export function folderOfTarget(newsroom: OpenNewsroom, { folder }: Target): string {
	return resolve(dirname(newsroom.folder().path), folder);
}

/** Where in the newsroom is kept what belongs to a target alone. */
function keptFolder(newsroom: OpenNewsroom, { name }: Target): string {
	const hash = createHash('sha256').update(name.toLowerCase()).digest('hex').slice(0, 8);
	return inNewsroom(newsroom.folder().path, `.galley/targets/${slugify(name)}-${hash}`);
}

/** What is kept of the exports to a target. */
export function keptOf(newsroom: OpenNewsroom, target: Target): KeptExports {
	return openKeptExports({
		disk: newsroom.disk,
		folder: keptFolder(newsroom, target),
		newsroom: newsroom.folder().path,
		target: target.name,
		now: newsroom.now,
		who: newsroom.who,
		headlines: async (ids) => {
			if (ids.length === 0) return new Map();
			const stories = await newsroom.articles.wholeAnswer((index) => index.linked(ids));
			return new Map(stories.map(({ id, headline }) => [id, headline]));
		},
		log: newsroom.log,
	});
}

function orderOf({ options, format }: Target, scope: ExportScope) {
	return { scope, ready: options.ready, drafts: false, format: findFormat(format) };
}

/** Makes the folder in which things are kept, or says why there can be none. */
export async function mustBeKept(newsroom: OpenNewsroom, target: Target): Promise<void> {
	const { disk, folder } = newsroom;
	await mustBeWritable(disk, folder());
	await makeOwnFolder(disk, folder().path);
	await refuseWayOut(disk, folder().path, keptFolder(newsroom, target));
}

/** A dry run of an export to a target. */
export async function planTarget(
	newsroom: OpenNewsroom,
	target: Target,
	scope: ExportScope,
	tools: ExportTools = {},
): Promise<ExportPlan> {
	await newsroom.whole();
	return planExport(exportSourceOf(newsroom), orderOf(target, scope), folderOfTarget(newsroom, target), tools);
}

/** Exports to a target, and keeps what it was given. */
export async function writeTarget(
	newsroom: OpenNewsroom,
	target: Target,
	scope: ExportScope,
	tools: ExportTools = {},
): Promise<ExportReport> {
	// An export of some of the stories would take the others off the site.
	await newsroom.whole();
	await mustBeKept(newsroom, target);
	const { keeper } = keptOf(newsroom, target);
	return runExport(exportSourceOf(newsroom), orderOf(target, scope), folderOfTarget(newsroom, target), {
		...tools,
		keeper,
	});
}

/** The log of a target, the newest line first. */
export async function logOf(newsroom: OpenNewsroom, target: Target, limit: number): Promise<LogEntry[]> {
	const kept = keptOf(newsroom, target);
	const folder = folderOfTarget(newsroom, target);
	if (newsroom.folder().readOnly === null) await settle(newsroom, target, kept);
	const bytes = await readTargetFile(folder, manifestFile);
	const present = bytes === null ? null : hashOf(bytes);
	const lines = await kept.log.read();
	const last = lines.at(-1);
	const numbers = new Set((await kept.exports()).map(({ number }) => number));
	return lines
		.slice(-limit)
		.reverse()
		.map((line) => {
			const isNow = line === last && line.manifest === present;
			return { ...line, isNow, canRollBack: numbers.has(line.number) && line.manifest !== present };
		});
}

/** Lets the log agree with the target after a crash, unless somebody is writing there now. */
async function settle(newsroom: OpenNewsroom, target: Target, kept: KeptExports): Promise<void> {
	try {
		if (!(await kept.isUnsettled())) return;
		const folder = await checkTarget(folderOfTarget(newsroom, target), newsroom.folder().path);
		const taken = await takeTarget(folder);
		try {
			await kept.settle(folder);
		} finally {
			await taken.release();
		}
	} catch (error) {
		// Somebody is at it, or the folder is gone for now; the log can be read all the same.
		if (!(error instanceof FailureError)) throw error;
	}
}

function rollBackTarget(newsroom: OpenNewsroom, target: Target): RollBackTarget {
	return {
		name: target.name,
		folder: folderOfTarget(newsroom, target),
		newsroom: newsroom.folder().path,
		kept: keptOf(newsroom, target),
	};
}

/** Says what bringing a target back would do; `to` is an export by its number, by default the one before the present. */
export async function planTargetRollBack(
	newsroom: OpenNewsroom,
	target: Target,
	to: number | undefined,
): Promise<RollBackPlan> {
	return planRollBack(rollBackTarget(newsroom, target), to);
}

/** Brings a target back to an earlier export. */
export async function rollTargetBack(
	newsroom: OpenNewsroom,
	target: Target,
	to: number | undefined,
): Promise<RollBackPlan> {
	await mustBeKept(newsroom, target);
	return rollBack(rollBackTarget(newsroom, target), to);
}

/** The name of a file beside what is kept of a target. */
export function besideKept(newsroom: OpenNewsroom, target: Target, name: string): string {
	return join(keptFolder(newsroom, target), name);
}
