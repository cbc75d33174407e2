import type { BulkReport } from '#shared/contract/articles.ts';
import type { JobState } from '#shared/contract/export.ts';
import type { ContinuedChange, ReferenceChange } from '#shared/contract/references.ts';
import { createJobRunner } from '../../../jobs.ts';
import type { OpenNewsroom } from '../../../newsroom/open-newsroom.ts';
import { createReferenceChanges } from '../reference-changes.ts';

/** Changes categories and tags of a newsroom and waits for what came of it; a job is cancelled after so many tellings. */
export function makeReferences(newsroom: OpenNewsroom, cancelledAfter = Number.POSITIVE_INFINITY) {
	const ends = new Map<string, JobState>();
	let told = 0;
	const jobs = createJobRunner(
		(job, state) => {
			ends.set(job, state);
			told += 1;
			if (state.kind === 'running' && told >= cancelledAfter) jobs.cancel(job);
		},
		(message, error) => {
			throw new Error(message, { cause: error });
		},
	);
	const continued: ContinuedChange[] = [];
	const references = createReferenceChanges(jobs, {
		taxonomyChanged: () => {},
		continued: (change) => continued.push(change),
	});
	const end = async (job: string): Promise<JobState> => {
		await jobs.idle();
		const state = ends.get(job);
		if (state === undefined) throw new Error('nothing was told of the job');
		return state;
	};
	const report = async (job: string): Promise<BulkReport> => {
		const state = await end(job);
		if (state.kind !== 'changed') throw new Error(`it ended as ${JSON.stringify(state)}`);
		return state.report;
	};
	return {
		/** What was gone on with. */
		continued,
		end: (change: ReferenceChange) => end(references.change(newsroom, change)),
		change: (change: ReferenceChange) => report(references.change(newsroom, change)),
		undo: async ({ undo }: { readonly undo: string | null }) => {
			const job = await references.undo(newsroom, undo ?? '');
			if (job === null) throw new Error('there is no such change to undo');
			return report(job);
		},
		done: () => references.done(newsroom),
		goOn: async () => {
			await references.goOn(newsroom);
			await jobs.idle();
		},
	};
}
