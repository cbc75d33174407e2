import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { inProject, projectRoot } from '../paths.mjs';
import { isStarted, main } from '../run.mjs';

const stamp = inProject('node_modules', '.galley-lock.sha256');

/**
 * Installs exactly what package-lock.json names when node_modules is missing or of another lock.
 * Throws with one clear sentence when that fails.
 */
export async function ensureInstalled() {
	const [major, minor] = process.versions.node.split('.').map(Number);
	if (major < 20 || (major === 20 && minor < 19)) {
		throw new Error(`Galley needs Node 20.19 or newer; this is ${process.versions.node}.`);
	}
	if (isInstalled()) return;
	console.error('Installing the npm packages that package-lock.json names (a minute or so the first time) …');
	// Through the shell, because on Windows npm is a .cmd file.
	const { status } = spawnSync('npm ci --no-audit --no-fund --loglevel=error', {
		cwd: projectRoot,
		stdio: ['ignore', 2, 2],
		shell: true,
	});
	if (status !== 0) {
		throw new Error('The npm packages could not be installed; is there a network? npm says why above.');
	}
	writeFileSync(stamp, lockDigest());
}

function isInstalled() {
	if (!existsSync(inProject('node_modules'))) return false;
	if (existsSync(stamp) && readFileSync(stamp, 'utf8') === lockDigest()) return true;
	// Somebody may have run npm themselves, which keeps its own copy of what it installed.
	const installed = inProject('node_modules', '.package-lock.json');
	if (!existsSync(installed) || !holdsWhatTheLockNames(installed)) return false;
	writeFileSync(stamp, lockDigest());
	return true;
}

function holdsWhatTheLockNames(installedFile) {
	const wanted = JSON.parse(readFileSync(inProject('package-lock.json'), 'utf8')).packages;
	const installed = JSON.parse(readFileSync(installedFile, 'utf8')).packages;
	return Object.entries(wanted).every(
		([path, { version, optional }]) => path === '' || optional || installed[path]?.version === version,
	);
}

function lockDigest() {
	return createHash('sha256')
		.update(readFileSync(inProject('package-lock.json')))
		.digest('hex');
}

if (isStarted(import.meta.url)) main(ensureInstalled);
