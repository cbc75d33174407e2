import type { BulkReport } from '#shared/contract/bulk.ts';
import { FailureError } from '#shared/failure.ts';
import type { ArticleId } from '#shared/model/article.ts';
import type { ArticleStore } from '../../articles/article-store.ts';
import { diskFailure, isOfWholeDisk } from '../../disk/disk-failure.ts';
import { inLanes } from '../../disk/in-lanes.ts';
import type { JobWork } from '../../jobs.ts';

const mostFailuresTold = 100;
/** A save waits for the disk most of the time, so a few at once are quicker; those of one story never overlap. */
const lanes = 4;
/** After so many failures of the disk itself, one after the other, the rest would fail as well. */
const mostDiskFailures = 8;

/** One story of a change and what is done to it; false when it is so already. */
export interface Task {
	readonly id: ArticleId;
	run(): Promise<boolean>;
}

/** What came of tasks: a report, and which stories were changed. */
export type TasksReport = Omit<BulkReport, 'changed' | 'undo'> & {
	readonly done: readonly ArticleId[];
	/** Those that could not be changed, also beyond the first hundred. */
	readonly failedIds: ReadonlySet<ArticleId>;
};

/** Runs all tasks, a few at once; one that fails is told and the others go on, unless the disk itself fails again and again. */
export async function runTasks(
	articles: ArticleStore,
	tasks: readonly Task[],
	{ onProgress, signal }: Parameters<JobWork>[0],
	log: (message: string, error?: unknown) => void,
): Promise<TasksReport> {
	const done: ArticleId[] = [];
	const failures: { readonly id: ArticleId; readonly reason: string }[] = [];
	const failedIds = new Set<ArticleId>();
	let unchanged = 0;
	let ended = 0;
	let diskFailures = 0;
	let stop: FailureError | null = null;

	function* untilStopped() {
		for (const task of tasks) {
			if (stop !== null || signal.aborted) return;
			yield task;
		}
	}
	const runTask = async (task: Task) => {
		try {
			if (await task.run()) done.push(task.id);
			else unchanged += 1;
			diskFailures = 0;
		} catch (thrown) {
			const error = diskFailure(thrown, 'save', 'the story');
			if (!(error instanceof FailureError)) throw error;
			failedIds.add(task.id);
			if (failures.length < mostFailuresTold) failures.push({ id: task.id, reason: error.failure.message });
			diskFailures = isOfWholeDisk(error) ? diskFailures + 1 : 0;
			if (diskFailures >= mostDiskFailures) stop = error;
		}
		ended += 1;
		onProgress(ended, tasks.length);
	};
	let refused: unknown = null;
	try {
		await inLanes(untilStopped(), lanes, runTask);
		refused = stop;
	} catch (bug) {
		// What was done before a bug stays told, so that it can be undone.
		if (done.length > 0) log('a change of many stories broke off', bug);
		refused = bug;
	}
	if (refused !== null && done.length === 0) throw refused;

	const stories = new Map(
		(await articles.index.linked(failures.map(({ id }) => id))).map((story) => [story.id, story]),
	);
	const headlineOf = (id: ArticleId) => (stories.get(id) ?? articles.trashed.get(id))?.headline ?? '';
	return {
		done,
		unchanged,
		failed: failures.map((failure) => ({ ...failure, headline: headlineOf(failure.id) })),
		failedCount: failedIds.size,
		failedIds,
		cancelled: signal.aborted,
		stopped: refused === null ? null : reasonOf(refused),
	};
}

function reasonOf(error: unknown): string {
	return error instanceof FailureError ? error.failure.message : 'Something went wrong inside Galley.';
}
