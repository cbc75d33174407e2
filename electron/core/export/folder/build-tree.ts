import { writeFile } from 'node:fs';
import { mkdir, open } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { FailureError } from '#shared/failure.ts';
import { syncFolder } from '../../disk/atomic-write.ts';
import { realFileSystem } from '../../disk/file-system.ts';
import { inLanes } from '../../disk/in-lanes.ts';
import { syncFiles } from '../../disk/sync-files.ts';
import type { Sink } from '../make-files.ts';
import { chunksOf } from '../pieces.ts';
import type { TargetFolder } from './target.ts';
import { carryFile, carryLink, lanes, likeFolder, removeTree, sameTree, type TreeEntry } from './tree.ts';

/** The new folder that is built beside a target. */
export interface BuildTree extends Sink {
	/** Takes over everything of the target that stays, and all that this export does not write, but for what is dropped. */
	carryOver(dropped: ReadonlySet<string>): Promise<void>;
	/** Ends the building: rights and times as in the target, everything on the disk. */
	finish(): Promise<void>;
	discard(): Promise<void>;
}

// Not that of `node:fs/promises`, which takes twice as long for a story.
const writeSmall: (path: string, bytes: Uint8Array, options: { flag: 'wx' }) => Promise<void> = promisify(writeFile);

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
	/** Small files on their way to the disk, while the next ones are made. */
	const underWay = new Set<Promise<void>>();
	const failures: unknown[] = [];
	const goOn = () => {
		if (failures.length > 0) throw failures[0];
	};
	const allWritten = async () => {
		await Promise.all(underWay);
		goOn();
	};
	const writeBeside = (path: string, bytes: Uint8Array) => {
		const writing = writeSmall(path, bytes, { flag: 'wx' })
			.catch((error: unknown) => void failures.push(error))
			.finally(() => underWay.delete(writing));
		underWay.add(writing);
	};
	return {
		async write(path, pieces) {
			const full = await place(path);
			if (underWay.size >= lanes) await Promise.race(underWay);
			goOn();
			written.push(path);
			const chunks = chunksOf(pieces);
			const { value: first } = chunks.next();
			const second = chunks.next();
			if (first && second.done) return writeBeside(full, first);
			const file = await open(full, 'wx');
			try {
				if (first) await file.writeFile(first);
				if (!second.done) await file.writeFile(second.value);
				for (const chunk of chunks) await file.writeFile(chunk);
			} finally {
				await file.close();
			}
		},
		async keep(path) {
			if (!stats.has(path)) throw changedMeanwhile(target);
			placed.add(path);
			kept.push(path);
		},
		async carryOver(dropped) {
			await allWritten();
			// Only now, as nothing is carried over when nothing changed at all.
			await inLanes(kept, lanes, async (path) => {
				const before = stats.get(path);
				if (before) await carryFile(join(target.path, path), await place(path), before);
			});
			const parents = new Set(former.map((entry) => dirname(entry.path)));
			await inLanes(former, lanes, async (entry) => {
				if (entry.kind === 'folder') {
					// A folder of ours goes with its last file; an empty one was put there by somebody.
					if (!parents.has(entry.path)) await mkdir(await place(`${entry.path}/.`), { recursive: true });
				} else if (!dropped.has(entry.path) && !placed.has(entry.path)) {
					const from = join(target.path, entry.path);
					const to = await place(entry.path);
					await (entry.kind === 'link' ? carryLink(from, to) : carryFile(from, to, entry.stats));
				}
			});
		},
		async finish() {
			await allWritten();
			await syncFiles(target.next, written);
			for (const folder of [...made].sort((a, b) => b.length - a.length)) {
				await syncFolder(realFileSystem, join(target.next, folder));
				const before = stats.get(folder);
				if (before) await likeFolder(join(target.next, folder), before);
			}
			await syncFolder(realFileSystem, target.next);
		},
		async discard() {
			await Promise.all(underWay);
			await removeTree(target.next);
		},
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
