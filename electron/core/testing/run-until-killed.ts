import { spawn } from 'node:child_process';
import { setTimeout } from 'node:timers/promises';

/** When a script is killed: at a random moment, at most so many milliseconds after what it has printed says that it may be. */
export interface KillAt {
	readonly mayBe: (output: string) => boolean;
	readonly within: number;
}

/** Once it has done some things, by what it has done and not by the clock: a busy computer does less in the same time. */
function onceSomeAreDone(): KillAt {
	const enough = 1 + Math.floor(Math.random() * 8);
	return { mayBe: (output) => output.split('\n').length > enough, within: 20 };
}

/**
 * Runs a script that prints a line for each thing done, kills it with SIGKILL at a random moment, and answers its whole
 * lines. Throws when it ends by itself.
 */
export async function runUntilKilled(
	script: string,
	args: readonly string[],
	{ mayBe, within }: KillAt = onceSomeAreDone(),
): Promise<string[]> {
	const child = spawn(process.execPath, [script, ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
	let output = '';
	let errors = '';
	child.stderr.on('data', (chunk: Buffer) => {
		errors += chunk.toString('utf8');
	});
	const hasBegun = new Promise<void>((resolve) => {
		child.stdout.on('data', (chunk: Buffer) => {
			output += chunk.toString('utf8');
			if (mayBe(output)) resolve();
		});
	});
	const end = new Promise<NodeJS.Signals | null>((resolve) => {
		child.on('close', (_code, signal) => resolve(signal));
	});
	await Promise.race([hasBegun, end]);
	await setTimeout(Math.random() * within);
	child.kill('SIGKILL');
	if ((await end) !== 'SIGKILL') throw new Error(`the script ended by itself: ${errors}`);
	return output.split('\n').slice(0, -1);
}
