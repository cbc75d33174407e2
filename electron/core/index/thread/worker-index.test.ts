import { type ChildProcess, fork } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { runsOf } from '#shared/testing/runs-of.ts';
import { bundleScript } from '../../testing/bundle-script.ts';
import { newsroomOf } from '../../testing/newsroom-of.ts';
import { everything, open, total } from '../testing/opened-newsroom.ts';

const manyStories = 1500;
const kills = runsOf({ short: 2, long: 12 });

test('a worker that dies is started again and answers what it was asked', async () => {
	const worker = await bundleScript(join(import.meta.dirname, 'index-worker.ts'));
	const { path } = await newsroomOf(30);
	// A worker that dies of the first search, and of nothing else.
	const deadly = worker.replace(/\.mjs$/, '-deadly.mjs');
	const marker = join(path, 'died');
	await writeFile(
		deadly,
		`import { parentPort } from 'node:worker_threads';
		import { existsSync, writeFileSync } from 'node:fs';
		const on = parentPort.on.bind(parentPort);
		parentPort.on = (event, listener) => on(event, (message) => {
			if (message.asked?.name !== 'search' || existsSync(${JSON.stringify(marker)})) return listener(message);
			writeFileSync(${JSON.stringify(marker)}, '');
			process.exit(1);
		});
		await import(${JSON.stringify(`file://${worker}`)});`,
	);
	const newsroom = await open(path, deadly);
	await newsroom.whole();
	expect(await newsroom.articles.index.search('report', 5, [])).toHaveLength(5);
	expect(newsroom.logged).toEqual([expect.stringContaining('died')]);
	await newsroom.whole();
	expect(await total(newsroom)).toBe(30);
});

test(`of ${kills} processes killed while they build the index, each leaves one from which the next goes on`, async () => {
	const script = await bundleScript(join(import.meta.dirname, '../../testing/index-loop.ts'));
	const worker = await bundleScript(join(import.meta.dirname, 'index-worker.ts'));
	const { path } = await newsroomOf(manyStories);
	for (let run = 0; run < kills; run += 1) {
		const child: ChildProcess = fork(script, [path, worker], { stdio: 'ignore' });
		const ended = new Promise((resolve) => child.once('exit', resolve));
		await new Promise((resolve) => child.once('message', resolve));
		await setTimeout(Math.random() * 120);
		child.kill('SIGKILL');
		await ended;
	}
	const newsroom = await open(path, worker);
	await newsroom.whole();
	expect(await total(newsroom)).toBe(manyStories);
	const found = new Set<string>();
	for (let cursor: string | null = null; ; ) {
		const page: Awaited<ReturnType<typeof newsroom.articles.index.list>> = await newsroom.articles.index.list({
			...everything,
			cursor,
		});
		for (const { id, path: file } of page.rows) {
			expect(newsroom.articles.catalogue.get(id)?.path).toBe(file);
			found.add(id);
		}
		if (page.next === null) break;
		cursor = page.next;
	}
	expect(found.size).toBe(manyStories);
	expect(await newsroom.articles.index.search('harbour', 50, [])).toHaveLength(50);
}, 300_000);
