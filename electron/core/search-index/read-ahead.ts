import { MessageChannel, receiveMessageOnPort, type TransferListItem, Worker } from 'node:worker_threads';
import type { Newsroom } from '#shared/model/newsroom.ts';
import type { NewsroomPath } from '../newsroom-path.ts';
import { createArrivals } from './arrivals.ts';
import type { FetcherRole, ReaderRole } from './index-messages.ts';
import { unpackFiles } from './packed-files.ts';
import type { PreparedFile } from './prepare-file.ts';

/** Reads files in a thread of its own, while the one of the index writes those before. */
export interface ReadAhead {
	/** Asks for a file; `hasRoom` says whether more should be asked for. */
	want(path: string): void;
	hasRoom(): boolean;
	/**
	 * The next file, in the order in which they were asked for; a promise while it is not there yet, null when another is
	 * next or none.
	 */
	take(path: string): PreparedFile | Promise<void> | null;
	close(): void;
}

/** Files that the reader gets. */
export interface FilesToRead {
	readonly paths: readonly string[];
	readonly limits: Newsroom['limits'];
}

/** What the reader answers: the files that it was asked for, in their order, as `unpackFiles` takes them apart. */
export type FilesRead = Uint8Array<ArrayBuffer>;

const filesAtOnce = 16;
/** Enough to go on with while a transaction is written to the disk. */
const mostAhead = 240;
/** With less room for what is new, tidying it takes several times as long. */
const mostHeap = {
	reader: { maxOldGenerationSizeMb: 128, maxYoungGenerationSizeMb: 8 },
	fetcher: { maxOldGenerationSizeMb: 64, maxYoungGenerationSizeMb: 2 },
};

/** Starts a thread that reads ahead. When it dies, nothing that was asked for is there. */
export function createReadAhead(
	script: string,
	newsroom: NewsroomPath,
	limits: () => Newsroom['limits'],
	log: (message: string) => void,
): ReadAhead {
	/** What was asked for and not taken yet, and where it begins. */
	let wanted: string[] = [];
	let first = 0;
	let ready: Iterator<PreparedFile, undefined> | null = null;
	let isDead = false;
	let batch: string[] = [];
	const arrivals = createArrivals();
	const start = (role: ReaderRole | FetcherRole, transferList: TransferListItem[]) => {
		const worker = new Worker(script, { workerData: role, transferList, resourceLimits: mostHeap[role.role] });
		worker.unref();
		worker.on('error', (error: unknown) => log(`the thread that reads ahead died: ${String(error)}`));
		return worker;
	};
	// Files that the system has not in its memory take longer to fetch than to take apart, so both are done at once.
	const fetcher = start({ role: 'fetcher', newsroom }, []);
	// What lies in a port fills no heap, unlike what came out of it.
	const { port1: files, port2 } = new MessageChannel();
	const worker = start({ role: 'reader', newsroom, files: port2 }, [port2]);
	worker.on('message', arrivals.tell);
	/** The next file that the thread has read; null when there is none. */
	const nextRead = (): PreparedFile | null => {
		for (;;) {
			const file = ready?.next().value;
			if (file !== undefined) return file;
			const received = receiveMessageOnPort(files);
			if (received === undefined) return null;
			// The thread runs our own script.
			ready = unpackFiles(received.message as FilesRead);
		}
	};
	worker.on('exit', () => {
		isDead = true;
		arrivals.tell();
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
			wanted.push(path);
			batch.push(path);
			if (batch.length >= filesAtOnce) send();
		},
		hasRoom: () => wanted.length - first < mostAhead,
		take(path) {
			if (wanted[first] !== path) return null;
			const file = nextRead();
			if (file === null && !isDead) {
				send();
				return arrivals.next();
			}
			first += 1;
			if (first >= mostAhead) {
				wanted = wanted.slice(first);
				first = 0;
			}
			return file;
		},
		close() {
			files.close();
			void fetcher.terminate();
			void worker.terminate();
		},
	};
}
