import { parentPort, workerData } from 'node:worker_threads';
import { sendError } from '../../disk/sent-error.ts';
import type { Asked, FromWorker, ToWorker } from './index-messages.ts';
import { createStoryIndex, type StoryIndexOptions } from './story-index.ts';

/*
 * Where the thread of the index begins: it alone touches the database and answers, so that the one in which editors'
 * requests run never waits for it. See worker-index.ts for the other end.
 */
const port = parentPort;
if (port === null) throw new Error('The index worker runs in a thread of its own.');
const tell = (message: FromWorker) => port.postMessage(message);
// Only worker-index.ts starts this.
const index = createStoryIndex(workerData as StoryIndexOptions, (event) => tell({ kind: 'event', event }));
const answer = async (number: number, { name, given }: Asked) => {
	try {
		const ask = index.ask as (name: string, ...given: readonly unknown[]) => Promise<unknown>;
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
			index.put(message.story);
			break;
		case 'remove':
			index.remove(message.id);
			break;
		case 'follow':
			index.follow(message.settings, message.categories);
			break;
		case 'close':
			index.close();
			port.close();
			break;
	}
});
