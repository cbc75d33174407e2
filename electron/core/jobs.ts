import { randomUUID } from 'node:crypto';
import type { JobState } from '#shared/contract/export.ts';
import { FailureError } from '#shared/failure.ts';

/** How work ends that did all that it was to do. */
export type JobEnd = Extract<JobState, { readonly report: unknown }>;

/** Long work: what it gets to tell how far it is, and to hear that it is to stop. */
export type JobWork = (tools: {
	readonly onProgress: (done: number, total: number) => void;
	readonly signal: AbortSignal;
}) => Promise<JobEnd>;

/** Runs long work in the background. */
export interface JobRunner {
	/** Starts the work and answers its id at once; what becomes of it is told as `jobs.changed`. */
	start(work: JobWork): string;
	/** Asks a job to stop; false when there is none by that id, or it has ended. */
	cancel(job: string): boolean;
	/** Resolves once no job is running. */
	idle(): Promise<void>;
}

/** Makes a job runner; `tell` hears each change of each job, progress at most ten times a second. */
export function createJobRunner(
	tell: (job: string, state: JobState) => void,
	log: (message: string, error?: unknown) => void,
): JobRunner {
	const running = new Map<string, { readonly abort: AbortController; readonly end: Promise<void> }>();
	const run = async (job: string, work: JobWork, abort: AbortController): Promise<void> => {
		let last = 0;
		const onProgress = (done: number, total: number) => {
			const now = Date.now();
			// No timer tells it later: there is more to come, and the end is told in any case.
			if (now - last < 100 && done < total) return;
			last = now;
			tell(job, { kind: 'running', done, total });
		};
		let state: JobState;
		try {
			state = await work({ onProgress, signal: abort.signal });
		} catch (error) {
			state = endOf(error, abort.signal, log);
		}
		running.delete(job);
		tell(job, state);
	};
	return {
		start(work) {
			const job = randomUUID();
			const abort = new AbortController();
			// Not before the caller has the id, so that nobody hears of a job that they cannot know.
			const end = new Promise<void>((resolve) => setImmediate(resolve)).then(() => run(job, work, abort));
			running.set(job, { abort, end });
			return job;
		},
		cancel(job) {
			const found = running.get(job);
			found?.abort.abort();
			return found !== undefined;
		},
		async idle() {
			await Promise.all([...running.values()].map(({ end }) => end));
		},
	};
}

function endOf(error: unknown, signal: AbortSignal, log: (message: string, error?: unknown) => void): JobState {
	if (error instanceof FailureError) {
		return error.failure.code === 'cancelled' ? { kind: 'cancelled' } : { kind: 'failed', failure: error.failure };
	}
	if (signal.aborted) return { kind: 'cancelled' };
	log('a job failed', error);
	const message = 'Something went wrong inside Galley. What was there before is as it was; try again.';
	return { kind: 'failed', failure: { code: 'bug', message } };
}
