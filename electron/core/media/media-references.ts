import { join } from 'node:path';
import { inflateRawSync } from 'node:zlib';
import { FailureError } from '#shared/failure.ts';
import { errorCode, type FileSystem } from '../disk/file-system.ts';
import { readLog } from '../history/record-log.ts';

/** Galley's own file of an image: named by its content. */
export const ownImage = /^([0-9a-f]{12}|[0-9a-f]{32})\.[a-z]+$/;

/** The hashes of images that files name, and which state of each file was read. */
export interface MediaReferences {
	readonly hashes: Set<string>;
	/** The size and time of each file when it was read, by its path. */
	readonly read: Map<string, string>;
}

/** Makes an empty record of references. */
export function noReferences(): MediaReferences {
	return { hashes: new Set(), read: new Map() };
}

/** What cannot refer to an image, is made again from what can, or has its images itself, as kept exports have. */
const passedOver = /^(?:media|\.git|\.galley\/(?:index\.db.*|lock.*|targets))$/;

/**
 * Reads every file of a folder that changed since `known` was read, and notes the hash of each image that it may name.
 * A file that cannot be read may name any, so it is a `FailureError`.
 */
export async function noteReferences(disk: FileSystem, root: string, known: MediaReferences): Promise<void> {
	const walk = async (folder: string): Promise<void> => {
		for (const entry of await disk.list(join(root, folder))) {
			const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
			if (passedOver.test(path)) continue;
			if (entry.isDirectory()) await orGone(path, () => walk(path));
			else if (entry.isFile()) await orGone(path, () => readOne(path));
		}
	};
	const readOne = async (path: string) => {
		const absolute = join(root, path);
		const { size, mtimeMs, ino } = await disk.stat(absolute);
		const state = `${size} ${mtimeMs} ${ino}`;
		if (known.read.get(absolute) === state) return;
		noteBytes(await disk.readFile(absolute), path, known.hashes);
		known.read.set(absolute, state);
	};
	await orGone('', () => walk(''));
}

/** Runs the reading of what may be removed meanwhile. */
async function orGone(path: string, work: () => Promise<void>): Promise<void> {
	try {
		await work();
	} catch (error) {
		const code = errorCode(error);
		if (code === null) throw error;
		if (code !== 'ENOENT') throw unreadable(path, code);
	}
}

function noteBytes(bytes: Uint8Array, path: string, hashes: Set<string>): void {
	noteText(bytes, hashes);
	if (!path.startsWith('.galley/history/')) return;
	const log = readLog(bytes);
	if (log.unreadableBytes > 0) throw unreadable(path, 'part of it is damaged');
	for (const { header, body } of log.records) {
		if (header.packed !== true) continue;
		try {
			noteText(inflateRawSync(body), hashes);
		} catch {
			throw unreadable(path, 'part of it does not unpack');
		}
	}
}

/** Notes whatever could be the name of an image: in any folder, escaped as JSON may be, in any of the usual encodings. */
function noteText(bytes: Uint8Array, hashes: Set<string>): void {
	const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
		.toString('latin1')
		// UTF-16 has these between its letters.
		.replaceAll('\0', '')
		.replace(/\\u00([0-9a-f]{2})/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
		.toLowerCase();
	for (const [hash] of text.matchAll(/[0-9a-f]{12,}/g)) {
		if (hash.length === 12 || hash.length === 32) hashes.add(hash);
		// Letters before a name may look like more of it.
		else for (const length of [12, 32]) hashes.add(hash.slice(-length));
	}
}

function unreadable(path: string, reason: string): FailureError {
	return new FailureError(
		'damaged',
		`No image was removed, as ${path} may refer to any and cannot be read (${reason}). Mend it or move it elsewhere, then try again.`,
		path,
	);
}
