import { writeSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { realFileSystem } from '../disk/file-system.ts';
import { createWriteLock } from '../disk/write-lock.ts';

/*
 * Counts in a file under the lock of a newsroom, which only comes out right when one process does so at a time. Each line
 * on stdout is one count. Run by write-lock.test.ts with the newsroom's path, how often it counts, and, to be killed
 * while it holds the lock, `hang`.
 */
const [, , newsroom = '', times = '1', hang = ''] = process.argv;
const lock = createWriteLock(realFileSystem, newsroom);
const counter = join(newsroom, 'counter');
for (let time = 0; time < Number(times); time += 1) {
	await lock.hold(async () => {
		await writeFile(counter, String(Number(await readFile(counter, 'utf8')) + 1));
	});
}
if (hang === 'hang') {
	await lock.hold(async () => {
		writeSync(1, 'holds\n');
		await new Promise(() => setInterval(() => {}, 1000));
	});
}
await lock.rest();
