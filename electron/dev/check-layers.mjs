// Holds every import statement against the dependency rules below; a broken rule fails `npm run check`.
import { readdirSync, readFileSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { dirname, join, posix, relative, sep } from 'node:path';
import { inProject, projectRoot } from './paths.mjs';

/**
 * What each layer may import: other layers by name, `node` for Node's own modules, packages by name, `*` for any
 * package. The first layer whose folder (or file) holds a file is its layer. Tests may import any package besides.
 */
const layers = [
	{ name: 'contract/names', at: ['shared/contract/names.ts'], may: [] },
	{ name: 'shared', at: ['shared/'], may: ['contract/names', 'zod', 'htmlparser2', 'transliteration', 'ulid'] },
	{
		name: 'core',
		at: ['electron/core/'],
		may: ['contract/names', 'shared', 'schema', 'node', '*'],
		never: ['electron'],
	},
	{ name: 'preload', at: ['electron/preload.ts'], may: ['contract/names', 'electron'], types: ['shared', 'desktop'] },
	{
		name: 'desktop',
		at: ['electron/main.ts', 'electron/desktop/'],
		may: ['contract/names', 'shared', 'core', 'node', '*'],
	},
	{ name: 'web', at: ['electron/web/'], may: ['contract/names', 'shared', 'core', 'node', '*'], never: ['electron'] },
	{ name: 'cli', at: ['electron/cli/'], may: ['contract/names', 'shared', 'core', 'node', '*'], never: ['electron'] },
	{
		name: 'bench',
		at: ['electron/dev/bench/'],
		may: ['contract/names', 'shared', 'core', 'dev', 'node', '*'],
		never: ['electron'],
	},
	{ name: 'dev', at: ['electron/dev/', 'vite.config.ts'], may: ['bench', 'node', '*'] },
	{ name: 'ui', at: ['renderer/ui/'], may: ['contract/names', 'shared', '*'], never: ['electron'] },
	{
		name: 'feature',
		at: ['renderer/features/'],
		may: ['contract/names', 'shared', 'ui', 'renderer', '*'],
		never: ['electron'],
	},
	{ name: 'renderer', at: ['renderer/'], may: ['contract/names', 'shared', 'ui', 'feature', '*'], never: ['electron'] },
	{ name: 'schema', at: ['content/schema/'], may: [] },
	{ name: 'content', at: ['content/'], may: [] },
	{
		name: 'interleave',
		at: ['e2e/interleave/'],
		may: ['contract/names', 'shared', 'core', 'ui', 'feature', 'renderer', 'node', '*'],
	},
	{ name: 'e2e', at: ['e2e/'], may: ['schema', 'node', '*'] },
];

/** The folders of `shared`, each of which may import those before it. */
const sharedOrder = ['shared/model/', 'shared/text/', 'shared/document/', 'shared/contract/'];

const statement =
	/^\s*(import|export)\s(type\s)?(?:[^'"`;]*?\sfrom\s*)?['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]\s*\)|\bnew URL\(\s*['"](\.[^'"]+\.ts)['"]/gm;

const problems = sourceFiles().flatMap((file) => {
	const from = layerOf(file);
	if (!from) return [`${file} belongs to no layer.`];
	return importsOf(file)
		.filter((found) => !isAllowed(file, from, found))
		.map(({ target }) => `${file} (${from.name}) may not import ${target}.`);
});
for (const problem of problems) console.error(problem);
console.log(problems.length ? `${problems.length} imports break the layers.` : 'Every import keeps to its layer.');
process.exit(problems.length ? 1 : 0);

function isAllowed(file, from, { target, typesOnly }) {
	const isTest = /\.test\.tsx?$/.test(file) || file.includes('/testing/');
	const path = pathOf(file, target);
	if (path === null) {
		if (isBuiltin(target)) return from.may.includes('node') || isTest;
		const name = packageOf(target);
		if (from.never?.includes(name)) return false;
		return isTest || from.may.includes(name) || from.may.includes('*') || (typesOnly && from.name === 'shared');
	}
	const to = layerOf(path);
	if (!to) return false;
	// Features do not import features.
	if (from.name === 'feature' && to.name === 'feature') return featureOf(file) === featureOf(path);
	if (from.name === 'shared' && to.name === 'shared' && !isTest && placeIn(path) > placeIn(file)) return false;
	if (to.name === from.name || from.may.includes(to.name)) return true;
	return (
		(typesOnly && (from.types ?? []).includes(to.name)) || (isTest && ['shared', 'schema', 'content'].includes(to.name))
	);
}

/** The path of what is imported inside the checkout, or null for a package. */
function pathOf(file, target) {
	if (target.startsWith('#shared/')) return target.slice(1);
	if (target.startsWith('#core/')) return `electron/${target.slice(1)}`;
	return target.startsWith('.') ? posix.join(dirname(file), target.replace(/\?.*$/, '')) : null;
}

function layerOf(path) {
	return layers.find(({ at }) => at.some((place) => (place.endsWith('/') ? path.startsWith(place) : path === place)));
}

/** The place of a file in the order of `shared`; what stands outside of its folders is at the bottom. */
function placeIn(path) {
	return sharedOrder.findIndex((folder) => path.startsWith(folder));
}

function featureOf(path) {
	return path.split('/')[2];
}

function packageOf(target) {
	return target
		.split('/')
		.slice(0, target.startsWith('@') ? 2 : 1)
		.join('/');
}

function importsOf(file) {
	return [...readFileSync(inProject(file), 'utf8').matchAll(statement)].map((match) => ({
		target: match[3] ?? match[4] ?? match[5],
		typesOnly: Boolean(match[2]),
	}));
}

function sourceFiles() {
	const roots = ['shared', 'electron', 'renderer', 'content', 'e2e'];
	const files = roots.flatMap((root) =>
		readdirSync(inProject(root), { withFileTypes: true, recursive: true })
			.filter((entry) => entry.isFile() && /\.(ts|tsx|mts|js|mjs|cjs)$/.test(entry.name))
			.map((entry) => relative(projectRoot, join(entry.parentPath, entry.name)).split(sep).join('/')),
	);
	return [...files, 'vite.config.ts'].filter((file) => !file.endsWith('.d.ts'));
}
