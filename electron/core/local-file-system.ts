import {
	accessSync,
	closeSync,
	fchmodSync,
	fstatSync,
	fsync,
	linkSync,
	lstatSync,
	mkdirSync,
	openSync,
	readFileSync,
	realpathSync,
	statSync,
	unlinkSync,
	write,
	writeSync,
} from 'node:fs';
import { promisify } from 'node:util';
import { type FileSystem, type OpenFile, realFileSystem } from './file-system.ts';

/** What is longer is read and written in the background, in bytes. */
const atOnce = 256 * 1024;

const syncLater = promisify(fsync);
const writeLater = promisify(write);

/**
 * The disk of this computer. What takes it microseconds is done at once, for sending each step to the background and back
 * takes many times as long, and a save has some forty. What waits for the disk itself is done in the background.
 */
export const localFileSystem: FileSystem = {
	...realFileSystem,
	async readFile(path) {
		const file = openSync(path, 'r');
		try {
			if (fstatSync(file).size <= atOnce) return readFileSync(file);
		} finally {
			closeSync(file);
		}
		return realFileSystem.readFile(path);
	},
	open: async (path, flags) => openFile(openSync(path, flags)),
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

function openFile(file: number): OpenFile {
	return {
		async writeFile(bytes) {
			for (let from = 0; from < bytes.length; ) {
				const rest = bytes.length - from;
				if (rest <= atOnce) from += writeSync(file, bytes, from, rest);
				else from += (await writeLater(file, bytes, from, rest)).bytesWritten;
			}
		},
		async chmod(mode) {
			fchmodSync(file, mode);
		},
		sync: () => syncLater(file),
		async close() {
			closeSync(file);
		},
	};
}
