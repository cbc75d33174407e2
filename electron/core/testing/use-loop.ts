import { realFileSystem } from '../disk/file-system.ts';
import { openNewsroom } from '../newsroom/open-newsroom.ts';
import { watchNewsroom } from '../watcher/newsroom-watch.ts';

/*
 * Opens, saves and leaves stories, and sends what the heap holds before and after. Run with --expose-gc by
 * no-growth.test.ts, with the newsroom's path, the worker of the index and the number of stories as its arguments.
 */
const [, , path = '', indexWorker = '', times = '0'] = process.argv;
const newsroom = await openNewsroom(realFileSystem, path, () => {}, undefined, {
	author: async () => 'Ada',
	userData: null,
	indexWorker,
	historyChanged: () => {},
	log: (message, error) => console.error(message, error),
});
const watch = watchNewsroom(newsroom, { settingsChanged: () => {}, log: () => {} });
await newsroom.whole();
const { articles } = newsroom;
const ids = [...articles.catalogue.ids()];

async function use(from: number, to: number): Promise<void> {
	for (let number = from; number < to; number += 1) {
		const { article, revision } = await articles.open(ids[number % ids.length] ?? '');
		const outcome = await articles.save({ ...article, standfirst: `Use ${number}` }, revision, 'explicit');
		if (outcome.kind !== 'saved') throw new Error(`the save ended as ${outcome.kind}`);
	}
}

async function heap(): Promise<number> {
	// Asked last, this is answered once the index has taken everything.
	await articles.index.countQueues();
	for (let turn = 0; turn < 3; turn += 1) {
		globalThis.gc?.();
		await new Promise((resolve) => setTimeout(resolve, 50));
	}
	return process.memoryUsage().heapUsed;
}

// What is kept of the stories last worked on is full by then.
await use(0, 300);
const before = await heap();
await use(300, 300 + Number(times));
const after = await heap();
await watch.close();
await newsroom.close();
process.send?.({ before, after });
process.disconnect?.();
