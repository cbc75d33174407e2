import {
	accessSync,
	closeSync,
	fchmodSync,
	fstatSync,
	fsync,
	fsyncSync,
	linkSync,
	lstatSync,
	mkdirSync,
	type OpenMode,
	openSync,
	readSync,
	realpathSync,
	statSync,
	unlinkSync,
	write,
	writeSync,
} from 'node:fs';
import { promisify } from 'node:util';
import {
	type FileSystem,
	type OpenFile,
	readFlags,
	realFileSystem,
	unlinkedFlags,
	type WatchedFile,
} from './file-system.ts';
import { sameBytes } from './parsed-file.ts';
import { createSyncPace, type SyncPace } from './sync-pace.ts';

/** What is longer is read and written in the background, in bytes. */
const atOnce = 256 * 1024;

const syncLater = promisify(fsync);
const writeLater = promisify(write);

/**
 * A disk of this computer. What takes it microseconds is done at once, for sending each step to the background and back
 * takes many times as long, and a save has some thirty. What waits for the disk itself is done in the background, unless
 * the disk has shown to be as quick as that.
 */
export function openLocalDisk(): FileSystem {
	const pace = createSyncPace();
	return {
		...realFileSystem,
		readFile: async (path) => readShort(path, readFlags) ?? realFileSystem.readFile(path),
		readUnlinked: async (path) => readShort(path, unlinkedFlags(path)) ?? realFileSystem.readUnlinked(path),
		// Windows gives no other file the name of one that is open.
		...(process.platform === 'win32' ? {} : { watch: watchFile }),
		open: async (path, flags) => openFile(openSync(path, flags), pace),
		link: async (from, to) => linkSync(from, to),
		unlink: async (path) => unlinkSync(path),
		async makeFolder(path) {
			mkdirSync(path, { recursive: true });
		},
		stat: async (path) => statSync(path),
		lstat: async (path) => lstatSync(path),
		realPath: async (path) => realpathSync.native(path),
		async mayAccess(path, mode) {
			try {
				accessSync(path, mode);
				return true;
			} catch {
				return false;
			}
		},
	};
}

async function watchFile(path: string): Promise<WatchedFile> {
	const file = openSync(path, 'r');
	return {
		holds: async (bytes) =>
			bytes.length <= atOnce ? holdsWhole(file, bytes) : sameBytes(await realFileSystem.readFile(path), bytes),
		close: async () => closeSync(file),
	};
}

/** Reads a file at once; null when it is long. */
function readShort(path: string, flags: OpenMode): Uint8Array | null {
	const file = openSync(path, flags);
	try {
		const { size } = fstatSync(file);
		return size <= atOnce ? readWhole(file, size) : null;
	} finally {
		closeSync(file);
	}
}

/** Reads a file that was so long a moment ago. */
function readWhole(file: number, expected: number): Uint8Array {
	const parts: Uint8Array[] = [];
	// A byte more than there should be, so that one look finds its end.
	for (let room = expected + 1; ; room = atOnce) {
		const bytes = Buffer.allocUnsafeSlow(room);
		const read = readSync(file, bytes, 0, room, null);
		const part = bytes.subarray(0, read);
		if (read < room) return parts.length === 0 ? part : Buffer.concat([...parts, part]);
		parts.push(part);
	}
}

/** Room to compare with, as making some takes as long as reading into it. */
let scratch = Buffer.alloc(0);

function holdsWhole(file: number, bytes: Uint8Array): boolean {
	if (scratch.length <= bytes.length) scratch = Buffer.alloc(bytes.length * 2 + 1);
	// A byte more than there should be, so that a longer file shows.
	const read = readSync(file, scratch, 0, bytes.length + 1, 0);
	return read === bytes.length && sameBytes(scratch.subarray(0, read), bytes);
}

function openFile(file: number, pace: SyncPace): OpenFile {
	let written = 0;
	return {
		async writeFile(bytes) {
			written += bytes.length;
			for (let from = 0; from < bytes.length; ) {
				const rest = bytes.length - from;
				if (rest <= atOnce) from += writeSync(file, bytes, from, rest);
				else from += (await writeLater(file, bytes, from, rest)).bytesWritten;
			}
		},
		async chmod(mode) {
			// Looking is quicker than setting what is so already, as it nearly always is.
			if ((fstatSync(file).mode & 0o7777) !== mode) fchmodSync(file, mode);
		},
		async sync() {
			const isAtOnce = written <= atOnce && pace.isQuick();
			const begin = performance.now();
			if (isAtOnce) fsyncSync(file);
			else await syncLater(file);
			if (written <= atOnce) pace.took(performance.now() - begin);
		},
		async close() {
			closeSync(file);
		},
	};
}
