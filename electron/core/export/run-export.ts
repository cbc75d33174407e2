import { lstat } from 'node:fs/promises';
import { join } from 'node:path';
import type { ExportPlan, ExportReport, ExportScope } from '#shared/contract/export.ts';
import { FailureError } from '#shared/failure.ts';
import { type Assembly, assemble, type Earlier, type ExportTools, type Keeping, type Sink } from './assemble.ts';
import { beginTree, mustBeSame } from './build-tree.ts';
import { exportFailure } from './export-failure.ts';
import { type ExportSource, stopIfCancelled } from './export-source.ts';
import { manifestFile, readManifest } from './manifest.ts';
import { recoverTarget, swapIn, takeTarget } from './swap-folder.ts';
import { checkTarget, isThere, readTargetFile, type TargetFolder } from './target-folder.ts';
import { likeFolder, readTree } from './tree.ts';

/** A dry run: what an export would do with each story. Nothing is written, but for ending what a crash left undone. */
export async function planExport(
	source: ExportSource,
	scope: ExportScope,
	folder: string,
	signal?: AbortSignal,
): Promise<ExportPlan> {
	try {
		const target = await checkTarget(folder, source.folder.path);
		await recoverTarget(target);
		const put = async () => {};
		const nowhere: Sink = { folder: null, keeping: null, write: put, written() {}, keep: put, settle() {} };
		const { stories, removed } = await assemble(
			source,
			scope,
			await readEarlier(target, await isThere(target.path)),
			nowhere,
			{ signal },
		);
		return { folder, stories, removed, damaged: source.damaged };
	} catch (error) {
		throw exportFailure(error, folder);
	}
}

/**
 * Exports to a folder in one step: whoever looks finds the old export or the new one, whole, also after a crash.
 * What Galley did not write there stays. A failure or a cancellation leaves everything as it was.
 */
export async function runExport(
	source: ExportSource,
	scope: ExportScope,
	folder: string,
	tools: ExportTools = {},
): Promise<ExportReport> {
	try {
		const target = await checkTarget(folder, source.folder.path);
		const taken = await takeTarget(target);
		try {
			const keeping = (await source.histories?.begin()) ?? null;
			let assembly: Assembly;
			try {
				assembly = await replace(target, source, scope, keeping, tools);
			} catch (error) {
				if (keeping !== null) await source.histories?.discard(keeping.place);
				throw error;
			}
			await source.histories?.keep(assembly.kept);
			return report(folder, assembly);
		} finally {
			await taken.release();
		}
	} catch (error) {
		throw exportFailure(error, folder);
	}
}

async function replace(
	target: TargetFolder,
	source: ExportSource,
	scope: ExportScope,
	keeping: Keeping | null,
	tools: ExportTools,
): Promise<Assembly> {
	const there = await isThere(target.path);
	const before = there ? await readTree(target.path) : [];
	const earlier = await readEarlier(target, there);
	const ours = new Set([...Object.keys(earlier.manifest.files), manifestFile]);
	const tree = await beginTree(target, before, ours);
	try {
		const assembly = await assemble(source, scope, earlier, { ...tree, keeping }, tools);
		if (there && !assembly.changed) {
			await tree.discard();
			return assembly;
		}
		await tree.carryForeign();
		await tree.finish();
		if (there) await likeFolder(target.next, await lstat(target.path));
		stopIfCancelled(tools.signal);
		mustBeSame(target, before, there ? await readTree(target.path) : []);
		await swapIn(target, ours);
		return assembly;
	} catch (error) {
		await tree.discard();
		throw error;
	}
}

async function readEarlier(target: TargetFolder, there: boolean): Promise<Earlier> {
	await refuseStrangeFolders(target);
	const folder = there ? target.path : null;
	const read = async (path: string) => (folder === null ? null : readTargetFile(folder, path));
	return { folder, manifest: readManifest(await read(manifestFile), target.path), read };
}

/** Galley writes below these; a link there would lead its files somewhere else. */
async function refuseStrangeFolders({ path }: TargetFolder): Promise<void> {
	if (await isThere(join(path, 'newsroom.json'))) {
		const message = `${path} is a newsroom itself. Choose another folder to export to, so that its stories stay as they are.`;
		throw new FailureError('not-allowed', message, path);
	}
	for (const name of ['articles', 'media']) {
		if (!(await isThere(join(path, name))) || (await lstat(join(path, name))).isDirectory()) continue;
		throw new FailureError(
			'not-allowed',
			`In ${path}, “${name}” is a file or a link, and Galley needs a folder there. Choose another folder to export to.`,
			name,
		);
	}
}

function report(folder: string, { stories, written, unchanged, removed, media }: Assembly): ExportReport {
	const blocked = stories.filter((story) => story.outcome === 'blocked');
	return { folder, written, unchanged, removed: removed.length, media, blocked };
}
