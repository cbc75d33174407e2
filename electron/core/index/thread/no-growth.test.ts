import { fork } from 'node:child_process';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { runsOf } from '#shared/testing/runs-of.ts';
import { bundleScript } from '../../testing/bundle-script.ts';
import { newsroomOf } from '../../testing/newsroom-of.ts';

const stories = runsOf({ short: 500, long: 1000 });

test(`${stories} stories that are opened, saved and left leave nothing in the memory of the core`, async () => {
	const script = await bundleScript(join(import.meta.dirname, '../../testing/use-loop.ts'));
	const worker = await bundleScript(join(import.meta.dirname, 'index-worker.ts'));
	const { path } = await newsroomOf(stories + 300);
	const child = fork(script, [path, worker, `${stories}`], { execArgv: ['--expose-gc'] });
	const told = await new Promise<unknown>((resolve, reject) => {
		child.once('message', resolve);
		child.once('exit', (code) => reject(new Error(`it ended with ${code}`)));
	});
	const { before, after } = told as { before: number; after: number };
	expect(after / before).toBeLessThan(1.1);
}, 300_000);
