import { z } from 'zod';
import { ReferenceChange } from '#shared/contract/references.ts';
import { createReferenceChanges } from '../bulk/references/reference-changes.ts';
import { whenTold } from './told-jobs.ts';

/*
 * Changes a category or a tag of a newsroom once it is told to, goes on with what was cut off, or undoes the last change.
 * Run by references-kill.test.ts, with the newsroom's path and what to do as its arguments.
 */
const [, , path = '', asked = ''] = process.argv;
const What = z.union([z.object({ kind: z.enum(['go-on', 'undo']) }), ReferenceChange]);
const what = What.parse(JSON.parse(asked));
await whenTold(path, async (newsroom, jobs) => {
	const references = createReferenceChanges(jobs, { taxonomyChanged: () => {}, continued: () => {} });
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
});
