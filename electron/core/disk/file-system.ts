import {
	close,
	closeSync,
	constants,
	type Dirent,
	fchmod,
	fstat,
	fstatSync,
	fsync,
	open,
	openSync,
	read,
	readFileSync,
	type Stats,
	statSync,
	writeFile,
} from 'node:fs';
import * as node from 'node:fs/promises';
import { promisify } from 'node:util';

/** An open file, as far as the core needs it. */
export interface OpenFile {
	writeFile(bytes: Uint8Array): Promise<void>;
	/** Sets who may read and write the file. */
	chmod(mode: number): Promise<void>;
	/** Returns once the disk itself holds what was written. */
	sync(): Promise<void>;
	close(): Promise<void>;
}

/** Which file it is, whatever its name. */
export type FileIdentity = Pick<Stats, 'dev' | 'ino'>;

/**
 * The few functions of the disk that the core uses; every write goes through here, so that tests can make the disk fail.
 * None of them keeps the thread waiting. What is neither a file nor a folder is not opened: that throws `notAFile`.
 */
export interface FileSystem {
	readFile(path: string): Promise<Uint8Array>;
	/** The same, but throws `ELOOP` where the last part of the path is a link. */
	readUnlinked(path: string): Promise<Uint8Array>;
	/** So many bytes of a file, or fewer where it ends before. */
	readPart(path: string, from: number, length: number): Promise<Uint8Array>;
	/**
	 * `wx` makes a new file and fails when there is one, `a` adds to the end of one and makes it when there is none, `r`
	 * opens a file or folder to sync it.
	 */
	open(path: string, flags: 'wx' | 'a' | 'r'): Promise<OpenFile>;
	/** With `onlyOver`, throws `ESTALE` and changes nothing unless `to` is that very file. */
	rename(from: string, to: string, onlyOver?: FileIdentity): Promise<void>;
	/** Gives a file a second name; fails when the name is taken. */
	link(from: string, to: string): Promise<void>;
	unlink(path: string): Promise<void>;
	makeFolder(path: string): Promise<void>;
	removeFolder(path: string): Promise<void>;
	list(path: string): Promise<Dirent[]>;
	stat(path: string): Promise<Stats>;
	lstat(path: string): Promise<Stats>;
	realPath(path: string): Promise<string>;
	/** Whether this process may do that to the path. */
	mayAccess(path: string, mode: number): Promise<boolean>;
}

/** The code of the error for what is neither a file nor a folder, such as a pipe, a socket or a device. */
export const notAFile = 'ENOTFILE';

/** On Windows, which has no pipes among its files, there are no such flags. */
const { O_NONBLOCK: withoutWaiting = 0, O_NOFOLLOW: notThroughLinks = 0 }: Partial<typeof constants> = constants;

/** The flags that open a file to be read; a pipe in its place, which nobody may ever write to, is not waited for. */
const readFlags: number = constants.O_RDONLY | withoutWaiting;

function systemError(code: string, message: string): Error {
	return Object.assign(new Error(message), { code });
}

/** Throws unless it is a file, or a folder where one is expected. */
function mustBeFile(stats: Stats, path: string, mayBeFolder = false): void {
	if (stats.isFile() || (mayBeFolder && stats.isDirectory())) return;
	if (stats.isDirectory()) throw systemError('EISDIR', `${path} is a folder`);
	throw systemError(notAFile, `${path} is neither a file nor a folder`);
}

// Descriptors and not the file handles of `node:fs/promises`, which take twice as long to read a story.
const openDescriptor = promisify(open);
const statDescriptor = promisify(fstat);
const readDescriptor = promisify(read);
const writeDescriptor: (file: number, bytes: Uint8Array) => Promise<void> = promisify(writeFile);
const chmodDescriptor = promisify(fchmod);
const syncDescriptor = promisify(fsync);
/** Closes what `openFileToRead` opened. */
export const closeFile = promisify(close);

/** An open file, by its descriptor, and its size in bytes. */
interface PresentFile {
	readonly file: number;
	readonly size: number;
}

/** Opens what is there without waiting for whoever is at the other end of a pipe. */
async function openPresent(path: string, flags: number, mayBeFolder = false): Promise<PresentFile> {
	const file = await openDescriptor(path, flags | withoutWaiting);
	try {
		// Something else may have got the name since it was looked at.
		const stats = await statDescriptor(file);
		mustBeFile(stats, path, mayBeFolder);
		return { file, size: stats.size };
	} catch (error) {
		await closeFile(file);
		throw error;
	}
}

/** Opens a file; whoever asked closes it with `closeFile`. */
export async function openFileToRead(path: string): Promise<PresentFile> {
	// Opening a pipe or a device can do something by itself, so it is looked at first.
	mustBeFile(await node.stat(path), path);
	return openPresent(path, readFlags);
}

