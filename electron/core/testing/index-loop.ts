import { realFileSystem } from '../disk/file-system.ts';
import { openNewsroom } from '../newsroom/open-newsroom.ts';

/*
 * Opens a newsroom and builds its index until it is killed. Run by start.test.ts with the newsroom's path and the worker
 * as its arguments.
 */
const [, , path = '', indexWorker = ''] = process.argv;
await openNewsroom(realFileSystem, path, () => {}, undefined, {
	author: async () => '',
	userData: null,
	indexWorker,
	historyChanged: () => {},
	log: () => {},
});
process.send?.('building');
// Until it is killed.
setInterval(() => {}, 1000);
