import { spawn } from 'node:child_process';
import { setTimeout } from 'node:timers/promises';

/**
 * Runs a script that prints a line for each thing done, kills it with SIGKILL at a random moment after it has done some,
 * and answers its whole lines. Throws when it ends by itself.
 */
export async function runUntilKilled(script: string, args: readonly string[]): Promise<string[]> {
	const child = spawn(process.execPath, [script, ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
	let output = '';
	let errors = '';
	child.stderr.on('data', (chunk: Buffer) => {
		errors += chunk.toString('utf8');
	});
	// So far by what it has done, not by the clock alone: a busy computer does less in the same time.
	const enough = 1 + Math.floor(Math.random() * 8);
	const hasBegun = new Promise<void>((resolve) => {
		child.stdout.on('data', (chunk: Buffer) => {
			output += chunk.toString('utf8');
			if (output.split('\n').length > enough) resolve();
		});
	});
	const end = new Promise<NodeJS.Signals | null>((resolve) => {
		child.on('close', (_code, signal) => resolve(signal));
	});
	await Promise.race([hasBegun, end]);
	await setTimeout(Math.random() * 20);
	child.kill('SIGKILL');
	if ((await end) !== 'SIGKILL') throw new Error(`the script ended by itself: ${errors}`);
	return output.split('\n').slice(0, -1);
}
