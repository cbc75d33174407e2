// Builds what changed since the last build: `node electron/dev/build.mjs [--force] [target …]`.
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ensureInstalled } from './ensure/ensure-installed.mjs';
import { inCache, inProject, projectRoot } from './paths.mjs';
import { isStarted, main } from './run.mjs';
import { withLock } from './with-lock.mjs';

const nodeSide = ['electron/core', 'shared', 'content/schema'];

/** Every output of the build: its entry points, what it is made of, and the files that must be there afterwards. */
const targets = {
	renderer: {
		entries: ['renderer/index.html', 'renderer/preview.html'],
		inputs: ['renderer', 'shared'],
		outputs: ['dist/renderer/index.html', 'dist/renderer/preview.html'],
	},
	'desktop-main': {
		entries: ['electron/main.ts'],
		inputs: ['electron/main.ts', 'electron/desktop', ...nodeSide],
		outputs: ['dist/desktop/main.cjs'],
	},
	'desktop-preload': {
		entries: ['electron/preload.ts'],
		inputs: ['electron/preload.ts', 'electron/desktop', 'shared'],
		outputs: ['dist/desktop/preload.cjs'],
	},
	'index-worker': {
		entries: ['electron/core/index/thread/index-worker.ts'],
		inputs: nodeSide,
		outputs: ['dist/core/index-worker.cjs'],
	},
	'document-worker': {
		entries: ['electron/core/documents/thread/document-worker.ts'],
		inputs: nodeSide,
		outputs: ['dist/core/document-worker.cjs'],
	},
	'web-main': {
		entries: ['electron/web/main.ts'],
		inputs: ['electron/web', ...nodeSide],
		outputs: ['dist/web/main.mjs'],
	},
	cli: {
		entries: ['electron/cli/main.ts'],
		inputs: ['electron/cli', ...nodeSide],
		outputs: ['dist/cli/main.mjs'],
	},
};

/** Names that cover several targets at once. */
const groups = {
	desktop: ['desktop-main', 'desktop-preload', 'index-worker', 'document-worker'],
	web: ['web-main', 'index-worker', 'document-worker'],
};

/**
 * Builds the named targets (all when none is named) whose sources changed, and says what it did.
 * Throws when a target cannot be built.
 */
export async function build(names = [], { force = false, quiet = false, say = console.log } = {}) {
	const wanted = (names.length ? names : Object.keys(targets)).flatMap((name) => groups[name] ?? [name]);
	for (const name of wanted) if (!targets[name]) throw new Error(`There is no build target "${name}".`);
	await ensureInstalled();
	await withLock(inCache('build.lock'), async () => {
		const stale = wanted.filter((name) => force || !isFresh(name));
		if (!stale.length) {
			if (!quiet) say('Galley is built already; no source changed.');
			return;
		}
		if (!process.stdout.isTTY) process.env.NO_COLOR ??= '1';
		const vite = await import('vite');
		const failures = [];
		for (const name of stale) {
			await buildTarget(vite, name, say).catch((error) => failures.push(`${name}: ${error.message}`));
		}
		if (failures.length) throw new Error(`Not everything could be built.\n${failures.join('\n')}`);
	});
}

async function buildTarget(vite, name, say) {
	const { entries, outputs } = targets[name];
	const missing = entries.filter((entry) => !existsSync(inProject(entry)));
	if (missing.length) throw new Error(`${missing.join(' and ')} is missing.`);
	const started = Date.now();
	// Taken before the build, so that an edit made during it is built by the next one.
	const fingerprint = fingerprintOf(name);
	rmSync(stampOf(name), { force: true });
	await vite.build({ configFile: inProject('vite.config.ts'), mode: name, logLevel: 'warn' });
	const absent = outputs.filter((output) => !existsSync(inProject(output)));
	if (absent.length) throw new Error(`${absent.join(' and ')} did not come out of the build.`);
	writeFileSync(stampOf(name), fingerprint);
	say(`Built ${outputs.join(', ')} in ${((Date.now() - started) / 1000).toFixed(1)} s.`);
}

const stampOf = (name) => inCache('build', `${name}.sha256`);

function isFresh(name) {
	const stamp = stampOf(name);
	return (
		existsSync(stamp) &&
		targets[name].outputs.every((output) => existsSync(inProject(output))) &&
		readFileSync(stamp, 'utf8') === fingerprintOf(name)
	);
}

function fingerprintOf(name) {
	const hash = createHash('sha256');
	for (const input of [...targets[name].inputs, 'package.json', 'package-lock.json', 'vite.config.ts']) {
		for (const file of filesIn(inProject(input))) {
			hash.update(file.slice(projectRoot.length)).update('\0').update(readFileSync(file)).update('\0');
		}
	}
	return hash.digest('hex');
}

function filesIn(path) {
	if (!existsSync(path)) return [];
	if (!statSync(path).isDirectory()) return [path];
	return readdirSync(path, { withFileTypes: true })
		.sort((a, b) => (a.name < b.name ? -1 : 1))
		.flatMap((entry) => (entry.isDirectory() ? filesIn(join(path, entry.name)) : [join(path, entry.name)]))
		.filter((file) => !/\.test\.tsx?$|tsconfig\.json$/.test(file));
}

if (isStarted(import.meta.url)) {
	const names = process.argv.slice(2).filter((arg) => !arg.startsWith('--'));
	main(() => build(names, { force: process.argv.includes('--force') }));
}
