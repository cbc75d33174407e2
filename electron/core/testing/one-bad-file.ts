import { writeSync } from 'node:fs';
import { StoryFilter } from '#shared/contract/articles.ts';
import type { BulkReport } from '#shared/contract/bulk.ts';
import type { JobState } from '#shared/contract/export.ts';
import { createBackup } from '../backup/create-backup.ts';
import { createBulkChanges } from '../bulk/bulk-changes.ts';
import { realFileSystem } from '../disk/file-system.ts';
import { createJobRunner } from '../jobs.ts';
import { sweepMedia } from '../media/media-sweep.ts';
import { openNewsroom } from '../newsroom/open-newsroom.ts';
import { mustBePublishable } from '../publish/must-be-publishable.ts';

/*
 * Works in a newsroom as a person to whom permissions apply, and prints what came of it. Run by permissions.test.ts with
 * the newsroom, the backup to make, and the number of a user, or none to stay the same.
 */
const [, , path = '', file = '', user = ''] = process.argv;
if (user !== '') {
	process.setgroups?.([]);
	process.setgid?.(Number(user));
	process.setuid?.(Number(user));
}
const now = () => new Date(Date.now() + 25 * 60 * 60_000);
const newsroom = await openNewsroom(realFileSystem, path, () => {});
await newsroom.whole();
const { disk, lock, folder } = newsroom;

const backup = await createBackup({
	disk,
	newsroom: folder(),
	file,
	replace: false,
	version: '1.2.3',
	now,
});
const sweep = await sweepMedia({
	disk,
	folder: folder(),
	lock,
	alsoIn: [],
	dryRun: true,
	now,
}).catch(String);
const log = (message: string, error?: unknown) => console.error(message, error);
let state: JobState | null = null;
const jobs = createJobRunner((_job, next) => {
	state = next;
}, log);
createBulkChanges(jobs, {
	mustBePublishable,
	publishing: (_newsroom, _byHand, work) => work(),
	taxonomyChanged: () => {},
	continued: () => {},
}).change(
	newsroom,
	{ kind: 'filter', filter: StoryFilter.parse({}), except: [] },
	{ kind: 'trending', trending: true },
);
await jobs.idle();
const bulk = state as { readonly report?: BulkReport } | null;
await newsroom.close();
writeSync(1, JSON.stringify({ leftOut: backup.leftOut, sweep, bulk: bulk?.report ?? bulk }));
