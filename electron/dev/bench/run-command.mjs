import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { inProject } from '../paths.mjs';

const tellPeak = pathToFileURL(inProject('electron/dev/bench/tell-peak.mjs')).href;

/**
 * Runs a command of Node to its end, as a person does. Answers how long that took in seconds, the most memory that it held in
 * MB, its threads included, and what it printed. Rejects with what it said when its exit code is not a fine one.
 */
export async function runCommand(args, { cwd = inProject(), env = {}, fine = [0] } = {}) {
	const folder = mkdtempSync(join(tmpdir(), 'galley-bench-'));
	const peakFile = join(folder, 'peak');
	const since = performance.now();
	const child = spawn(process.execPath, ['--import', tellPeak, ...args], {
		cwd,
		env: { ...process.env, ...env, GALLEY_BENCH_PEAK: peakFile },
		stdio: ['ignore', 'pipe', 'pipe'],
	});
	const printed = { stdout: '', stderr: '' };
	for (const stream of ['stdout', 'stderr']) {
		child[stream].setEncoding('utf8').on('data', (text) => {
			printed[stream] += text;
		});
	}
	try {
		const code = await new Promise((resolve, reject) => {
			child.on('error', reject);
			child.on('close', (status, signal) => resolve(signal ?? status));
		});
		const seconds = (performance.now() - since) / 1000;
		if (!fine.includes(code)) {
			const said = `${printed.stdout}${printed.stderr}`.trim().split('\n').slice(-5).join(' ');
			throw new Error(`node ${args.join(' ')} ended with ${code}: ${said}`);
		}
		return { seconds, megabytes: Number(readFileSync(peakFile, 'utf8')), stdout: printed.stdout };
	} finally {
		rmSync(folder, { recursive: true, force: true });
	}
}
