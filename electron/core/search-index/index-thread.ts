import { constants, setPriority } from 'node:os';
import type { MessagePort } from 'node:worker_threads';
import { sendError } from '../sent-error.ts';
import type { FolderLooker } from './folder-looker.ts';
import { createIndexKeeper } from './index-keeper.ts';
import type { Asked, FromWorker, KeeperRole, ReaderRole, ToWorker } from './index-messages.ts';
import { createPacker } from './packed-files.ts';
import { prepareFile } from './prepare-file.ts';
import { createReadAhead, type FilesRead, type FilesToRead } from './read-ahead.ts';

/** Reads files ahead for the thread that keeps the index, while there is much to read. */
export function runReader({ newsroom, files }: ReaderRole, port: MessagePort): void {
	goBehindTheKeeper();
	const pack = createPacker();
	port.on('message', ({ paths, limits }: FilesToRead) => {
		const read: FilesRead = pack(paths.map((path) => prepareFile(newsroom, path, limits, new Date())));
		files.postMessage(read, [read.buffer]);
		// Tells that more is there.
		port.postMessage(null);
	});
}

/** Lets the thread that keeps the index, and answers, go first where there are few processors. */
function goBehindTheKeeper(): void {
	// Elsewhere this is the priority of the whole process.
	if (process.platform === 'linux') setPriority(constants.priority.PRIORITY_BELOW_NORMAL);
}

/**
 * Keeps the index of one newsroom: this thread alone touches the database and answers, so that the one in which editors'
 * requests run never waits for it. See worker-index.ts for the other end. `looker` helps it to look at the files.
 */
export function runKeeper({ options, script }: KeeperRole, port: MessagePort, looker: FolderLooker | null): void {
	const tell = (message: FromWorker) => port.postMessage(message);
	const log = (message: string) => tell({ kind: 'news', news: { kind: 'problem', message } });
	const keeper = createIndexKeeper(
		options,
		(news) => tell({ kind: 'news', news }),
		() => new Date(),
		(limits) => ({
			takeLooker() {
				const taken = looker;
				looker = null;
				return taken;
			},
			readAhead: () => createReadAhead(script, options.newsroom, limits, log),
		}),
	);
	const answer = async (number: number, { name, given }: Asked) => {
		try {
			const ask = keeper.ask as (name: string, ...given: readonly unknown[]) => Promise<unknown>;
			tell({ kind: 'answer', number, value: await ask(name, ...given) });
		} catch (error) {
			tell({ kind: 'refusal', number, reason: sendError(error) });
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
