import type { FileSystem, OpenFile } from './file-system.ts';

/**
 * The same disk, with at most so many calls under way at once; the others wait. Node has four threads for all disks, so a
 * disk that hangs would otherwise keep the others from answering too.
 */
export function limitDisk(disk: FileSystem, most: number): FileSystem {
	const waiting: (() => void)[] = [];
	let free = most;

	const inTurn = async <Value>(call: () => Promise<Value>): Promise<Value> => {
		if (free > 0) free -= 1;
		else await new Promise<void>((resolve) => waiting.push(resolve));
		try {
			return await call();
		} finally {
			// Handed on at once, so that nobody who comes later takes the place.
			const next = waiting.shift();
			if (next === undefined) free += 1;
			else next();
		}
	};

	const fileInTurn = (file: OpenFile): OpenFile => ({
		writeFile: (bytes) => inTurn(() => file.writeFile(bytes)),
		chmod: (mode) => inTurn(() => file.chmod(mode)),
		sync: () => inTurn(() => file.sync()),
		close: () => inTurn(() => file.close()),
	});

	return {
		readFile: (path) => inTurn(() => disk.readFile(path)),
		readUnlinked: (path) => inTurn(() => disk.readUnlinked(path)),
		readPart: (path, from, length) => inTurn(() => disk.readPart(path, from, length)),
		open: (path, flags) => inTurn(async () => fileInTurn(await disk.open(path, flags))),
		rename: (from, to, onlyOver) => inTurn(() => disk.rename(from, to, onlyOver)),
		link: (from, to) => inTurn(() => disk.link(from, to)),
		unlink: (path) => inTurn(() => disk.unlink(path)),
		makeFolder: (path) => inTurn(() => disk.makeFolder(path)),
		removeFolder: (path) => inTurn(() => disk.removeFolder(path)),
		list: (path) => inTurn(() => disk.list(path)),
		stat: (path) => inTurn(() => disk.stat(path)),
		lstat: (path) => inTurn(() => disk.lstat(path)),
		realPath: (path) => inTurn(() => disk.realPath(path)),
		mayAccess: (path, mode) => inTurn(() => disk.mayAccess(path, mode)),
	};
}
