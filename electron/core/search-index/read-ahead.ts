import { deserialize, serialize } from 'node:v8';
import { type MessagePort, Worker } from 'node:worker_threads';
import type { Newsroom } from '#shared/model/newsroom.ts';
import type { NewsroomPath } from '../newsroom-path.ts';
import type { WorkerRole } from './index-messages.ts';
import type { PreparedFile } from './prepare-file.ts';
import { inBytes } from './story-entry.ts';

/** Reads files in a thread of its own, while the one of the index writes those before. */
export interface ReadAhead {
	/** Asks for a file; `hasRoom` says whether more should be asked for. */
	want(path: string): void;
	hasRoom(): boolean;
	/** A file that was asked for; a promise while it is not there yet, null when it was not asked for. */
	take(path: string): PreparedFile | Promise<void> | null;
	close(): void;
}

/** Files that the reader gets. */
export interface FilesToRead {
	readonly paths: readonly string[];
	readonly limits: Newsroom['limits'];
}

/** What the reader answers, each file by its path. */
export type FilesRead = readonly (readonly [string, PreparedFile])[];

/** The same on its way, in bytes: what waits for its turn must not fill the heap of the thread that writes. */
interface PackedFiles {
	readonly paths: readonly string[];
	readonly bytes: Uint8Array<ArrayBuffer>;
}

const filesAtOnce = 16;
/** As many as are read while a transaction is written to the disk. */
const mostAhead = 400;
/** With less room for what is new, tidying it takes several times as long. */
const mostHeap = {
	reader: { maxOldGenerationSizeMb: 128, maxYoungGenerationSizeMb: 8 },
	fetcher: { maxOldGenerationSizeMb: 64, maxYoungGenerationSizeMb: 2 },
};

/** Sends files that were read. */
export function postFiles(port: MessagePort, read: FilesRead): void {
	const packed = read.map(([path, file]) =>
		file.kind === 'story' ? [path, { ...file, entry: inBytes(file.entry) }] : [path, file],
	);
	const bytes = new Uint8Array(serialize(packed));
	port.postMessage({ paths: read.map(([path]) => path), bytes } satisfies PackedFiles, [bytes.buffer]);
}

/** Starts a thread that reads ahead. When it dies, nothing that was asked for is there. */
export function createReadAhead(
	script: string,
	newsroom: NewsroomPath,
	limits: () => Newsroom['limits'],
	log: (message: string) => void,
): ReadAhead {
	const wanted = new Set<string>();
	const packed = new Map<string, PackedFiles>();
	const ready = new Map<string, PreparedFile>();
	let batch: string[] = [];
	let arrive = () => {};
	let arrived: Promise<void> | null = null;
	const tellArrived = () => {
		arrived = null;
		arrive();
	};
	const start = (role: 'reader' | 'fetcher') => {
		const worker = new Worker(script, {
			workerData: { role, newsroom } satisfies WorkerRole,
			resourceLimits: mostHeap[role],
		});
		worker.unref();
		worker.on('error', (error: unknown) => log(`the thread that reads ahead died: ${String(error)}`));
		return worker;
	};
	// Files that the system has not in its memory take longer to fetch than to take apart, so both are done at once.
	const fetcher = start('fetcher');
	const worker = start('reader');
	worker.on('message', (files: PackedFiles) => {
		for (const path of files.paths) if (wanted.delete(path)) packed.set(path, files);
		tellArrived();
	});
	const unpack = ({ bytes }: PackedFiles) => {
		// The thread runs our own script.
		for (const [path, file] of deserialize(bytes) as FilesRead) if (packed.delete(path)) ready.set(path, file);
	};
	worker.on('exit', () => {
		wanted.clear();
		tellArrived();
	});
	const send = () => {
		if (batch.length > 0) {
			const asked: FilesToRead = { paths: batch, limits: limits() };
			fetcher.postMessage(asked);
			worker.postMessage(asked);
		}
		batch = [];
	};
	return {
		want(path) {
			wanted.add(path);
			batch.push(path);
			if (batch.length >= filesAtOnce) send();
		},
		hasRoom: () => wanted.size + packed.size + ready.size < mostAhead,
		take(path) {
			const files = packed.get(path);
			if (files !== undefined) unpack(files);
			const file = ready.get(path);
			ready.delete(path);
			if (file !== undefined) return file;
			if (!wanted.has(path)) return null;
			send();
			arrived ??= new Promise((resolve) => {
				arrive = resolve;
			});
			return arrived;
		},
		close() {
			void fetcher.terminate();
			void worker.terminate();
		},
	};
}
