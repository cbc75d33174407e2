import type { BulkReport } from '#shared/contract/bulk.ts';
import type { JobState } from '#shared/contract/export.ts';
import { createJobRunner, type JobRunner } from '../../jobs.ts';

/** Jobs of a test, and how each of them ended. */
export interface JobEnds {
	readonly jobs: JobRunner;
	/** Waits until a job has ended; answers how. */
	end(job: string): Promise<JobState>;
	/** The same for a change of many stories that came to its end. */
	report(job: string): Promise<BulkReport>;
}

/** Throws whatever a test did not expect. */
function throwUnexpected(message: string, error?: unknown): never {
	throw new Error(message, { cause: error });
}

/** Runs jobs and keeps how they ended; `mayGoOn` hears of each telling, and of how many jobs there are, and may end a job. */
export function jobEnds(mayGoOn: (state: JobState, jobs: number) => boolean): JobEnds {
	const ends = new Map<string, JobState>();
	const jobs = createJobRunner((job, state) => {
		ends.set(job, state);
		if (!mayGoOn(state, ends.size)) jobs.cancel(job);
	}, throwUnexpected);
	const end = async (job: string): Promise<JobState> => {
		await jobs.idle();
		const state = ends.get(job);
		if (state === undefined) throw new Error('nothing was told of the job');
		return state;
	};
	return {
		jobs,
		end,
		async report(job) {
			const state = await end(job);
			if (state.kind !== 'changed') throw new Error(`it ended as ${JSON.stringify(state)}`);
			return state.report;
		},
	};
}
