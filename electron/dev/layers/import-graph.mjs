import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, posix, relative, sep } from 'node:path';

const roots = ['shared', 'electron', 'renderer', 'content', 'e2e'];

const statement =
	/^\s*(import|export)\s(type\s)?(?:[^'"`;]*?\sfrom\s*)?['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]\s*\)|\bnew URL\(\s*['"](\.[^'"]+\.ts)['"]/gm;

/** What each source file of a checkout imports; `path` is null for a package. */
export function importGraph(root) {
	return new Map(sourceFiles(root).map((file) => [file, importsOf(root, file)]));
}

function importsOf(root, file) {
	return [...readFileSync(join(root, file), 'utf8').matchAll(statement)].map((match) => {
		const target = match[3] ?? match[4] ?? match[5];
		return { target, path: pathOf(file, target), typesOnly: Boolean(match[2]) };
	});
}

function pathOf(file, target) {
	if (target.startsWith('#shared/')) return target.slice(1);
	if (target.startsWith('#core/')) return `electron/${target.slice(1)}`;
	return target.startsWith('.') ? posix.join(posix.dirname(file), target.replace(/\?.*$/, '')) : null;
}

function sourceFiles(root) {
	const files = roots
		.filter((folder) => existsSync(join(root, folder)))
		.flatMap((folder) =>
			readdirSync(join(root, folder), { withFileTypes: true, recursive: true })
				.filter((entry) => entry.isFile() && /\.(ts|tsx|mts|js|mjs|cjs)$/.test(entry.name))
				.map((entry) => relative(root, join(entry.parentPath, entry.name)).split(sep).join('/')),
		);
	if (existsSync(join(root, 'vite.config.ts'))) files.push('vite.config.ts');
	return files.filter((file) => !file.endsWith('.d.ts'));
}
