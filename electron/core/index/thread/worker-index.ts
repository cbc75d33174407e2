import { Worker } from 'node:worker_threads';
import { FailureError } from '#shared/failure.ts';
import type { ArticleIndex } from '../../articles/article-index.ts';
import type { IndexEvent } from '../../articles/index-events.ts';
import { receiveError } from '../../disk/sent-error.ts';
import type { Asked, FromWorker, ToWorker } from './index-messages.ts';
import { questionsOver } from './questions.ts';
import type { StoryIndexOptions } from './story-index.ts';

/** A question that has no answer yet. */
interface Pending {
	readonly asked: Asked;
	readonly answer: (value: never) => void;
	readonly refuse: (error: Error) => void;
}

/** A worker that died so often is not started again; the newsroom opens anew with a fresh one. */
const mostDeaths = 3;
/** How long it may take to put down its work when it is closed, in milliseconds. */
const longestClosing = 5000;
/** More than it ever needs, in megabytes. What it makes is soon done with, so that little room for what is new is enough. */
const mostHeap = { maxOldGenerationSizeMb: 256, maxYoungGenerationSizeMb: 4 };

/** Keeps the index in a thread of its own, which runs the bundled script. One that dies is started and asked again. */
export function createWorkerIndex(
	script: string,
	options: StoryIndexOptions,
	tell: (event: IndexEvent) => void,
): ArticleIndex {
	let { settings, categories } = options;
	let deaths = 0;
	let isClosed = false;
	let last = 0;
	const pending = new Map<number, Pending>();
	let end: Promise<void> = Promise.resolve();

	const start = (): Worker => {
		const next = new Worker(script, {
			workerData: { ...options, settings, categories } satisfies StoryIndexOptions,
			resourceLimits: mostHeap,
		});
		let reason = 'it ended by itself';
		next.on('message', hear);
		next.on('error', (error: unknown) => {
			reason = error instanceof Error ? error.message : String(error);
		});
		end = new Promise((ended) => {
			next.on('exit', () => {
				ended();
				if (!isClosed) died(reason);
			});
		});
		return next;
	};

	const hear = (message: FromWorker) => {
		if (message.kind === 'event') {
			if (!isClosed) tell(message.event);
			return;
		}
		const question = pending.get(message.number);
		pending.delete(message.number);
		if (message.kind === 'answer') question?.answer(message.value as never);
		else question?.refuse(receiveError(message.reason));
	};

	const died = (reason: string) => {
		deaths += 1;
		tell({ kind: 'problem', message: `the thread of the index died: ${reason}` });
		if (deaths > mostDeaths) {
			refuseAll(brokenIndex());
			tell({ kind: 'failed', message: reason });
			return;
		}
		worker = start();
		// What was put or removed meanwhile, the new one finds by itself: it looks at all files.
		for (const [number, { asked }] of pending) worker.postMessage({ kind: 'ask', number, asked } satisfies ToWorker);
	};
	const refuseAll = (error: Error) => {
		for (const { refuse } of pending.values()) refuse(error);
		pending.clear();
	};

	let worker = start();
	/** Stories to be put in once whoever saved them was answered: to wake the thread takes as long as the save itself. */
	let waiting: ToWorker[] = [];
	const flush = () => {
		const messages = waiting;
		waiting = [];
		if (isClosed || deaths > mostDeaths) return;
		for (const message of messages) worker.postMessage(message);
	};
	const sendLater = (message: ToWorker) => {
		if (waiting.push(message) === 1) setImmediate(flush);
	};
	const send = (message: ToWorker) => {
		waiting.push(message);
		flush();
	};
	const ask = (asked: Asked) =>
		new Promise<never>((answer, refuse) => {
			if (isClosed) refuse(closedIndex());
			else if (deaths > mostDeaths) refuse(brokenIndex());
			else {
				last += 1;
				pending.set(last, { asked, answer, refuse });
				send({ kind: 'ask', number: last, asked });
			}
		});

	return {
		...questionsOver((name, ...given) => ask({ name, given })),
		put: (story) => sendLater({ kind: 'put', story }),
		remove: (id) => send({ kind: 'remove', id }),
		follow(nextSettings, nextCategories) {
			settings = nextSettings;
			categories = nextCategories;
			send({ kind: 'follow', settings, categories });
		},
		async close() {
			if (isClosed) return;
			send({ kind: 'close' });
			isClosed = true;
			refuseAll(closedIndex());
			const hanging = setTimeout(() => void worker.terminate(), longestClosing);
			await end;
			clearTimeout(hanging);
		},
	};
}

function closedIndex(): FailureError {
	return new FailureError('no-newsroom', 'This newsroom was closed. Open it again.');
}

function brokenIndex(): FailureError {
	return new FailureError('bug', 'The index of this newsroom failed. Your stories are safe; open the newsroom again.');
}
