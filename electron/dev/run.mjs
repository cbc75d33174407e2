import { spawn, spawnSync } from 'node:child_process';
import { statSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { stripVTControlCharacters } from 'node:util';
import { projectRoot } from './paths.mjs';

/** Runs a command in the checkout with its output shown, and answers its exit code (1 when it could not start). */
export function run(command, args, { env = process.env, stdio = 'inherit', limit } = {}) {
	return new Promise((resolve) => {
		const child = spawn(command, args, { cwd: projectRoot, env, stdio, timeout: limit });
		child.on('error', (error) => {
			console.error(`${command} could not be started: ${error.message}`);
			resolve(1);
		});
		child.on('close', (code) => resolve(code ?? 1));
	});
}

/** True on Linux for the user that browsers refuse to run as without `--no-sandbox`. */
export const isRoot = process.platform === 'linux' && process.getuid?.() === 0;

/** True where a window can be shown. */
export const hasDisplay =
	process.platform !== 'linux' || Boolean(process.env.DISPLAY) || Boolean(process.env.WAYLAND_DISPLAY);

/** True for an existing file; a path that cannot be looked at is none. */
export const isFile = (path) => statSync(path, { throwIfNoEntry: false })?.isFile() ?? false;

/** True when the shell would find this command. */
export function hasCommand(name) {
	const find = process.platform === 'win32' ? 'where' : 'which';
	return spawnSync(find, [name], { stdio: 'ignore' }).status === 0;
}

/** Installs Debian packages where that is possible (as root, with apt-get); answers whether it worked. */
export function aptInstall(...packages) {
	if (!isRoot || !hasCommand('apt-get')) return false;
	console.error(`Installing ${packages.join(', ')} with apt-get …`);
	const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
	const options = { env, stdio: ['ignore', 'ignore', 'inherit'] };
	spawnSync('apt-get', ['update', '-qq'], options);
	return spawnSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...packages], options).status === 0;
}

/** True in the file that was started, false in one that was imported. */
export const isStarted = (moduleUrl) => moduleUrl === pathToFileURL(process.argv[1] ?? '').href;

/** Runs a script's main function; a failure ends it with its message, without a stack. */
export function main(work) {
	work().catch((error) => {
		console.error(process.stderr.isTTY ? error.message : stripVTControlCharacters(error.message));
		process.exit(1);
	});
}
