import { parentPort, workerData } from 'node:worker_threads';
import type { NewsroomPath } from '../newsroom-path.ts';
import type { WorkerRole } from './index-messages.ts';
import type { FilesToRead } from './read-ahead.ts';
import { fetchFile } from './story-files.ts';

/*
 * Where every thread of the index begins. One that only fetches files is there at once, as it loads nothing of what reads
 * and keeps stories, which takes a tenth of a second.
 */
/** To read a file that the system has in its memory takes less, in milliseconds. */
const quickRead = 0.05;
const mostPassedOver = 7;

const port = parentPort;
if (port === null) throw new Error('The index worker runs in a thread of its own.');
// Only worker-index.ts, read-ahead.ts and the threads of an export start this.
const role = workerData as WorkerRole;
if (role.role === 'fetcher') fetchFiles(role.newsroom);
else {
	void import('./index-thread.ts').then(({ runKeeper, runMaker, runReader }) => {
		if (role.role === 'keeper') runKeeper(role, port);
		else if (role.role === 'maker') runMaker(role, port);
		else runReader(role.newsroom, port);
	});
}

/** Has the system fetch files from the disk before they are read, for the thread that takes them apart must not wait. */
function fetchFiles(newsroom: NewsroomPath): void {
	let passedOver = 0;
	port?.on('message', ({ paths }: FilesToRead) => {
		if (passedOver > 0) {
			passedOver -= 1;
			return;
		}
		const since = performance.now();
		for (const path of paths) fetchFile(newsroom, path);
		// Where files come so quickly the system has them in its memory, and only now and then one looks whether it still has.
		if (performance.now() - since < paths.length * quickRead) passedOver = mostPassedOver;
	});
}
