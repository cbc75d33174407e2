import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** The options of `npm install` that every peer is installed with. */
export const quietInstall = ['install', '--no-audit', '--no-fund', '--fetch-retries=1'];

/** Runs npm in a folder. Throws an error that says in one line what it could not do, and why. */
export function npm(cwd, what, args) {
	const headers = join(dirname(process.execPath), '..');
	const env = { ...process.env };
	// Without this a driver's build fetches the headers of Node from nodejs.org.
	if (existsSync(join(headers, 'include/node/node_api.h'))) env.npm_config_nodedir = headers;
	const result = spawnSync('npm', args, { cwd, env, encoding: 'utf8', shell: process.platform === 'win32' });
	if (result.status !== 0) {
		const reason = result.error?.message ?? lastLine(`${result.stdout}\n${result.stderr}`);
		throw new Error(`npm could not ${what}: ${reason}`);
	}
}

/** The line of an output that says most: the last error, else the last line. */
export function lastLine(output) {
	const lines = output.split('\n').filter((line) => line.trim() !== '' && !/complete log|debug-0\.log/.test(line));
	return (lines.filter((line) => /error/i.test(line)).at(-1) ?? lines.at(-1) ?? 'it said nothing').trim();
}
