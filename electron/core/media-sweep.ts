import { createHash } from 'node:crypto';
import { dirname } from 'node:path';
import { syncFolder } from './atomic-write.ts';
import { diskFailure } from './disk-failure.ts';
import { errorCode, type FileSystem } from './file-system.ts';
import { noReferences, noteReferences, ownImage } from './media-references.ts';
import { mustBeThere, mustBeWritable, type NewsroomFolder } from './newsroom-folder.ts';
import { inNewsroom } from './newsroom-path.ts';
import type { WriteLock } from './write-lock.ts';

/** An image that nothing refers to. */
export interface UnusedImage {
	readonly path: string;
	readonly bytes: number;
}

/** What a sweep removed, or would remove. */
export interface SweepReport {
	readonly removed: readonly UnusedImage[];
	/** Images that are referred to, too young, or not Galley's own. */
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
 * that Galley itself stored, whose bytes are those that their name says, and older than a day.
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
	try {
		const { old, others } = await findImages(disk, folder, now());
		await lookAround();
		const unused: UnusedImage[] = [];
		for (const image of old.filter(isUnused)) if (await isAsNamed(disk, folder, image)) unused.push(image);
		const kept = (removed: readonly UnusedImage[]) => ({ removed, kept: old.length + others - removed.length });
		if (dryRun || unused.length === 0) return kept(unused);
		return await lock.hold(async () => {
			// Once more, for what was saved since; nothing is saved now.
			await lookAround();
			const removed = unused.filter(isUnused);
			for (const { path } of removed) await disk.unlink(inNewsroom(folder.path, path));
			const folders = new Set(removed.map(({ path }) => dirname(inNewsroom(folder.path, path))));
			for (const each of folders) await syncFolder(disk, each);
			return kept(removed);
		});
	} catch (error) {
		throw diskFailure(error, 'read', 'the images of the newsroom');
	}
}

function hashIn(path: string): string {
	return path.slice(path.lastIndexOf('/') + 1).replace(/\..*$/, '');
}

async function findImages(
	disk: FileSystem,
	{ path: newsroom }: NewsroomFolder,
	now: Date,
): Promise<{ old: UnusedImage[]; others: number }> {
	const old: UnusedImage[] = [];
	let others = 0;
	const walk = async (folder: string): Promise<void> => {
		for (const entry of await disk.list(inNewsroom(newsroom, folder))) {
			const path = `${folder}/${entry.name}`;
			if (entry.isDirectory()) await walk(path);
			if (!entry.isFile()) continue;
			const { size, mtimeMs, ctimeMs } = await disk.stat(inNewsroom(newsroom, path));
			const age = now.getTime() - Math.max(mtimeMs, ctimeMs);
			if (ownImage.test(entry.name) && age > youngest) old.push({ path, bytes: size });
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
