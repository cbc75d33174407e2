import { type ChildProcess, spawn } from 'node:child_process';
import { cp, mkdtemp, rm, stat, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';
import { afterEach, expect, test } from 'vitest';

const project = resolve(import.meta.dirname, '../..');
/** What a fresh clone does not hold. */
const made = ['.git', '.cache', '.bench', 'dist', 'node_modules', 'test-results'];

let folder = '';
let galley: ChildProcess | null = null;
afterEach(async () => {
	if (galley !== null && galley.exitCode === null) {
		const ended = new Promise((done) => galley?.once('exit', done));
		galley.kill('SIGTERM');
		await ended;
	}
	await rm(folder, { recursive: true, force: true });
});

test('npm start builds all that the web host needs where nothing was built before', async () => {
	folder = await mkdtemp(join(tmpdir(), 'galley-fresh-'));
	const clone = join(folder, 'galley');
	await cp(project, clone, { recursive: true, filter: (path) => !made.includes(basename(path)) });
	// The packages are the same, and installing them takes a network.
	await symlink(join(project, 'node_modules'), join(clone, 'node_modules'), 'junction');
	const newsroom = join(folder, 'newsroom');
	await cp(join(clone, 'content/newsroom'), newsroom, { recursive: true });
	const options = ['--web', '--newsroom', newsroom, '--user-data', join(folder, 'preferences')];
	// Without a display there is no window to open.
	const { DISPLAY: _display, WAYLAND_DISPLAY: _wayland, ...env } = process.env;
	galley = spawn(process.execPath, [join(clone, 'electron/dev/start.mjs'), ...options], { cwd: clone, env });
	let said = '';
	galley.stdout?.on('data', (text) => {
		said += text;
	});
	let complained = '';
	galley.stderr?.on('data', (text) => {
		complained += text;
	});
	await expect.poll(() => said, { timeout: 90_000 }).toContain('Galley is open at');
	// The index is built in a thread whose code is an output of its own.
	await expect.poll(() => sizeOf(join(newsroom, '.galley/index.db')), { timeout: 20_000 }).toBeGreaterThan(0);
	expect(complained).toBe('');
}, 300_000);

async function sizeOf(path: string): Promise<number> {
	return await stat(path).then(
		({ size }) => size,
		() => 0,
	);
}
