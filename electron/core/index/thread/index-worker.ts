import { parentPort, workerData } from 'node:worker_threads';
import { sendError } from '../../disk/sent-error.ts';
import { createIndexKeeper, type KeeperOptions } from './index-keeper.ts';
import type { Asked, FromWorker, ToWorker } from './index-messages.ts';

/*
 * Where the thread of the index begins: it alone touches the database and answers, so that the one in which editors'
 * requests run never waits for it. See worker-index.ts for the other end.
 */
const port = parentPort;
if (port === null) throw new Error('The index worker runs in a thread of its own.');
const tell = (message: FromWorker) => port.postMessage(message);
// Only worker-index.ts starts this.
const keeper = createIndexKeeper(workerData as KeeperOptions, (event) => tell({ kind: 'event', event }));
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
