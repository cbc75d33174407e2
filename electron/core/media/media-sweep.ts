import { createHash } from 'node:crypto';
import { dirname } from 'node:path';
import { FailureError } from '#shared/failure.ts';
import { syncFolder } from '../disk/atomic-write.ts';
import { diskFailure } from '../disk/disk-failure.ts';
import { errorCode, type FileSystem } from '../disk/file-system.ts';
import { inNewsroom } from '../disk/newsroom-path.ts';
import type { WriteLock } from '../disk/write-lock.ts';
import { mustBeThere, mustBeWritable, type NewsroomFolder } from '../newsroom/newsroom-folder.ts';
import { noReferences, noteReferences, ownImage } from './media-references.ts';

/** An image that nothing refers to. */
export interface UnusedImage {
	readonly path: string;
	readonly bytes: number;
}

/** An image, or a folder of them, that was left alone because the disk refused it. */
export interface RefusedImage {
	readonly path: string;
	/** A sentence. */
	readonly reason: string;
}

/** What a sweep removed, or would remove. */
export interface SweepReport {
	readonly removed: readonly UnusedImage[];
	readonly refused: readonly RefusedImage[];
	/** Images that are refused, referred to, too young, or not Galley's own. */
	readonly kept: number;
}

export interface SweepOptions {
	readonly disk: FileSystem;
	readonly folder: NewsroomFolder;
	readonly lock: WriteLock;
	/** Folders outside the newsroom with unsaved work, which may refer to images too. */
	readonly alsoIn: readonly string[];
	/** Whether to remove nothing and only tell. */
	readonly dryRun: boolean;
	readonly now: () => Date;
}

/** An image is added before its story is saved, so a young one is not yet referred to. */
const youngest = 24 * 60 * 60_000;

/**
 * Removes images that no story, trashed story, damaged file, revision or unsaved work refers to, durably. Only images
 * that Galley itself stored, whose bytes are those that their name says, and older than a day. An image that the disk
 * refuses stays and is told; a file that may refer to images and cannot be read keeps all of them, as a `FailureError`.
 */
export async function sweepMedia(options: SweepOptions): Promise<SweepReport> {
	const { disk, folder, lock, alsoIn, dryRun, now } = options;
	if (dryRun) await mustBeThere(disk, folder);
	else await mustBeWritable(disk, folder);
	const known = noReferences();
	const lookAround = async () => {
		for (const root of [folder.path, ...alsoIn]) await noteReferences(disk, root, known);
	};
	const isUnused = ({ path }: UnusedImage) => !known.hashes.has(hashIn(path));
	const refused: RefusedImage[] = [];
	/** Does something to one image, or a folder of them; null where the disk refuses. */
	const tryOn: TryOn = async (path, action, work) => {
		try {
			return await work();
		} catch (error) {
			const code = errorCode(error);
			if (code === null) throw error;
			const failure = diskFailure(error, action, path);
			// What is gone by now is no trouble.
			if (code !== 'ENOENT' && failure instanceof FailureError) refused.push({ path, reason: failure.failure.message });
			return null;
		}
	};
	try {
		const { old, others } = await findImages(disk, folder, now(), tryOn);
		await lookAround();
		const unused: UnusedImage[] = [];
		for (const image of old.filter(isUnused)) {
			if (await tryOn(image.path, 'read', () => isAsNamed(disk, folder, image))) unused.push(image);
		}
		const report = (removed: readonly UnusedImage[]) => {
			return { removed, refused, kept: old.length + others - removed.length };
		};
		if (dryRun || unused.length === 0) return report(unused);
		return await lock.hold(async () => {
			// Once more, for what was saved since; nothing is saved now.
			await lookAround();
			const removed: UnusedImage[] = [];
			for (const image of unused.filter(isUnused)) {
				const remove = async () => {
					await disk.unlink(inNewsroom(folder.path, image.path));
					removed.push(image);
				};
				await tryOn(image.path, 'remove', remove);
			}
			const folders = new Set(removed.map(({ path }) => dirname(inNewsroom(folder.path, path))));
			for (const each of folders) await syncFolder(disk, each);
			return report(removed);
		});
	} catch (error) {
		throw diskFailure(error, 'read', 'the images of the newsroom');
	}
}

type TryOn = <Value>(path: string, action: 'read' | 'remove', work: () => Promise<Value>) => Promise<Value | null>;

function hashIn(path: string): string {
	return path.slice(path.lastIndexOf('/') + 1).replace(/\..*$/, '');
}

async function findImages(
	disk: FileSystem,
	{ path: newsroom }: NewsroomFolder,
	now: Date,
	tryOn: TryOn,
): Promise<{ old: UnusedImage[]; others: number }> {
	const old: UnusedImage[] = [];
	let others = 0;
	const walk = async (folder: string): Promise<void> => {
		const entries = await tryOn(folder, 'read', () => disk.list(inNewsroom(newsroom, folder)));
		for (const entry of entries ?? []) {
			const path = `${folder}/${entry.name}`;
			if (entry.isDirectory()) await walk(path);
			if (!entry.isFile()) continue;
			const stats = await tryOn(path, 'read', () => disk.lstat(inNewsroom(newsroom, path)));
			const age = stats === null ? 0 : now.getTime() - Math.max(stats.mtimeMs, stats.ctimeMs);
			if (stats !== null && ownImage.test(entry.name) && age > youngest) old.push({ path, bytes: stats.size });
			else others += 1;
		}
	};
	try {
		// Through a link, the images of another place would be removed.
		if ((await disk.lstat(inNewsroom(newsroom, 'media'))).isDirectory()) await walk('media');
	} catch (error) {
		if (errorCode(error) !== 'ENOENT') throw error;
	}
	return { old, others };
}

/** Whether an image's bytes are those that its name says; any other was put there by somebody. */
async function isAsNamed(
	disk: FileSystem,
	{ path: newsroom }: NewsroomFolder,
	{ path }: UnusedImage,
): Promise<boolean> {
	const bytes = await disk.readFile(inNewsroom(newsroom, path));
	return createHash('sha256').update(bytes).digest('hex').startsWith(hashIn(path));
}
