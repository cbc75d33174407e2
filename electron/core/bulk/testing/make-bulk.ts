import { type Selection, StoryFilter } from '#shared/contract/articles.ts';
import type { BulkReport, StoryChange } from '#shared/contract/bulk.ts';
import type { Article } from '#shared/model/article.ts';
import { mustBePublishable } from '../../publish/must-be-publishable.ts';
import type { TempNewsroom } from '../../testing/temp-newsroom.ts';
import { createBulkChanges } from '../bulk-changes.ts';
import { jobEnds, throwUnexpected } from './job-ends.ts';

/** All stories of a newsroom. */
export const everything: Selection = { kind: 'filter', filter: StoryFilter.parse({}), except: [] };

/** Changes many stories of a newsroom and waits for what came of it; job `cancelled` is cancelled once a story is done. */
export function makeBulk(newsroom: TempNewsroom, cancelled = 0) {
	const { jobs, end, report } = jobEnds((state, begun) => begun !== cancelled || state.kind !== 'running');
	const bulk = createBulkChanges(jobs, throwUnexpected, mustBePublishable);
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
