import { writeSync } from 'node:fs';
import { z } from 'zod';
import { ReferenceChange } from '#shared/contract/references.ts';
import { createReferenceChanges } from '../bulk/references/reference-changes.ts';
import { realFileSystem } from '../disk/file-system.ts';
import { createJobRunner } from '../jobs.ts';
import { openNewsroom } from '../newsroom/open-newsroom.ts';

/*
 * Changes a category or a tag of a newsroom once it is told to by a line on its input, goes on with what was cut off, or
 * undoes the last change. Lines on stdout: `open`, then `changed <id>` for each story that was changed, then
 * `report <json>`. Run by references-kill.test.ts, with the newsroom's path and what to do as its arguments.
 */
const [, , path = '', asked = ''] = process.argv;
const What = z.union([z.object({ kind: z.enum(['go-on', 'undo']) }), ReferenceChange]);
const log = (message: string, error?: unknown) => console.error(message, error);
let begun = false;
const newsroom = await openNewsroom(realFileSystem, path, (ids) => {
	for (const id of begun ? ids : []) writeSync(1, `changed ${id}\n`);
});
await newsroom.whole();
writeSync(1, 'open\n');
await new Promise((resolve) => process.stdin.once('data', resolve));
process.stdin.destroy();
begun = true;
const jobs = createJobRunner((_job, state) => {
	if (state.kind !== 'running')
		writeSync(1, `report ${JSON.stringify(state.kind === 'changed' ? state.report : state)}\n`);
}, log);
const references = createReferenceChanges(jobs, { taxonomyChanged: () => {}, continued: () => {} });
const what = What.parse(JSON.parse(asked));
switch (what.kind) {
	case 'go-on':
		await references.goOn(newsroom);
		break;
	case 'undo':
		await references.undo(newsroom, (await references.done(newsroom))[0]?.undo ?? '');
		break;
	default:
		references.change(newsroom, what);
}
await jobs.idle();
begun = false;
await newsroom.close();
