import { Worker } from 'node:worker_threads';
import type { KeptStories, PackPlace } from '../history/pack-writer.ts';
import type { WorkerRole } from '../search-index/index-messages.ts';
import { receiveError, type SentError } from '../sent-error.ts';
import type { LinkedTable } from './linked-table.ts';
import type { MadeStories, MakerOptions, StoryMaker, StoryToMake } from './story-maker.ts';

/** What a thread that makes stories is started with. */
export interface MakerThreadOptions {
	readonly options: MakerOptions;
	/** The folder that new and changed files go into; null for a dry run. */
	readonly next: string | null;
	/** Where the stories are kept; null where they cannot be. */
	readonly place: PackPlace | null;
	/** Held by the thread that writes files. */
	readonly lock: Int32Array;
	/** Which of the threads of an export it is. */
	readonly number: number;
}

/** What a thread that makes stories is told. */
export type ToMaker =
	/** What links show; it begins once it has this. */
	| { readonly kind: 'linked'; readonly linked: LinkedTable }
	| { readonly kind: 'make'; readonly number: number; readonly stories: readonly StoryToMake[] }
	| { readonly kind: 'finish' };

/** What it tells. */
export type FromMaker =
	| { readonly kind: 'made'; readonly number: number; readonly made: MadeStories }
	| { readonly kind: 'kept'; readonly kept: KeptStories }
	| { readonly kind: 'refusal'; readonly number: number; readonly reason: SentError };

/** A thread that makes stories once it was told what links show. */
export interface MakerThread extends StoryMaker {
	begin(linked: LinkedTable): void;
	close(): Promise<void>;
}

/** What is new is soon done with, so that little room for what is old is enough, in megabytes. */
const heap = { maxOldGenerationSizeMb: 256, maxYoungGenerationSizeMb: 48 };

/** Makes stories in a thread of its own, which runs the bundled script. */
export function createMakerThread(script: string, options: MakerThreadOptions): MakerThread {
	const worker = new Worker(script, {
		workerData: { role: 'maker', ...options } satisfies WorkerRole,
		resourceLimits: heap,
	});
	const waiting = new Map<number, { answer(made: MadeStories): void; refuse(error: Error): void }>();
	let last = 0;
	let takeKept = (_: KeptStories) => {};
	let end: Error | null = null;
	const send = (message: ToMaker) => worker.postMessage(message);
	const refuseAll = (error: Error) => {
		end ??= error;
		for (const { refuse } of waiting.values()) refuse(error);
		waiting.clear();
	};
	worker.on('message', (message: FromMaker) => {
		if (message.kind === 'kept') {
			takeKept(message.kept);
			return;
		}
		const asked = waiting.get(message.number);
		waiting.delete(message.number);
		if (message.kind === 'made') asked?.answer(message.made);
		else asked?.refuse(receiveError(message.reason));
	});
	worker.on('error', (error: unknown) => refuseAll(error instanceof Error ? error : new Error(String(error))));
	worker.on('exit', () => refuseAll(new Error('The thread that makes stories ended.')));
	return {
		begin: (linked) => send({ kind: 'linked', linked }),
		make: (stories) =>
			new Promise((answer, refuse) => {
				if (end !== null) {
					refuse(end);
					return;
				}
				last += 1;
				waiting.set(last, { answer, refuse });
				send({ kind: 'make', number: last, stories });
			}),
		finish: () =>
			new Promise((resolve) => {
				// What a thread kept that died is lost, and so is the export that it worked for.
				const nothing: KeptStories = { packs: [], loose: [], problem: 'its thread ended' };
				if (end !== null) {
					resolve(nothing);
					return;
				}
				takeKept = resolve;
				worker.on('exit', () => resolve(nothing));
				send({ kind: 'finish' });
			}),
		async close() {
			await worker.terminate();
		},
	};
}
