import { z } from 'zod';
import { StoryFilter } from '#shared/contract/articles.ts';
import { isStoryChange, ManyChange } from '#shared/contract/changes.ts';
import { createBulkChanges } from '../bulk/bulk-changes.ts';
import { mustBePublishable } from '../publish/must-be-publishable.ts';
import { watchNewsroom } from '../watcher/newsroom-watch.ts';
import { logToStderr, whenTold } from './told-jobs.ts';

/*
 * Changes every story of a newsroom once it is told to, or a name in all that carry it; goes on with what was cut off, or
 * undoes the last change. Run by the tests of bulk/, with the newsroom's path and what to do as its arguments.
 */
const [, , path = '', asked = ''] = process.argv;
const What = z.union([z.enum(['go on', 'undo']), ManyChange]);
const what = What.parse(JSON.parse(asked));
const selection = { kind: 'filter' as const, filter: StoryFilter.parse({}), except: [] };
await whenTold(
	path,
	async (newsroom, jobs) => {
		const bulk = createBulkChanges(jobs, {
			mustBePublishable,
			publishing: (_newsroom, _byHand, work) => work(),
			taxonomyChanged: () => {},
			continued: () => {},
		});
		if (what === 'go on') await bulk.goOn(newsroom);
		else if (what === 'undo') await bulk.undo(newsroom, (await bulk.done(newsroom))[0]?.undo ?? '');
		else if (isStoryChange(what)) bulk.change(newsroom, selection, what);
		else bulk.changeReference(newsroom, what);
	},
	(newsroom) => watchNewsroom(newsroom, { settingsChanged: () => {}, log: logToStderr }),
);
