import { parentPort, workerData } from 'node:worker_threads';
import type { NewsroomPath } from '../newsroom-path.ts';
import { fetchFiles } from './fetch-files.ts';
import type { WorkerRole } from './index-messages.ts';
import type { FilesToRead } from './read-ahead.ts';

/*
 * Where every thread of the index begins. One that only fetches files is there at once, as it loads nothing of what reads
 * and keeps stories, which takes a tenth of a second.
 */
const port = parentPort;
if (port === null) throw new Error('The index worker runs in a thread of its own.');
// Only worker-index.ts, read-ahead.ts and the threads of an export start this.
const role = workerData as WorkerRole;
if (role.role === 'fetcher') runFetcher(role.newsroom);
else {
	void import('./index-thread.ts').then(({ runKeeper, runMaker, runReader }) => {
		if (role.role === 'keeper') runKeeper(role, port);
		else if (role.role === 'maker') runMaker(role, port);
		else runReader(role, port);
	});
}

/** Fetches files before they are read, for the thread that takes them apart must not wait for the disk. */
function runFetcher(newsroom: NewsroomPath): void {
	let fetched = Promise.resolve();
	port?.on('message', ({ paths }: FilesToRead) => {
		fetched = fetched.then(() => fetchFiles(newsroom, paths));
	});
}
