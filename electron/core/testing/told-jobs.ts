import { writeSync } from 'node:fs';
import { realFileSystem } from '../disk/file-system.ts';
import { createJobRunner, type JobRunner } from '../jobs.ts';
import { type OpenNewsroom, openNewsroom } from '../newsroom/open-newsroom.ts';

/** Tells of what nobody expected. */
export function logToStderr(message: string, error?: unknown): void {
	console.error(message, error);
}

/**
 * Opens a newsroom, prints `open`, and does work in it once a line comes on stdin, so that several programs begin at once.
 * From then on each story that changed is printed as `changed <id>`, and the end of each job as `report <json>`.
 */
export async function whenTold(
	path: string,
	work: (newsroom: OpenNewsroom, jobs: JobRunner) => void | Promise<void>,
	beside: (newsroom: OpenNewsroom) => { close(): Promise<void> } = () => ({ close: async () => {} }),
): Promise<void> {
	let begun = false;
	const newsroom = await openNewsroom(realFileSystem, path, (ids) => {
		for (const id of begun ? ids : []) writeSync(1, `changed ${id}\n`);
	});
	const other = beside(newsroom);
	await newsroom.whole();
	writeSync(1, 'open\n');
	await new Promise((resolve) => process.stdin.once('data', resolve));
	process.stdin.destroy();
	begun = true;
	const jobs = createJobRunner((_job, state) => {
		if (state.kind === 'running') return;
		writeSync(1, `report ${JSON.stringify(state.kind === 'changed' ? state.report : state)}\n`);
	}, logToStderr);
	await work(newsroom, jobs);
	await jobs.idle();
	begun = false;
	await other.close();
	await newsroom.close();
}
