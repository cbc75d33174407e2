import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { type Entry, fromFdPromise, type ZipFile } from 'yauzl';
import { FailureError } from '#shared/failure.ts';
import { diskFailure } from '../disk/disk-failure.ts';
import { closeFile, errorCode, openFileToRead } from '../disk/file-system.ts';
import { stopIfCancelled, type WorkTools } from './cancelling.ts';
import { createTakenPaths, isPortablePath } from './file-names.ts';
import {
	largestManifest,
	type Manifest,
	type ManifestFile,
	manifestName,
	readManifest,
	sealLength,
	sealOpening,
} from './manifest.ts';

/** A backup whose every byte was checked. */
export interface CheckedBackup {
	readonly manifest: Manifest;
	/** Bytes of the backup itself. */
	readonly size: number;
	/** The bytes of a file in it, checked once more as they come; ends with a `FailureError` when they are others. */
	read(file: ManifestFile): AsyncIterable<Uint8Array>;
	close(): void;
}

/**
 * Opens a backup and checks every name, size and hash in it, and the seal over the whole of it. One that is not exactly
 * as Galley wrote it is a `FailureError` that names the first bad file. Nothing is written.
 */
export async function openBackup(path: string, { onProgress, signal }: WorkTools = {}): Promise<CheckedBackup> {
	let zip: ZipFile | null = null;
	try {
		const { file, size } = await openFileToRead(path);
		zip = await openZip(file);
		const checked = await check(zip, path, size, { onProgress, signal });
		await checkSeal(file, path, size, zip.comment, signal);
		return checked;
	} catch (error) {
		zip?.close();
		if (error instanceof FailureError) throw error;
		const code = errorCode(error);
		// Packed bytes that do not unpack have a code of their own; every other code is the disk's.
		if (code !== null && !code.startsWith('Z_')) throw diskFailure(error, 'read', `the backup ${path}`);
		throw damaged(path, error instanceof Error ? error.message : String(error));
	}
}

/** Whether a file is a backup that Galley made, by its manifest; the rest of it may be damaged. */
export async function isBackup(path: string): Promise<boolean> {
	let zip: ZipFile | null = null;
	try {
		zip = await openZip((await openFileToRead(path)).file);
		for await (const entry of zip.eachEntry()) {
			if (entry.fileName !== manifestName) continue;
			await readOwn(zip, entry, path);
			return true;
		}
		return false;
	} catch (error) {
		if (error instanceof FailureError) return error.failure.code === 'newer-format';
		const code = errorCode(error);
		if (code !== null && !code.startsWith('Z_')) throw diskFailure(error, 'read', path);
		// What the library cannot read as a zip is none.
		return false;
	} finally {
		zip?.close();
	}
}

/** Reads an open file as a zip; closing the zip closes the file. */
async function openZip(file: number): Promise<ZipFile> {
	try {
		return await fromFdPromise(file, {
			lazyEntries: true,
			autoClose: false,
			validateEntrySizes: true,
			strictFileNames: true,
		});
	} catch (error) {
		await closeFile(file);
		throw error;
	}
}

async function readOwn(zip: ZipFile, own: Entry, path: string): Promise<Manifest> {
	if (own.uncompressedSize > largestManifest) throw damaged(path, `${manifestName} is too large`);
	const parts: Uint8Array[] = [];
	for await (const part of await zip.openReadStreamPromise(own)) parts.push(part);
	return readManifest(Buffer.concat(parts), path);
}

