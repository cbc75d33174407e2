import type { ContinuedChange, ReferenceChange } from '#shared/contract/references.ts';
import type { OpenNewsroom } from '../../../newsroom/open-newsroom.ts';
import { jobEnds } from '../../testing/job-ends.ts';
import { createReferenceChanges } from '../reference-changes.ts';

/** Changes categories and tags of a newsroom and waits for what came of it; a job is cancelled after so many tellings. */
export function makeReferences(newsroom: OpenNewsroom, cancelledAfter = Number.POSITIVE_INFINITY) {
	let told = 0;
	const { jobs, end, report } = jobEnds((state) => {
		told += 1;
		return state.kind !== 'running' || told < cancelledAfter;
	});
	const continued: ContinuedChange[] = [];
	const references = createReferenceChanges(jobs, {
		taxonomyChanged: () => {},
		continued: (change) => continued.push(change),
	});
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
