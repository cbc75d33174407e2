import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { runsOf } from '#shared/testing/runs-of.ts';
import { bundleScript } from '../testing/bundle-script.ts';
import { tempNewsroom } from '../testing/temp-newsroom.ts';

const runs = runsOf({ short: 15, long: 120 });
const lanes = 4;

test(`of ${runs} kills while typing and saving, no acknowledged note or revision is lost`, async () => {
	const script = await bundleScript(join(import.meta.dirname, '../testing/keep-loop.ts'));
	const figures = { runs: 0, noted: 0, kept: 0, lost: 0, unreadable: 0 };
	const lane = async () => {
		const desk = await tempNewsroom();
		const { id } = (await desk.articles.create('Budget')).article;
		const kept = new Set<string>();
		let last = 0;
		for (let run = 0; run < runs / lanes; run += 1) {
			for (const line of await keepUntilKilled(script, [desk.path, id, String(last)])) {
				const [kind, value = ''] = line.split(' ');
				if (kind === 'kept') kept.add(value);
				else last = Number(value);
				if (kind === 'kept') figures.kept += 1;
				else figures.noted += 1;
			}
			const again = await desk.reopen();
			const { entries, damaged } = await again.journal.read();
			figures.unreadable += damaged.length;
			if (Number(entries[0]?.mine.standfirst.split(' ')[0] ?? -1) < last) figures.lost += 1;
			const { revisions } = await again.history.list(id, null, 1000);
			const found = new Set<string>(revisions.map((revision) => revision.revision));
			for (const revision of kept) if (!found.has(revision)) figures.lost += 1;
			figures.runs += 1;
		}
		const { revisions } = await desk.history.list(id, null, 1000);
		for (const revision of revisions) await desk.history.read(id, revision.id);
	};
	await Promise.all(Array.from({ length: lanes }, lane));
	console.log(JSON.stringify(figures));
	expect(figures).toMatchObject({ runs, lost: 0, unreadable: 0 });
	expect(figures.kept).toBeGreaterThan(runs / 2);
}, 300_000);

/** Runs the loop, kills it a random moment after it began, and answers what it acknowledged. */
async function keepUntilKilled(script: string, args: string[]): Promise<string[]> {
	const child = spawn(process.execPath, [script, ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
	let output = '';
	let errors = '';
	child.stderr.on('data', (chunk: Buffer) => {
		errors += chunk.toString('utf8');
	});
	// So far by what it has done, not by the clock alone: a busy computer does less in the same time.
	const acknowledged = 1 + Math.floor(Math.random() * 8);
	const hasBegun = new Promise<void>((resolve) => {
		child.stdout.on('data', (chunk: Buffer) => {
			output += chunk.toString('utf8');
			if (output.split('\n').length > acknowledged) resolve();
		});
	});
	const end = new Promise<NodeJS.Signals | null>((resolve) => {
		child.on('close', (_code, signal) => resolve(signal));
	});
	await Promise.race([hasBegun, end]);
	await setTimeout(Math.random() * 20);
	child.kill('SIGKILL');
	if ((await end) !== 'SIGKILL') throw new Error(`the typing ended by itself: ${errors}`);
	return output.split('\n').slice(0, -1);
}
