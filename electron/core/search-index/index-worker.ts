import { parentPort, workerData } from 'node:worker_threads';
import { FailureError } from '#shared/failure.ts';
import { createIndexKeeper, type KeeperOptions } from './index-keeper.ts';
import type { Asked, FromWorker, ToWorker } from './index-messages.ts';

/*
 * The thread that keeps the index of one newsroom: it alone touches the database, reads the files and answers, so that
 * the thread in which editors' requests run never waits for either. See worker-index.ts for the other end.
 */
const port = parentPort;
if (port === null) throw new Error('The index worker runs in a thread of its own.');

const tell = (message: FromWorker) => port.postMessage(message);
// Only worker-index.ts starts this, with these options.
const keeper = createIndexKeeper(workerData as KeeperOptions, (news) => tell({ kind: 'news', news }));

async function answer(number: number, { name, given }: Asked): Promise<void> {
	try {
		const ask = keeper.ask as (name: string, ...given: readonly unknown[]) => Promise<unknown>;
		tell({ kind: 'answer', number, value: await ask(name, ...given) });
	} catch (error) {
		const failure = error instanceof FailureError ? error.failure : null;
		tell({ kind: 'refusal', number, failure, message: error instanceof Error ? error.message : String(error) });
	}
}

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
