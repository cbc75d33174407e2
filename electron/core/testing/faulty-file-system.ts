import type { FileSystem, OpenFile } from '../disk/file-system.ts';
import { realFileSystem } from '../disk/file-system.ts';
import { systemError } from './temp-newsroom.ts';

/** What the disk is asked to do; those of an open file begin with `file.`. */
export type DiskOperation = keyof FileSystem | `file.${keyof OpenFile}`;

/** When and how the disk fails. */
export interface Fault {
	readonly operation: DiskOperation | 'any write';
	/** The first call that is hit, from 1 for the next one that fits. */
	readonly call?: number;
	/** How many calls are hit; for ever when left out. */
	readonly times?: number;
	/** Which paths are hit; all when left out. */
	readonly path?: (path: string) => boolean;
	/** The system's code, such as `ENOSPC`; `stall` answers only once `release` is called. */
	readonly code: string | 'stall';
	/** For `file.writeFile`: how many bytes still reach the disk before it fails. */
	readonly bytesBefore?: number;
}

/** A disk that fails on demand, over another one. */
export interface FaultyFileSystem {
	readonly disk: FileSystem;
	/** How often each operation was asked for. */
	readonly calls: Map<DiskOperation, number>;
	/** How many calls a fault has hit. */
	hits(): number;
	/** Adds a fault; returns the function that mends it. */
	fail(fault: Fault): () => void;
	/** Lets every stalled call go on, and stalls no more. */
	release(): void;
}

const writes: ReadonlySet<DiskOperation> = new Set([
	'file.writeFile',
	'file.sync',
	'rename',
	'link',
	'unlink',
	'makeFolder',
	'removeFolder',
]);

interface LiveFault extends Fault {
	seen: number;
}

/** Makes a disk that works until it is told to fail. */
export function faultyFileSystem(base: FileSystem = realFileSystem): FaultyFileSystem {
	const calls = new Map<DiskOperation, number>();
	const faults = new Set<LiveFault>();
	const stalled = new Set<() => void>();
	let hits = 0;

	const faultOf = (operation: DiskOperation, path: string, isWrite: boolean): LiveFault | null => {
		calls.set(operation, (calls.get(operation) ?? 0) + 1);
		let hit: LiveFault | null = null;
		for (const fault of faults) {
			const fits = fault.operation === operation || (fault.operation === 'any write' && isWrite);
			if (!fits || fault.path?.(path) === false) continue;
			fault.seen += 1;
			const first = fault.call ?? 1;
			if (fault.seen >= first && fault.seen < first + (fault.times ?? Number.POSITIVE_INFINITY)) hit ??= fault;
		}
		if (hit !== null) hits += 1;
		return hit;
	};

	const meet = async (fault: LiveFault | null) => {
		if (fault === null) return;
		if (fault.code !== 'stall') throw systemError(fault.code);
		await new Promise<void>((resolve) => stalled.add(resolve));
	};

	const before = (operation: DiskOperation, path: string, isWrite = writes.has(operation)) =>
		meet(faultOf(operation, path, isWrite));

	const fileOver = (file: OpenFile, path: string): OpenFile => ({
		async writeFile(bytes) {
			const fault = faultOf('file.writeFile', path, true);
			// A full disk takes what still fits.
			if (fault?.bytesBefore !== undefined) await file.writeFile(bytes.subarray(0, fault.bytesBefore));
			await meet(fault);
			await file.writeFile(bytes);
		},
		async chmod(mode) {
			await before('file.chmod', path);
			await file.chmod(mode);
		},
		async sync() {
			await before('file.sync', path);
			await file.sync();
		},
		async close() {
			// Closed whatever happens, so that a test leaves no open files.
			await file.close();
			await before('file.close', path);
		},
	});

	const over =
		<Rest extends unknown[], Value>(
			operation: keyof FileSystem,
			call: (path: string, ...rest: Rest) => Promise<Value>,
		) =>
		async (path: string, ...rest: Rest): Promise<Value> => {
			await before(operation, path);
			return call(path, ...rest);
		};

	const disk: FileSystem = {
		...base,
		readFile: over('readFile', base.readFile),
		readUnlinked: over('readUnlinked', base.readUnlinked),
		async open(path, flags) {
			await before('open', path, flags !== 'r');
			return fileOver(await base.open(path, flags), path);
		},
		rename: over('rename', base.rename),
		link: over('link', base.link),
		unlink: over('unlink', base.unlink),
		makeFolder: over('makeFolder', base.makeFolder),
		removeFolder: over('removeFolder', base.removeFolder),
		list: over('list', base.list),
		stat: over('stat', base.stat),
		lstat: over('lstat', base.lstat),
		realPath: over('realPath', base.realPath),
		mayAccess: over('mayAccess', base.mayAccess),
	};

	return {
		disk,
		calls,
		hits: () => hits,
		fail(fault) {
			const live: LiveFault = { ...fault, seen: 0 };
			faults.add(live);
			return () => faults.delete(live);
		},
		release() {
			for (const fault of faults) if (fault.code === 'stall') faults.delete(fault);
			for (const resolve of stalled) resolve();
			stalled.clear();
		},
	};
}
