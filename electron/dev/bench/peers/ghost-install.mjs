import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { inBench } from '../data-set.mjs';
import { lastLine, npm, quietInstall } from './npm.mjs';

/** The newest Ghost that runs on Node 20. */
const version = '5.130.6';

/** The folder of the Ghost that `npm run bench:peers` installed, or null when it did not. */
export function installedGhost() {
	const folder = inBench('peers', `ghost-${version}`);
	return existsSync(join(folder, 'installed')) ? join(folder, 'package') : null;
}

/**
 * Installs Ghost with its SQLite driver from the npm registry, unless it is there already; answers its folder.
 * Throws an error that says in one line what is missing.
 */
export function installGhost(say) {
	const installed = installedGhost();
	if (installed !== null) return installed;
	const folder = inBench('peers', `ghost-${version}`);
	const entry = join(folder, 'package');
	rmSync(folder, { recursive: true, force: true });
	mkdirSync(folder, { recursive: true });
	say(`Installing Ghost ${version} from the npm registry …`);
	npm(folder, 'download Ghost', ['pack', `ghost@${version}`, '--silent']);
	const unpacked = spawnSync('tar', ['-xzf', `ghost-${version}.tgz`], { cwd: folder, encoding: 'utf8' });
	if (unpacked.status !== 0) throw new Error(`Ghost could not be unpacked: ${lastLine(unpacked.stderr)}`);
	leaveOutDevelopment(entry);
	// Its scripts are for its makers; of its packages only the SQLite driver needs its own.
	const install = [...quietInstall, '--omit=dev', '--ignore-scripts', '--legacy-peer-deps'];
	npm(entry, 'install the packages of Ghost', install);
	npm(entry, 'build its SQLite driver', ['rebuild', 'sqlite3', '--foreground-scripts']);
	renameSync(join(folder, `ghost-${version}.tgz`), join(folder, 'installed'));
	return entry;
}

/** npm looks up what only Ghost's makers need even where it installs none of it, and some of that is not in the registry. */
function leaveOutDevelopment(entry) {
	const file = join(entry, 'package.json');
	const { devDependencies: _, ...manifest } = JSON.parse(readFileSync(file, 'utf8'));
	writeFileSync(file, JSON.stringify(manifest, null, 2));
}

/** The version of an installed Ghost. */
export const ghostVersion = (entry) => JSON.parse(readFileSync(join(entry, 'package.json'), 'utf8')).version;
