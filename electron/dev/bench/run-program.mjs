import { fork } from 'node:child_process';
import { inProject } from '../paths.mjs';

/** Builds the programs that run the core, and the worker that it uses. */
export async function buildPrograms() {
	const { build } = await import('../build.mjs');
	await build(['index-worker'], { quiet: true });
	const vite = await import('vite');
	await vite.build({ configFile: inProject('vite.config.ts'), mode: 'bench', logLevel: 'warn' });
}

/**
 * Runs one program in a fresh process and answers what it measured: `{ samples, notes }`.
 * Rejects when it ends without having measured anything; what it said goes to the standard error.
 */
export function runProgram(name, options) {
	return new Promise((resolve, reject) => {
		const child = fork(inProject('dist/bench/main.mjs'), [name, JSON.stringify(options)], {
			stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
		});
		let measured = null;
		child.on('message', (message) => {
			measured = message;
		});
		child.on('error', reject);
		child.on('exit', (code, signal) => {
			if (code === 0 && measured !== null) resolve(measured);
			else reject(new Error(`The program ${name} ended with ${signal ?? code} and measured nothing.`));
		});
	});
}
