import { lstat } from 'node:fs/promises';
import { type ExportPlan, type ExportReport, mostTold } from '#shared/contract/export.ts';
import { FailureError } from '#shared/failure.ts';
import { plannedRows } from './as-before.ts';
import { type Decision, decide, type ExportChoice } from './decide.ts';
import { ExportOvertaken, exportFailure } from './export-failure.ts';
import { type ExportSource, type ExportTools, stopIfCancelled } from './export-source.ts';
import { beginTree, mustBeSame } from './folder/build-tree.ts';
import { type Earlier, readEarlier } from './folder/earlier.ts';
import { recoverTarget, swapIn, takeTarget } from './folder/swap.ts';
import { checkTarget, isThere, type TargetFolder } from './folder/target.ts';
import { likeFolder, readTree } from './folder/tree.ts';
import type { ExportFormat } from './formats/format.ts';
import type { ExportKeeper } from './kept/export-keeper.ts';
import { type MadeFiles, makeFiles, type Sink } from './make-files.ts';
import { createPictures } from './pictures.ts';

/** What is exported as what. */
export interface ExportOrder extends ExportChoice {
	readonly format: ExportFormat;
}

/** Keeps what the folder is given, so that it can be told and taken back; without it nothing is kept. */
interface KeepingTools extends ExportTools {
	readonly keeper?: ExportKeeper | undefined;
}

/** What was decided, and the files that this came to. */
type Outcome = Pick<Decision, 'heldBack'> & MadeFiles;

/** A dry run: what an export would do with each story. Nothing is written, but for ending what a crash left undone. */
export async function planExport(
	source: ExportSource,
	order: ExportOrder,
	folder: string,
	tools: ExportTools = {},
): Promise<ExportPlan> {
	try {
		const nowhere = { begin: async () => {}, write: async () => {}, keep: async () => {} };
		const { rows, heldBack, removedStories, unreplaced, edited } = await dryRun(
			source,
			order,
			folder,
			tools,
			() => nowhere,
		);
		const stories = [...(await plannedRows(source, rows)), ...heldBack];
		return { folder, stories, removed: removedStories, unreplaced, edited, damaged: source.damaged };
	} catch (error) {
		throw exportFailure(error, folder);
	}
}

/** Hears of each file that an export would write or leave as it is. */
interface Listener extends Sink {
	/** Called before each try, as a story that changes meanwhile makes it begin anew. */
	begin(): Promise<void>;
}

/** Makes all that an export would write, and writes nothing. */
export async function dryRun(
	source: ExportSource,
	order: ExportOrder,
	folder: string,
	tools: ExportTools,
	listen: (earlier: Earlier) => Listener,
): Promise<Outcome> {
	const target = await checkTarget(folder, source.folder.path);
	await recoverTarget(target);
	return untilNothingChanges(async () => {
		const earlier = await readEarlier(target, await isThere(target.path), order.format);
		const listener = listen(earlier);
		await listener.begin();
		return make(source, order, earlier, listener, tools);
	});
}

/**
 * Exports to a folder in one step: whoever looks finds the old export or the new one, whole, also after a crash.
 * What Galley did not write there stays. A failure or a cancellation leaves everything as it was.
 */
export async function runExport(
	source: ExportSource,
	order: ExportOrder,
	folder: string,
	tools: KeepingTools = {},
): Promise<ExportReport> {
	try {
		const target = await checkTarget(folder, source.folder.path);
		const taken = await takeTarget(target);
		try {
			await tools.keeper?.begun(target);
			const outcome = await untilNothingChanges(() => replace(target, source, order, tools));
			await source.keepExported?.(outcome.exported);
			const { written, unchanged, removed, removedStories, unreplaced, media, edited, heldBack } = outcome;
			const blocked = heldBack.filter((story) => story.outcome === 'blocked');
			const given = outcome.rows.flatMap((row) => ('outcome' in row && row.outcome !== 'unchanged' ? row : []));
			const stories = given.slice(0, mostTold);
			const next = firstMoment(heldBack.flatMap(({ withheld }) => withheld?.until ?? []));
			const told = { stories, removedStories, unreplaced, blocked, edited };
			return { folder, ...told, written, unchanged, removed, media, next };
		} finally {
			await taken.release();
		}
	} catch (error) {
		throw exportFailure(error, folder);
	}
}

function firstMoment(moments: readonly string[]): string | null {
	return [...moments].sort((a, b) => Date.parse(a) - Date.parse(b))[0] ?? null;
}

/** So often an export begins anew when a story changed in the middle of it. */
const mostTries = 3;

async function untilNothingChanges<Value>(work: () => Promise<Value>): Promise<Value> {
	for (let tries = 1; ; tries += 1) {
		try {
			return await work();
		} catch (error) {
			if (!(error instanceof ExportOvertaken) || tries === mostTries) throw error;
		}
	}
}

async function make(
	source: ExportSource,
	order: ExportOrder,
	earlier: Earlier,
	sink: Sink,
	tools: ExportTools,
): Promise<Outcome> {
	const pictures = createPictures(source);
	const decision = await decide(source, order, earlier, pictures, tools);
	mustBeSomething(order, decision, earlier);
	const made = await makeFiles(source, order, decision, earlier, pictures, sink, tools);
	return { ...made, heldBack: decision.heldBack };
}

async function replace(
	target: TargetFolder,
	source: ExportSource,
	order: ExportOrder,
	tools: KeepingTools,
): Promise<Outcome> {
	const there = await isThere(target.path);
	const before = there ? await readTree(target.path) : [];
	const earlier = await readEarlier(target, there, order.format);
	const tree = await beginTree(target, before);
	try {
		const outcome = await make(source, order, earlier, tree, tools);
		if (there && !outcome.changed) {
			await tree.discard();
			await tools.keeper?.same(target, outcome.manifest);
			return outcome;
		}
		const { dropped } = outcome;
		await tree.carryOver(dropped);
		await tree.finish();
		if (there) await likeFolder(target.next, await lstat(target.path));
		stopIfCancelled(tools.signal);
		mustBeSame(target, before, there ? await readTree(target.path) : []);
		const headlines = new Map(outcome.exported.map(({ id, headline }) => [id, headline]));
		await tools.keeper?.complete({ target, before: earlier.manifest, after: outcome.manifest, headlines });
		await swapIn(target, async (path) => dropped.has(path));
		await tools.keeper?.swapped();
		return outcome;
	} catch (error) {
		await tree.discard();
		throw error;
	}
}

/** An export of one story that is nowhere, and was not exported before, is a mistake. */
function mustBeSomething({ scope }: ExportOrder, { going, heldBack, staying }: Decision, { manifest }: Earlier): void {
	if (scope.kind !== 'one' || Object.hasOwn(manifest.stories, scope.id)) return;
	if (heldBack.length > 0 || going.some(({ id }) => id === scope.id) || staying.includes(scope.id)) return;
	throw new FailureError('not-found', 'The story is gone or its file is damaged, so it cannot be exported.', scope.id);
}
