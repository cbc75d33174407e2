import { lstat } from 'node:fs/promises';
import type { RollBackPlan } from '#shared/contract/targets.ts';
import { FailureError } from '#shared/failure.ts';
import { exportFailure } from '../export-failure.ts';
import { beginTree, mustBeSame } from '../folder/build-tree.ts';
import { isOwnFile, type Manifest, manifestFile, readManifest } from '../folder/manifest.ts';
import { recoverTarget, swapIn, takeTarget } from '../folder/swap.ts';
import { checkTarget, isThere, readTargetFile, refuseStrangeFolders, type TargetFolder } from '../folder/target.ts';
import { likeFolder, readTree } from '../folder/tree.ts';
import { hashOf } from '../pictures.ts';
import type { KeptExport, KeptExports } from './kept-exports.ts';
import { storyChanges } from './story-changes.ts';

/** A target that can be brought back to an earlier export. */
export interface RollBackTarget {
	readonly name: string;
	readonly folder: string;
	/** The newsroom that it belongs to. */
	readonly newsroom: string;
	readonly kept: KeptExports;
}

/** Says what a roll back would do. Nothing is written, but for ending what a crash left undone. */
export async function planRollBack(
	{ name, folder, newsroom, kept }: RollBackTarget,
	to: number | undefined,
): Promise<RollBackPlan> {
	try {
		const target = await checkTarget(folder, newsroom);
		await recoverTarget(target);
		return (await prepare(name, target, kept, to)).plan;
	} catch (error) {
		throw exportFailure(error, folder);
	}
}

/** Brings a target back to an earlier export, byte for byte and in one step; what Galley did not write there stays. */
export async function rollBack(
	{ name, folder, newsroom, kept }: RollBackTarget,
	to: number | undefined,
): Promise<RollBackPlan> {
	try {
		const target = await checkTarget(folder, newsroom);
		const taken = await takeTarget(target);
		try {
			await kept.settle(target);
			const prepared = await prepare(name, target, kept, to);
			await replace(target, kept, prepared);
			return prepared.plan;
		} finally {
			await taken.release();
		}
	} catch (error) {
		throw exportFailure(error, folder);
	}
}

interface Prepared {
	readonly plan: RollBackPlan;
	readonly before: Manifest | null;
	readonly after: Manifest;
	/** The manifest as it was written. */
	readonly bytes: Uint8Array;
}

async function prepare(
	name: string,
	target: TargetFolder,
	kept: KeptExports,
	to: number | undefined,
): Promise<Prepared> {
	await refuseStrangeFolders(target);
	const present = await readTargetFile(target.path, manifestFile);
	const before = readManifest(present, null, target.path);
	const all = await kept.exports();
	const chosen = to === undefined ? await earlierThanNow(kept, all) : all.find(({ number }) => number === to);
	if (chosen === undefined) {
		const which = to === undefined ? 'no earlier export' : `no export ${to}`;
		const known = all.map(({ number }) => number).join(', ');
		throw new FailureError(
			'not-found',
			`${name} can be brought back to ${which}. ${known === '' ? 'Nothing is kept of it yet.' : `Kept are ${known}.`}`,
		);
	}
	const found = await kept.manifestOf(chosen);
	if (found === null) throw lost(name, chosen.number, manifestFile);
	const { manifest: after, bytes } = found;
	if (before !== null && before.format !== after.format) {
		throw new FailureError('not-allowed', `${name} was exported in another format then, so it cannot be brought back.`);
	}
	const line = (await kept.log.read()).find(({ number }) => number === chosen.number);
	const headlines = new Map(all.flatMap((one) => Object.entries(one.headlines)));
	for (const [id, headline] of Object.entries(chosen.headlines)) headlines.set(id, headline);
	const stories = storyChanges(before ?? { stories: {} }, after, (id) => headlines.get(id) ?? '');
	return { plan: { target: name, to: chosen.number, at: line?.at ?? '', stories }, before, after, bytes };
}

/** The newest export before the one that the target holds. */
async function earlierThanNow(kept: KeptExports, all: readonly KeptExport[]): Promise<KeptExport | undefined> {
	const last = (await kept.log.read()).at(-1);
	const now = last === undefined ? 0 : (last.to ?? last.number);
	return all.findLast(({ number }) => number < now);
}

async function replace(target: TargetFolder, kept: KeptExports, { plan, before, after, bytes }: Prepared) {
	const there = await isThere(target.path);
	const entries = there ? await readTree(target.path) : [];
	const tree = await beginTree(target, entries);
	try {
		for (const [path, hash] of Object.entries(after.files)) {
			const present = await readTargetFile(target.path, path);
			if (present !== null && hashOf(present) === hash) {
				await tree.keep(path);
				continue;
			}
			if (present !== null && !Object.hasOwn(before?.files ?? {}, path)) {
				const message = `In ${target.path}, ${path} was not written by Galley. Move it away, then roll back again.`;
				throw new FailureError('not-allowed', message, path);
			}
			const earlier = await kept.files.read(hash);
			if (earlier === null) throw lost(plan.target, plan.to, path);
			await tree.write(path, [earlier]);
		}
		await tree.write(manifestFile, [bytes]);
		const dropped = new Set<string>();
		for (const path of Object.keys(before?.files ?? {})) {
			if (Object.hasOwn(after.files, path) || before === null) continue;
			if (await isOwnFile(target.path, before, path)) dropped.add(path);
		}
		await tree.carryOver(dropped);
		await tree.finish();
		if (there) await likeFolder(target.next, await lstat(target.path));
		mustBeSame(target, entries, there ? await readTree(target.path) : []);
		const { to, stories } = plan;
		await kept.begin({ kind: 'roll back', folder: target.path, to, manifest: hashOf(bytes), stories: [...stories] });
		await swapIn(target, async (path) => dropped.has(path));
		await kept.done();
	} catch (error) {
		await tree.discard();
		throw error;
	}
}

function lost(name: string, number: number, path: string): FailureError {
	const message = `${path} of export ${number} is lost or damaged, so ${name} stays as it is. Choose another export.`;
	return new FailureError('damaged', message, path);
}