async function check(zip: ZipFile, path: string, size: number, tools: WorkTools): Promise<CheckedBackup> {
	const entries = new Map<string, Entry>();
	let packedSize = 0;
	for await (const entry of zip.eachEntry()) {
		stopIfCancelled(tools.signal);
		if (entries.has(entry.fileName)) throw damaged(path, `it holds ${entry.fileName} twice`);
		if (entry.isEncrypted() || ![0, 8].includes(entry.compressionMethod)) {
			throw damaged(path, `${entry.fileName} is packed in a way that Galley does not use`);
		}
		entries.set(entry.fileName, entry);
		packedSize += entry.compressedSize;
	}
	// Files that share their packed bytes would unpack to far more than any disk holds.
	if (packedSize > size) throw damaged(path, 'its files overlap');
	const own = entries.get(manifestName);
	if (own === undefined) {
		throw new FailureError('damaged', `${path} is not a backup of a newsroom: it holds no ${manifestName}.`, path);
	}
	entries.delete(manifestName);
	const manifest = await readOwn(zip, own, path);
	checkNames(manifest, entries, path);

	const read = (file: ManifestFile) => readFile(zip, entries.get(file.path), file, path);
	let done = 0;
	for (const file of manifest.files) {
		stopIfCancelled(tools.signal);
		for await (const _ of read(file)) stopIfCancelled(tools.signal);
		done += 1;
		tools.onProgress?.(done, manifest.files.length);
	}
	return { manifest, size, read, close: () => zip.close() };
}

/** Refuses names that would leave the folder, and lists that do not fit what the zip holds. */
function checkNames(manifest: Manifest, entries: ReadonlyMap<string, Entry>, backup: string): void {
	const taken = createTakenPaths();
	for (const path of [...manifest.files.map((file) => file.path), ...manifest.folders]) {
		if (!isPortablePath(path) || path === manifestName || !taken.take(path)) {
			throw new FailureError(
				'not-allowed',
				`${backup} holds “${path}”, a name that Galley does not restore: it leads out of the folder, is taken twice, or not every disk can hold it. Nothing was restored.`,
				path,
			);
		}
	}
	for (const { path, size } of manifest.files) {
		const entry = entries.get(path);
		if (entry === undefined) throw damagedFile(backup, path, 'is missing');
		if (entry.uncompressedSize !== size) throw damagedFile(backup, path, 'has another size than it was written with');
	}
	if (entries.size > manifest.files.length) {
		const listed = new Set(manifest.files.map((file) => file.path));
		const strange = [...entries.keys()].find((name) => !listed.has(name)) ?? '';
		throw damagedFile(backup, strange, 'is not in its list of files');
	}
	if (!manifest.files.some((file) => file.path === 'newsroom.json')) {
		throw damagedFile(backup, 'newsroom.json', 'is missing');
	}
}

async function* readFile(
	zip: ZipFile,
	entry: Entry | undefined,
	file: ManifestFile,
	backup: string,
): AsyncGenerator<Uint8Array> {
	if (entry === undefined) throw damagedFile(backup, file.path, 'is missing');
	const hash = createHash('sha256');
	try {
		for await (const part of await zip.openReadStreamPromise(entry)) {
			hash.update(part);
			yield part;
		}
	} catch (error) {
		if (error instanceof FailureError || errorCode(error) === 'EIO') throw error;
		throw damagedFile(backup, file.path, 'cannot be unpacked');
	}
	if (hash.digest('hex') !== file.sha256) throw damagedFile(backup, file.path, 'is not as it was written');
}

/** The seal covers what no file's hash does: the zip's own lists, times and names. */
async function checkSeal(
	file: number,
	path: string,
	size: number,
	comment: string,
	signal: AbortSignal | undefined,
): Promise<void> {
	if (!comment.startsWith(sealOpening) || comment.length !== sealOpening.length + sealLength) {
		throw damaged(path, 'its seal is missing');
	}
	const hash = createHash('sha256');
	for await (const part of createReadStream(path, {
		fd: file,
		autoClose: false,
		start: 0,
		end: size - sealLength - 1,
	})) {
		stopIfCancelled(signal);
		hash.update(part);
	}
	if (hash.digest('hex') !== comment.slice(sealOpening.length)) {
		throw damaged(path, 'its files are whole, but the zip around them is not as it was written');
	}
}

function damaged(backup: string, reason: string): FailureError {
	return new FailureError(
		'damaged',
		`${backup} is not a whole backup: ${reason}. Nothing was restored. Choose another backup.`,
		backup,
	);
}

function damagedFile(backup: string, path: string, reason: string): FailureError {
	return new FailureError(
		'damaged',
		`${backup} is not a whole backup: ${path} ${reason}. Nothing was restored. Choose another backup.`,
		path,
	);
}
