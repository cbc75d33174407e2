// Finds Electron's binary, and fetches it once when it is missing; as a command it prints the path.
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { inCache, inProject, projectRoot } from '../paths.mjs';
import { refusalOf, rememberRefusal } from '../refusals.mjs';
import { isFile, isStarted, main } from '../run.mjs';
import { ensureInstalled } from './ensure-installed.mjs';

const executables = { darwin: 'Electron.app/Contents/MacOS/Electron', win32: 'electron.exe' };
const executable = executables[process.platform] ?? 'electron';

/** How long the download may stand still before it is given up. */
const patience = 60_000;

/** The path of Electron's binary when it is here: where `ELECTRON_OVERRIDE_DIST_PATH` says, else in node_modules. */
export function findElectron() {
	const dist = process.env.ELECTRON_OVERRIDE_DIST_PATH;
	if (dist) return isFile(join(dist, executable)) ? join(dist, executable) : null;
	// path.txt is written last, so a download that was cut off does not count.
	const whole = existsSync(inProject('node_modules/electron/path.txt'));
	const path = inProject('node_modules/electron/dist', executable);
	return whole && isFile(path) ? path : null;
}

/**
 * Electron's binary as `{ path }`, or `{ reason }` when there is none. A missing one is fetched the way its package
 * offers, once: a refusal is remembered, so that a later start does not wait.
 */
export async function ensureElectron() {
	await ensureInstalled();
	const found = findElectron();
	if (found) return { path: found };
	if (process.env.ELECTRON_OVERRIDE_DIST_PATH) {
		return { reason: `ELECTRON_OVERRIDE_DIST_PATH holds no ${executable}` };
	}
	const { version } = JSON.parse(readFileSync(inProject('node_modules/electron/package.json'), 'utf8'));
	const name = `Electron ${version}`;
	if (refusalOf(name)) return { reason: `${name} could not be fetched before (npm run electron tries again)` };
	const problem = await fetchElectron(name);
	const fetched = findElectron();
	if (fetched) return { path: fetched };
	rememberRefusal(name, problem ?? 'It did not arrive whole.');
	return { reason: `${name} could not be fetched (${problem ?? 'it did not arrive whole'})` };
}

function fetchElectron(name) {
	const download = inCache('electron-download');
	rmSync(download, { recursive: true, force: true });
	mkdirSync(download);
	console.error(`Fetching ${name}; this happens once …`);
	return new Promise((resolve) => {
		const child = spawn(process.execPath, [inProject('node_modules/electron/install.js')], {
			cwd: projectRoot,
			// The download grows in a folder of ours, which is how its progress is seen.
			env: { ...process.env, TMPDIR: download, TMP: download, TEMP: download, ELECTRON_GET_NO_PROGRESS: '1' },
			stdio: ['ignore', 'ignore', 'pipe'],
		});
		let complaint = '';
		child.stderr.on('data', (text) => {
			complaint += text;
		});
		let size = 0;
		let lastGrowth = Date.now();
		let stoodStill = false;
		const watch = setInterval(() => {
			const now = sizeOf(download);
			if (now > size) lastGrowth = Date.now();
			size = now;
			stoodStill = Date.now() - lastGrowth > patience;
			if (stoodStill) child.kill('SIGKILL');
			else console.error(`Fetching ${name}: ${(size / 1e6).toFixed(0)} MB so far …`);
		}, 5000);
		child.on('close', (code) => {
			clearInterval(watch);
			rmSync(download, { recursive: true, force: true });
			const why = complaint.split('\n').find((line) => line.trim() !== '');
			if (code === 0) resolve(null);
			else resolve(stoodStill ? `nothing arrived for ${patience / 1000} s` : (why ?? 'its installer failed'));
		});
	});
}

function sizeOf(folder) {
	return readdirSync(folder, { recursive: true })
		.map((name) => statSync(join(folder, name), { throwIfNoEntry: false })?.size ?? 0)
		.reduce((sum, size) => sum + size, 0);
}

if (isStarted(import.meta.url)) {
	main(async () => {
		if (process.argv.includes('--again')) rmSync(inCache('refusals.json'), { force: true });
		const { path, reason } = await ensureElectron();
		if (reason) throw new Error(`${reason}.`);
		console.log(path);
	});
}
