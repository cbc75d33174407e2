import { writeSync } from 'node:fs';
import { StoryChange, StoryFilter } from '#shared/contract/articles.ts';
import { createBulkChanges } from '../bulk/bulk-changes.ts';
import { realFileSystem } from '../disk/file-system.ts';
import { createJobRunner } from '../jobs.ts';
import { openNewsroom } from '../newsroom/open-newsroom.ts';
import { mustBePublishable } from '../publish/must-be-publishable.ts';
import { watchNewsroom } from '../watcher/newsroom-watch.ts';

/*
 * Changes every story of a newsroom once it is told to by a line on its input, so that several begin at once. Lines on
 * stdout: `open`, then `changed <id>` for each story that was changed, then `report <json>`. Run by bulk-kill.test.ts and
 * two-hosts.test.ts, with the newsroom's path and the change as its arguments.
 */
const [, , path = '', change = ''] = process.argv;
const log = (message: string, error?: unknown) => console.error(message, error);
let begun = false;
const tell = (ids: readonly string[]) => {
	for (const id of begun ? ids : []) writeSync(1, `changed ${id}\n`);
};
const newsroom = await openNewsroom(realFileSystem, path, tell);
const watch = watchNewsroom(newsroom, { settingsChanged: () => {}, log });
await newsroom.whole();
writeSync(1, 'open\n');
await new Promise((resolve) => process.stdin.once('data', resolve));
process.stdin.destroy();
begun = true;
const jobs = createJobRunner((_job, state) => {
	if (state.kind !== 'running')
		writeSync(1, `report ${JSON.stringify(state.kind === 'changed' ? state.report : state)}\n`);
}, log);
const selection = { kind: 'filter' as const, filter: StoryFilter.parse({}), except: [] };
createBulkChanges(jobs, log, mustBePublishable).change(newsroom, selection, StoryChange.parse(JSON.parse(change)));
await jobs.idle();
begun = false;
await watch.close();
await newsroom.close();
