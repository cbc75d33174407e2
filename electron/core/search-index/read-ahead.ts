import { Worker } from 'node:worker_threads';
import type { Newsroom } from '#shared/model/newsroom.ts';
import type { NewsroomPath } from '../newsroom-path.ts';
import type { WorkerRole } from './index-messages.ts';
import type { PreparedFile } from './prepare-file.ts';

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

/** What the reader answers: each file by its path. */
export type FilesRead = readonly (readonly [string, PreparedFile])[];

const filesAtOnce = 16;
const mostAhead = 160;
const mostHeap = { maxOldGenerationSizeMb: 128, maxYoungGenerationSizeMb: 4 };

/** Starts a thread that reads ahead. When it dies, nothing that was asked for is there. */
export function createReadAhead(
	script: string,
	newsroom: NewsroomPath,
	limits: () => Newsroom['limits'],
	log: (message: string) => void,
): ReadAhead {
	const wanted = new Set<string>();
	const ready = new Map<string, PreparedFile>();
	let batch: string[] = [];
	let arrive = () => {};
	let arrived: Promise<void> | null = null;
	const tellArrived = () => {
		arrived = null;
		arrive();
	};
	const worker = new Worker(script, {
		workerData: { role: 'reader', newsroom } satisfies WorkerRole,
		resourceLimits: mostHeap,
	});
	worker.unref();
	worker.on('message', (files: FilesRead) => {
		for (const [path, file] of files) if (wanted.delete(path)) ready.set(path, file);
		tellArrived();
	});
	worker.on('error', (error: unknown) => log(`the thread that reads ahead died: ${String(error)}`));
	worker.on('exit', () => {
		wanted.clear();
		tellArrived();
	});
	const send = () => {
		if (batch.length > 0) worker.postMessage({ paths: batch, limits: limits() } satisfies FilesToRead);
		batch = [];
	};
	return {
		want(path) {
			wanted.add(path);
			batch.push(path);
			if (batch.length >= filesAtOnce) send();
		},
		hasRoom: () => wanted.size + ready.size < mostAhead,
		take(path) {
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
		close: () => void worker.terminate(),
	};
}
