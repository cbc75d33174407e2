import { StoryFilter } from '#shared/contract/articles.ts';
import { StoryChange } from '#shared/contract/bulk.ts';
import { createBulkChanges } from '../bulk/bulk-changes.ts';
import { mustBePublishable } from '../publish/must-be-publishable.ts';
import { watchNewsroom } from '../watcher/newsroom-watch.ts';
import { logToStderr, whenTold } from './told-jobs.ts';

/*
 * Changes every story of a newsroom once it is told to. Run by bulk-kill.test.ts and two-hosts.test.ts, with the newsroom's
 * path and the change as its arguments.
 */
const [, , path = '', asked = ''] = process.argv;
const change = StoryChange.parse(JSON.parse(asked));
const selection = { kind: 'filter' as const, filter: StoryFilter.parse({}), except: [] };
await whenTold(
	path,
	(newsroom, jobs) => void createBulkChanges(jobs, logToStderr, mustBePublishable).change(newsroom, selection, change),
	(newsroom) => watchNewsroom(newsroom, { settingsChanged: () => {}, log: logToStderr }),
);