async function openToAdd(path: string): Promise<PresentFile> {
	try {
		mustBeFile(await node.stat(path), path);
	} catch (error) {
		if (errorCode(error) !== 'ENOENT') throw error;
	}
	return openPresent(path, constants.O_WRONLY | constants.O_APPEND | constants.O_CREAT);
}

async function openToSync(path: string): Promise<PresentFile> {
	mustBeFile(await node.stat(path), path, true);
	return openPresent(path, constants.O_RDONLY, true);
}

function openFileOf(file: number): OpenFile {
	return {
		writeFile: (bytes) => writeDescriptor(file, bytes),
		chmod: (mode) => chmodDescriptor(file, mode),
		sync: () => syncDescriptor(file),
		close: () => closeFile(file),
	};
}

/** Reads a file to its end, wherever that is by now, and closes it. */
async function readWhole({ file, size }: PresentFile): Promise<Uint8Array> {
	try {
		// A byte more than there should be, so that one reading also tells that this was all.
		let bytes = Buffer.allocUnsafeSlow(size + 1);
		for (let end = 0; ; ) {
			const { bytesRead } = await readDescriptor(file, bytes, end, bytes.length - end, null);
			end += bytesRead;
			if (bytesRead === 0 || end === size) return bytes.subarray(0, end);
			if (end === bytes.length) bytes = Buffer.concat([bytes], 2 * bytes.length);
		}
	} finally {
		await closeFile(file);
	}
}

/** The real disk. */
export const realFileSystem: FileSystem = {
	async readFile(path) {
		return readWhole(await openFileToRead(path));
	},
	async readUnlinked(path) {
		const stats = await node.lstat(path);
		if (stats.isSymbolicLink()) throw systemError('ELOOP', `${path} is a link`);
		mustBeFile(stats, path);
		return readWhole(await openPresent(path, constants.O_RDONLY | notThroughLinks));
	},
	async readPart(path, from, length) {
		const { file } = await openFileToRead(path);
		try {
			const { buffer, bytesRead } = await readDescriptor(file, Buffer.alloc(length), 0, length, from);
			return buffer.subarray(0, bytesRead);
		} finally {
			await closeFile(file);
		}
	},
	async open(path, flags) {
		switch (flags) {
			case 'wx':
				// What another process adds to the new file meanwhile is not written over.
				return openFileOf(await openDescriptor(path, 'ax'));
			case 'a':
				return openFileOf((await openToAdd(path)).file);
			case 'r':
				return openFileOf((await openToSync(path)).file);
		}
	},
	rename: async (from, to, onlyOver) => {
		if (onlyOver !== undefined) {
			const present = await node.lstat(to);
			if (present.ino !== onlyOver.ino || present.dev !== onlyOver.dev) {
				throw systemError('ESTALE', `${to} is another file by now`);
			}
		}
		await node.rename(from, to);
	},
	link: (from, to) => node.link(from, to),
	unlink: (path) => node.unlink(path),
	makeFolder: async (path) => {
		await node.mkdir(path, { recursive: true });
	},
	removeFolder: (path) => node.rm(path, { recursive: true, force: true }),
	list: (path) => node.readdir(path, { withFileTypes: true }),
	stat: (path) => node.stat(path),
	lstat: (path) => node.lstat(path),
	realPath: (path) => node.realpath(path),
	mayAccess: (path, mode) =>
		node.access(path, mode).then(
			() => true,
			() => false,
		),
};

/** What a disk such as exFAT answers that knows no second names of files. */
export const noSecondNames: readonly string[] = ['EPERM', 'ENOSYS', 'ENOTSUP', 'EOPNOTSUPP', 'EMLINK'];

/** The system's code of an error, such as `ENOENT`; null for an error of another kind. */
export function errorCode(error: unknown): string | null {
	return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : null;
}

/** What stands under a name. */
export type FileKind = 'file' | 'folder' | 'link' | 'other';

/** Tells what stands under a name. */
export function kindOfFile(stats: Stats): FileKind {
	if (stats.isFile()) return 'file';
	if (stats.isDirectory()) return 'folder';
	return stats.isSymbolicLink() ? 'link' : 'other';
}

/** What a system answers that lets something not be seen, and will not before somebody changes that. */
export const lastingRefusals: readonly string[] = ['EACCES', 'EPERM', 'ENAMETOOLONG', 'ELOOP'];

/** Reads a file while the whole thread waits, which is several times faster; for threads in which nobody waits. */
export function readFileAtOnce(path: string): Uint8Array {
	mustBeFile(statSync(path), path);
	const file = openSync(path, readFlags);
	try {
		mustBeFile(fstatSync(file), path);
		return readFileSync(file);
	} finally {
		closeSync(file);
	}
}
