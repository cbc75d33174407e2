import { mkdir, open } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { FailureError } from '#shared/failure.ts';
import { syncFolder } from '../disk/atomic-write.ts';
import { realFileSystem } from '../disk/file-system.ts';
import { inLanes } from '../disk/in-lanes.ts';
import { syncFiles } from '../disk/sync-files.ts';
import type { Sink } from './make-files.ts';
import { chunksOf } from './pieces.ts';
import type { TargetFolder } from './target.ts';
import { carryFile, carryLink, likeFolder, removeTree, sameTree, type TreeEntry } from './tree.ts';

/** The new folder that is built beside a target. */
export interface BuildTree extends Sink {
	/** Takes over everything of the target that stays, and all that this export does not write, but for what is dropped. */
	carryOver(dropped: ReadonlySet<string>): Promise<void>;
	/** Ends the building: rights and times as in the target, everything on the disk. */
	finish(): Promise<void>;
	discard(): Promise<void>;
}

/** As many files as a disk gives second names at a time with profit. */
const lanes = 8;

/** Begins a new folder; `former` is what lies in the target. */
export async function beginTree(target: TargetFolder, former: readonly TreeEntry[]): Promise<BuildTree> {
	await removeTree(target.next);
	await mkdir(target.next);
	const stats = new Map(former.map((entry) => [entry.path, entry.stats]));
	const made = new Set<string>();
	const placed = new Set<string>();
	const written: string[] = [];
	const kept: string[] = [];
	const place = async (path: string): Promise<string> => {
		placed.add(path);
		const full = join(target.next, path);
		const parent = dirname(path);
		if (parent !== '.' && !made.has(parent)) await mkdir(dirname(full), { recursive: true });
		for (let folder = parent; folder !== '.' && !made.has(folder); folder = dirname(folder)) made.add(folder);
		return full;
	};
	return {
		async write(path, pieces) {
			const file = await open(await place(path), 'wx');
			try {
				for (const chunk of chunksOf(pieces)) await file.writeFile(chunk);
			} finally {
				await file.close();
			}
			written.push(path);
		},
		async keep(path) {
			if (!stats.has(path)) throw changedMeanwhile(target);
			placed.add(path);
			kept.push(path);
		},
		async carryOver(dropped) {
			// Only now, as nothing is carried over when nothing changed at all.
			await inLanes(kept, lanes, async (path) => {
				const before = stats.get(path);
				if (before) await carryFile(join(target.path, path), await place(path), before);
			});
			const parents = new Set(former.map((entry) => dirname(entry.path)));
			for (const entry of former) {
				if (entry.kind === 'folder') {
					// A folder of ours goes with its last file; an empty one was put there by somebody.
					if (!parents.has(entry.path)) await mkdir(await place(`${entry.path}/.`), { recursive: true });
				} else if (!dropped.has(entry.path) && !placed.has(entry.path)) {
					const from = join(target.path, entry.path);
					const to = await place(entry.path);
					await (entry.kind === 'link' ? carryLink(from, to) : carryFile(from, to, entry.stats));
				}
			}
		},
		async finish() {
			await syncFiles(target.next, written);
			for (const folder of [...made].sort((a, b) => b.length - a.length)) {
				await syncFolder(realFileSystem, join(target.next, folder));
				const before = stats.get(folder);
				if (before) await likeFolder(join(target.next, folder), before);
			}
			await syncFolder(realFileSystem, target.next);
		},
		discard: () => removeTree(target.next),
	};
}

/** Refuses to go on when somebody changed the target since it was read. */
export function mustBeSame(target: TargetFolder, before: readonly TreeEntry[], after: readonly TreeEntry[]): void {
	if (!sameTree(before, after)) throw changedMeanwhile(target);
}

function changedMeanwhile({ path }: TargetFolder): FailureError {
	return new FailureError(
		'disk',
		`Something else changed ${path} during the export, so nothing was replaced. Export again.`,
		path,
	);
}
