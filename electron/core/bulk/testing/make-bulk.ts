import { type BulkReport, type Selection, type StoryChange, StoryFilter } from '#shared/contract/articles.ts';
import type { JobState } from '#shared/contract/export.ts';
import type { Article } from '#shared/model/article.ts';
import { createJobRunner } from '../../jobs.ts';
import { mustBePublishable } from '../../publish/must-be-publishable.ts';
import type { TempNewsroom } from '../../testing/temp-newsroom.ts';
import { createBulkChanges } from '../bulk-changes.ts';

/** All stories of a newsroom. */
export const everything: Selection = { kind: 'filter', filter: StoryFilter.parse({}), except: [] };

/** Changes many stories of a newsroom and waits for what came of it; job `cancelled` is cancelled once a story is done. */
export function makeBulk(newsroom: TempNewsroom, cancelled = 0) {
	const ends = new Map<string, JobState>();
	const jobs = createJobRunner(
		(job, state) => {
			ends.set(job, state);
			if (ends.size === cancelled && state.kind === 'running') jobs.cancel(job);
		},
		(message, error) => {
			throw new Error(message, { cause: error });
		},
	);
	const log = (message: string, error?: unknown) => {
		throw new Error(message, { cause: error });
	};
	const bulk = createBulkChanges(jobs, log, mustBePublishable);
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
		end,
		change: (selection: Selection, change: StoryChange) => report(bulk.change(newsroom, selection, change)),
		undo: ({ undo }: BulkReport) => report(bulk.undo(newsroom, undo ?? '')),
		start: bulk,
	};
}

/** All stories, as their files are. */
export const stories = async (newsroom: TempNewsroom): Promise<Article[]> =>
	Promise.all([...newsroom.articles.catalogue.ids()].map(async (id) => (await newsroom.articles.open(id)).article));
