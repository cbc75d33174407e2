import { constants, type Dirent, lstatSync, renameSync, type Stats } from 'node:fs';
import * as node from 'node:fs/promises';

/** An open file, as far as the core needs it. */
export interface OpenFile {
	writeFile(bytes: Uint8Array): Promise<void>;
	/** Sets who may read and write the file. */
	chmod(mode: number): Promise<void>;
	/** Returns once the disk itself holds what was written. */
	sync(): Promise<void>;
	close(): Promise<void>;
}

/** An open file that is looked at several times, under whatever name it then has. */
export interface WatchedFile {
	/** Whether it holds exactly these bytes at this moment. */
	holds(bytes: Uint8Array): Promise<boolean>;
	close(): Promise<void>;
}

/** Which file it is, whatever its name. */
export type FileIdentity = Pick<Stats, 'dev' | 'ino'>;

/** The few functions of the disk that the core uses; every write goes through here, so that tests can make the disk fail. */
export interface FileSystem {
	readFile(path: string): Promise<Uint8Array>;
	/** The same, but throws `ELOOP` where the last part of the path is a link. */
	readUnlinked(path: string): Promise<Uint8Array>;
	/** So many bytes of a file, or fewer where it ends before. */
	readPart(path: string, from: number, length: number): Promise<Uint8Array>;
	/** Opens a file that is looked at several times; where a disk has a quicker way than to read all of it each time. */
	watch?(path: string): Promise<WatchedFile>;
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

/** Windows has the first alone. */
const { O_RDONLY, O_NONBLOCK, O_NOFOLLOW } = constants as {
	readonly O_RDONLY: number;
	readonly O_NONBLOCK?: number;
	readonly O_NOFOLLOW?: number;
};

/** The flags that open a file to be read; a pipe in its place, which nobody may ever write to, is not waited for. */
export const readFlags: number = O_RDONLY | (O_NONBLOCK ?? 0);

/** The flags that open a file to be read unless it is a link, which throws `ELOOP`. */
export function unlinkedFlags(path: string): number {
	if (O_NOFOLLOW !== undefined) return readFlags | O_NOFOLLOW;
	// Windows cannot be told so.
	if (lstatSync(path).isSymbolicLink()) throw Object.assign(new Error(`${path} is a link`), { code: 'ELOOP' });
	return readFlags;
}

/** The real disk. */
export const realFileSystem: FileSystem = {
	readFile: (path) => node.readFile(path, { flag: readFlags }),
	readUnlinked: async (path) => node.readFile(path, { flag: unlinkedFlags(path) }),
	async readPart(path, from, length) {
		const file = await node.open(path, 'r');
		try {
			const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, from);
			return buffer.subarray(0, bytesRead);
		} finally {
			await file.close();
		}
	},
	open: (path, flags) => node.open(path, flags),
	rename: async (from, to, onlyOver) => {
		if (onlyOver === undefined) return node.rename(from, to);
		// At once, as every moment between the look and the rename is one in which another program may come in between.
		const present = lstatSync(to);
		if (present.ino !== onlyOver.ino || present.dev !== onlyOver.dev) {
			throw Object.assign(new Error(`${to} is another file by now`), { code: 'ESTALE' });
		}
		renameSync(from, to);
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
