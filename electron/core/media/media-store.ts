import { createHash } from 'node:crypto';
import { utimes } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { AddedMedia } from '#shared/contract/newsroom.ts';
import { FailureError } from '#shared/failure.ts';
import { MediaPath } from '#shared/model/block.ts';
import { atomicCreate, syncFolder } from '../disk/atomic-write.ts';
import { diskFailure } from '../disk/disk-failure.ts';
import { errorCode, type FileSystem, notAFile } from '../disk/file-system.ts';
import { inNewsroom, isInside, makeFoldersInside, type NewsroomPath } from '../disk/newsroom-path.ts';
import { mustBeWritable, type NewsroomFolder } from '../newsroom/newsroom-folder.ts';
import { contentTypeOf, inspectImage } from './image-type.ts';

const largestImage = 25 * 1024 * 1024;

/** The newsroom's images: named by their content, never rewritten. */
export interface MediaStore {
	/** Stores an image under its content's hash; the same image twice is stored once. Durable once answered. */
	add(name: string, base64: string): Promise<AddedMedia>;
	/** The paths of all images, in no order. */
	all(): Promise<MediaPath[]>;
	/**
	 * An image's bytes and content type; null for whatever is not an image inside `media/`. One that is there and cannot
	 * be read is a `FailureError` that says why.
	 */
	read(untrustedPath: string): Promise<{ readonly bytes: Uint8Array; readonly type: string } | null>;
}

/** Makes the media store of an open newsroom. */
export function createMediaStore(disk: FileSystem, folder: () => NewsroomFolder, now: () => Date): MediaStore {
	let byHash: Promise<Map<string, MediaPath>> | null = null;
	const known = () => {
		byHash ??= listMedia(disk, folder().path);
		return byHash;
	};
	return {
		async add(name, base64) {
			await mustBeWritable(disk, folder());
			const bytes = Buffer.from(base64, 'base64');
			if (bytes.length > largestImage) {
				throw new FailureError(
					'too-large',
					`“${name}” is larger than 25 MB. Save it smaller in an image editor, then add that.`,
					name,
				);
			}
			const { extension, width, height } = inspectImage(bytes, name);
			const hash = createHash('sha256').update(bytes).digest('hex');
			const media = await known();
			for (const length of [12, 32]) {
				const file = `${hash.slice(0, length)}.${extension}`;
				const present = media.get(file);
				if (present === undefined) {
					const path = await write(disk, folder().path, file, bytes, now());
					media.set(file, path);
					return { media: path, width, height };
				}
				const stored = await readIfPossible(disk, folder().path, present);
				// Two images with one short hash are as good as impossible, but one must never stand for the other.
				if (stored !== null && bytes.equals(stored)) {
					await makeYoung(disk, folder().path, present);
					return { media: present, width, height };
				}
			}
			throw new FailureError('disk', `“${name}” could not be stored: its name in the newsroom is taken.`, name);
		},
		all: async () => [...(await known()).values()].filter((path) => MediaPath.safeParse(path).success),
		async read(untrustedPath) {
			const path = MediaPath.safeParse(untrustedPath);
			const type = contentTypeOf(untrustedPath);
			if (!path.success || type === null) return null;
			const bytes = await readImage(disk, folder().path, path.data);
			return bytes === null ? null : { bytes, type };
		},
	};
}

async function write(
	disk: FileSystem,
	newsroom: NewsroomPath,
	file: string,
	bytes: Uint8Array,
	now: Date,
): Promise<MediaPath> {
	const [year, month] = now.toISOString().split('-');
	const path = `media/${year}/${month}/${file}`;
	try {
		await makeFoldersInside(disk, newsroom, inNewsroom(newsroom, `media/${year}/${month}`));
		await atomicCreate(disk, inNewsroom(newsroom, path), bytes).catch(async (error: unknown) => {
			if (errorCode(error) !== 'EEXIST' || !(await isThereAlready(disk, newsroom, path, bytes))) throw error;
		});
	} catch (error) {
		throw diskFailure(error, 'save', `the image ${path}`);
	}
	return path;
}

/** Whether an earlier try has written the whole image, though the disk could not confirm it; then it is durable now. */
async function isThereAlready(
	disk: FileSystem,
	newsroom: NewsroomPath,
	path: MediaPath,
	bytes: Uint8Array,
): Promise<boolean> {
	const present = await readImage(disk, newsroom, path);
	if (present === null || Buffer.compare(present, bytes) !== 0) return false;
	await syncFolder(disk, dirname(inNewsroom(newsroom, path)));
	return true;
}

/** An image that is used again counts as new, so that no sweep removes it before its story is saved. */
async function makeYoung(disk: FileSystem, newsroom: NewsroomPath, path: MediaPath): Promise<void> {
	const now = new Date();
	try {
		await utimes(await disk.realPath(inNewsroom(newsroom, path)), now, now);
	} catch (error) {
		throw diskFailure(error, 'save', `the image ${path}`);
	}
}

/** The bytes of an image; null also when it cannot be read, so that another one is stored beside it. */
async function readIfPossible(disk: FileSystem, newsroom: NewsroomPath, path: MediaPath): Promise<Uint8Array | null> {
	try {
		return await readImage(disk, newsroom, path);
	} catch (error) {
		if (error instanceof FailureError) return null;
		throw error;
	}
}

/** What the disk answers where there is no image: nothing at all, or something that is no file. */
const noImage: readonly string[] = ['ENOENT', 'ENOTDIR', 'EISDIR', 'ELOOP', 'ENAMETOOLONG', notAFile];

/** The bytes of an image; null when there is none, or a link on its way leads out of `media/`. */
async function readImage(disk: FileSystem, newsroom: NewsroomPath, path: MediaPath): Promise<Uint8Array | null> {
	try {
		const [root, real] = await Promise.all([disk.realPath(newsroom), disk.realPath(inNewsroom(newsroom, path))]);
		return isInside(join(root, 'media'), real) ? await disk.readFile(real) : null;
	} catch (error) {
		if (noImage.includes(errorCode(error) ?? '')) return null;
		throw diskFailure(error, 'read', path);
	}
}

async function listMedia(disk: FileSystem, newsroom: NewsroomPath): Promise<Map<string, MediaPath>> {
	const found = new Map<string, MediaPath>();
	const walk = async (folder: string): Promise<void> => {
		let entries: Awaited<ReturnType<FileSystem['list']>>;
		try {
			entries = await disk.list(inNewsroom(newsroom, folder));
		} catch (error) {
			// What lies in a folder that cannot be read is not known; an image that is in it too is stored once more.
			if (errorCode(error) === null) throw error;
			return;
		}
		for (const entry of entries) {
			if (entry.isDirectory()) await walk(`${folder}/${entry.name}`);
			else if (entry.isFile() && !entry.name.startsWith('.')) found.set(entry.name, `${folder}/${entry.name}`);
		}
	};
	await walk('media');
	return found;
}
