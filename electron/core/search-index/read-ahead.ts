import { MessageChannel, receiveMessageOnPort, type TransferListItem, Worker } from 'node:worker_threads';
import type { Newsroom } from '#shared/model/newsroom.ts';
import type { NewsroomPath } from '../newsroom-path.ts';
import { createArrivals } from './arrivals.ts';
import type { FetcherRole, ReaderRole } from './index-messages.ts';
import { packParts, unpackParts } from './packed-parts.ts';
import type { PreparedFile } from './prepare-file.ts';
import { textsOf, withTexts } from './story-entry.ts';

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

/**
 * What the reader answers: each file by its path, as bytes, for what waits for its turn must fill no thread's heap: to
 * tidy that takes longer than to pack it.
 */
export type FilesRead = readonly (readonly [path: string, packed: Uint8Array<ArrayBuffer>])[];

const filesAtOnce = 16;
/** Enough to go on with while a transaction is written to the disk. */
const mostAhead = 240;
/** With less room for what is new, tidying it takes several times as long. */
const mostHeap = {
	reader: { maxOldGenerationSizeMb: 128, maxYoungGenerationSizeMb: 8 },
	fetcher: { maxOldGenerationSizeMb: 64, maxYoungGenerationSizeMb: 2 },
};

/** Packs a file that was read. */
export function packFile(file: PreparedFile): Uint8Array<ArrayBuffer> {
	if (file.kind !== 'story') return packParts(JSON.stringify(file), []);
	const { texts, rest } = textsOf(file.entry);
	return packParts(JSON.stringify({ ...file, entry: rest }), texts);
}

/** A file as it was packed, but with the long texts in bytes. */
export function unpackFile(packed: Uint8Array): PreparedFile {
	const { head, parts } = unpackParts(packed);
	// The thread runs our own script.
	const file: PreparedFile = JSON.parse(head);
	return file.kind === 'story' ? { ...file, entry: withTexts(file.entry, parts) } : file;
}

/** Starts a thread that reads ahead. When it dies, nothing that was asked for is there. */
export function createReadAhead(
	script: string,
	newsroom: NewsroomPath,
	limits: () => Newsroom['limits'],
	log: (message: string) => void,
): ReadAhead {
	const wanted = new Set<string>();
	const ready = new Map<string, Uint8Array>();
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
	/** Takes what the thread has read next; false when there is nothing. */
	const receive = (): boolean => {
		const received = receiveMessageOnPort(files);
		if (received === undefined) return false;
		// The thread runs our own script.
		for (const [path, packed] of received.message as FilesRead) if (wanted.delete(path)) ready.set(path, packed);
		return true;
	};
	worker.on('exit', () => {
		wanted.clear();
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
			wanted.add(path);
			batch.push(path);
			if (batch.length >= filesAtOnce) send();
		},
		hasRoom: () => wanted.size + ready.size < mostAhead,
		take(path) {
			while (wanted.has(path) && receive());
			const packed = ready.get(path);
			ready.delete(path);
			if (packed !== undefined) return unpackFile(packed);
			if (!wanted.has(path)) return null;
			send();
			return arrivals.next();
		},
		close() {
			files.close();
			void fetcher.terminate();
			void worker.terminate();
		},
	};
}
