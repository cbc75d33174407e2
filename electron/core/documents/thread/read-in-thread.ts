import { Worker } from 'node:worker_threads';
import type { ReadStory } from '#shared/document/reading/read-story.ts';
import { receiveError, type SentError } from '../../disk/sent-error.ts';
import { tooLargeDocument } from '../document-failure.ts';

/** What the thread is given. */
export interface GivenDocument {
	readonly name: string;
	readonly bytes: Uint8Array;
}

/** What it answers, once. */
export type FromDocumentThread =
	| { readonly kind: 'read'; readonly read: ReadStory }
	| { readonly kind: 'refusal'; readonly reason: SentError };

/** No document of a desk takes so long, in milliseconds. */
const longest = 60_000;
/** In megabytes; the bytes of pictures come on top. */
const mostHeap = 1024;

/**
 * Reads a document in a thread that runs the bundled script, so that nobody waits for it; one that would take all memory or
 * never end is a `FailureError`.
 */
export async function readInThread(script: string, given: GivenDocument): Promise<ReadStory> {
	const worker = new Worker(script, {
		workerData: given,
		resourceLimits: { maxOldGenerationSizeMb: mostHeap },
	});
	let timer: NodeJS.Timeout | undefined;
	try {
		return await new Promise<ReadStory>((resolve, reject) => {
			worker.on('message', (message: FromDocumentThread) => {
				if (message.kind === 'read') resolve(message.read);
				else reject(receiveError(message.reason));
			});
			worker.on('error', (error: Error & { code?: string }) => {
				reject(error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? tooLargeDocument(given.name) : error);
			});
			worker.on('exit', () => reject(new Error('The thread that reads documents ended by itself.')));
			timer = setTimeout(() => reject(tooLargeDocument(given.name)), longest);
		});
	} finally {
		clearTimeout(timer);
		await worker.terminate();
	}
}
