import { statSync } from 'node:fs';
import { parentPort, workerData } from 'node:worker_threads';
import { errorCode } from '../file-system.ts';
import type { NewsroomPath } from '../newsroom-path.ts';
import { fetchFiles } from './fetch-files.ts';
import { createFolderLooker, type FolderLooker, runLooker } from './folder-looker.ts';
import type { FromWorker, KeeperRole, WorkerRole } from './index-messages.ts';
import type { FilesToRead } from './read-ahead.ts';
import { storyFolders } from './story-files.ts';

/*
 * Where every thread of the index begins. One that only fetches or looks at files is there at once, as it loads nothing of
 * what reads and keeps stories, which takes a tenth of a second.
 */
const port = parentPort;
if (port === null) throw new Error('The index worker runs in a thread of its own.');
// Only worker-index.ts, read-ahead.ts and folder-looker.ts start this.
const role = workerData as WorkerRole;
if (role.role === 'fetcher') runFetcher(role.newsroom);
else if (role.role === 'looker') runLooker(role, port);
else {
	const looker = role.role === 'keeper' ? startLooker(role) : null;
	void import('./index-thread.ts').then(({ runKeeper, runReader }) => {
		if (role.role === 'keeper') runKeeper(role, port, looker);
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

/** Starts a thread that helps to look at files, where the index is one of ten thousand stories or more. */
function startLooker({ options, script }: KeeperRole): FolderLooker | null {
	const manyBytes = 100e6;
	if (bytesOf(options.places[0] ?? '') < manyBytes) return null;
	return createFolderLooker(script, options.newsroom, storyFolders, (message) =>
		port?.postMessage({ kind: 'news', news: { kind: 'problem', message } } satisfies FromWorker),
	);
}

function bytesOf(file: string): number {
	try {
		return statSync(file, { throwIfNoEntry: false })?.size ?? 0;
	} catch (error) {
		// The one that opens it tells why that cannot be done.
		if (errorCode(error) === null) throw error;
		return 0;
	}
}
