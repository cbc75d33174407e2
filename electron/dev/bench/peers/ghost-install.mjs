import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { inBench } from '../data-set.mjs';

/** The newest Ghost that runs on Node 20. */
const version = '5.130.6';

/**
 * Installs Ghost with its SQLite driver from the npm registry, unless it is there already; answers its folder.
 * Throws an error that says in one line what is missing.
 */
export function installGhost(say) {
	const folder = inBench('peers', `ghost-${version}`);
	const entry = join(folder, 'package');
	if (existsSync(join(folder, 'installed'))) return entry;
	rmSync(folder, { recursive: true, force: true });
	mkdirSync(folder, { recursive: true });
	say(`Installing Ghost ${version} from the npm registry …`);
	npm(folder, 'download Ghost', ['pack', `ghost@${version}`, '--silent']);
	const unpacked = spawnSync('tar', ['-xzf', `ghost-${version}.tgz`], { cwd: folder, encoding: 'utf8' });
	if (unpacked.status !== 0) throw new Error(`Ghost could not be unpacked: ${lastLine(unpacked.stderr)}`);
	leaveOutDevelopment(entry);
	// Its scripts are for its makers; of its packages only the SQLite driver needs its own.
	const install = [
		'install',
		'--omit=dev',
		'--ignore-scripts',
		'--legacy-peer-deps',
		'--no-audit',
		'--no-fund',
		'--fetch-retries=1',
	];
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

function npm(cwd, what, args) {
	const headers = join(dirname(process.execPath), '..');
	const env = { ...process.env };
	// Without this the driver's build fetches the headers of Node from nodejs.org.
	if (existsSync(join(headers, 'include/node/node_api.h'))) env.npm_config_nodedir = headers;
	const result = spawnSync('npm', args, { cwd, env, encoding: 'utf8', shell: process.platform === 'win32' });
	if (result.status !== 0) {
		const reason = result.error?.message ?? lastLine(`${result.stdout}\n${result.stderr}`);
		throw new Error(`npm could not ${what}: ${reason}`);
	}
}

/** The line of an output that says most: the last error, else the last line. */
function lastLine(output) {
	const lines = output.split('\n').filter((line) => line.trim() !== '' && !/complete log|debug-0\.log/.test(line));
	return (lines.filter((line) => /error/i.test(line)).at(-1) ?? lines.at(-1) ?? 'it said nothing').trim();
}
