import { type MessagePort, parentPort, workerData } from 'node:worker_threads';
import { FailureError } from '#shared/failure.ts';
import { runMaker } from '../export/run-maker.ts';
import type { NewsroomPath } from '../newsroom-path.ts';
import { createIndexKeeper } from './index-keeper.ts';
import type { Asked, FromWorker, ToWorker, WorkerRole } from './index-messages.ts';
import { prepareFile } from './prepare-file.ts';
import { createReadAhead, type FilesRead, type FilesToRead, packFile } from './read-ahead.ts';
import { fetchFile } from './story-files.ts';

/*
 * The thread that keeps the index of one newsroom: it alone touches the database and answers, so that the thread in which
 * editors' requests run never waits for it. See worker-index.ts for the other end. The same script is the thread that
 * reads ahead for it while there is much to read, and of those that make the stories of an export.
 */
if (parentPort === null) throw new Error('The index worker runs in a thread of its own.');
// Only worker-index.ts and read-ahead.ts start this.
const role = workerData as WorkerRole;
switch (role.role) {
	case 'keeper':
		runKeeper(role, parentPort);
		break;
	case 'reader':
		runReader(role.newsroom, parentPort);
		break;
	case 'fetcher':
		runFetcher(role.newsroom, parentPort);
		break;
	case 'maker':
		runMaker(role, parentPort);
		break;
}

/** To read a file that the system has in its memory takes less, in milliseconds. */
const quickRead = 0.05;
const mostPassedOver = 7;

/** Has the system fetch files from the disk before they are read, for the thread that takes them apart must not wait. */
function runFetcher(newsroom: NewsroomPath, port: MessagePort): void {
	let passedOver = 0;
	port.on('message', ({ paths }: FilesToRead) => {
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

function runReader(newsroom: NewsroomPath, port: MessagePort): void {
	port.on('message', ({ paths, limits }: FilesToRead) => {
		const read: FilesRead = paths.map((path) => [path, packFile(prepareFile(newsroom, path, limits, new Date()))]);
		port.postMessage(
			read,
			read.map(([, packed]) => packed.buffer),
		);
	});
}

function runKeeper({ options, script }: Extract<WorkerRole, { role: 'keeper' }>, port: MessagePort): void {
	const tell = (message: FromWorker) => port.postMessage(message);
	const keeper = createIndexKeeper(
		options,
		(news) => tell({ kind: 'news', news }),
		() => new Date(),
		(limits) =>
			createReadAhead(script, options.newsroom, limits, (message) =>
				tell({ kind: 'news', news: { kind: 'problem', message } }),
			),
	);
	const answer = async (number: number, { name, given }: Asked) => {
		try {
			const ask = keeper.ask as (name: string, ...given: readonly unknown[]) => Promise<unknown>;
			tell({ kind: 'answer', number, value: await ask(name, ...given) });
		} catch (error) {
			const failure = error instanceof FailureError ? error.failure : null;
			tell({ kind: 'refusal', number, failure, message: error instanceof Error ? error.message : String(error) });
		}
	};
	port.on('message', (message: ToWorker) => {
		switch (message.kind) {
			case 'ask':
				void answer(message.number, message.asked);
				break;
			case 'put':
				keeper.put(message.article, message.path, message.revision);
				break;
			case 'remove':
				keeper.remove(message.id);
				break;
			case 'follow':
				keeper.follow(message.settings, message.categories);
				break;
			case 'close':
				keeper.close();
				port.close();
				break;
		}
	});
}
