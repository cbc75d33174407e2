import { type Selection, StoryFilter } from '#shared/contract/articles.ts';
import type { BulkReport, FoundInStories, Replacement, StoryChange } from '#shared/contract/bulk.ts';
import type { ContinuedChange } from '#shared/contract/changes.ts';
import type { ReferenceChange } from '#shared/contract/references.ts';
import { FailureError } from '#shared/failure.ts';
import type { Article } from '#shared/model/article.ts';
import type { OpenNewsroom } from '../../newsroom/open-newsroom.ts';
import { mustBePublishable } from '../../publish/must-be-publishable.ts';
import { type BulkTools, createBulkChanges } from '../bulk-changes.ts';
import { jobEnds } from './job-ends.ts';

/** All stories of a newsroom. */
export const everything: Selection = { kind: 'filter', filter: StoryFilter.parse({}), except: [] };

/** Changes many stories of a newsroom and waits for what came of it; job `cancelled` is cancelled once a story is done. */
export function makeBulk(
	newsroom: OpenNewsroom,
	cancelled = 0,
	publishing: BulkTools<OpenNewsroom>['publishing'] = (_newsroom, _byHand, work) => work(),
) {
	const { jobs, end, report } = jobEnds((state, begun) => begun !== cancelled || state.kind !== 'running');
	const continued: ContinuedChange[] = [];
	const bulk = createBulkChanges(jobs, {
		mustBePublishable,
		publishing,
		taxonomyChanged: () => {},
		continued: (change) => continued.push(change),
	});
	return {
		/** What was gone on with. */
		continued,
		end,
		change: (selection: Selection, change: StoryChange) => report(bulk.change(newsroom, selection, change)),
		find: async (selection: Selection, replacement: Replacement): Promise<FoundInStories> => {
			const state = await end(bulk.find(newsroom, selection, replacement));
			if (state.kind === 'found') return state.report;
			throw state.kind === 'failed' ? new FailureError(state.failure.code, state.failure.message) : state;
		},
		changeReference: (change: ReferenceChange) => report(bulk.changeReference(newsroom, change)),
		undo: async ({ undo }: Pick<BulkReport, 'undo'>) => report(await bulk.undo(newsroom, undo ?? '')),
		done: () => bulk.done(newsroom),
		goOn: async () => {
			await bulk.goOn(newsroom);
			await jobs.idle();
		},
		start: bulk,
	};
}

/** All stories, as their files are. */
export const stories = async (newsroom: Pick<OpenNewsroom, 'articles'>): Promise<Article[]> =>
	Promise.all([...newsroom.articles.catalogue.ids()].map(async (id) => (await newsroom.articles.open(id)).article));
