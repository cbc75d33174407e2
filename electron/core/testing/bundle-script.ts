import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { build } from 'vite';
import { onTestFinished } from 'vitest';

/** Within the project, so that scripts find what cannot be bundled: the database has machine code. */
const scripts = join(import.meta.dirname, '../../../.cache/scripts');

/** Bundles a TypeScript file into one script that plain Node runs as a process or a thread of its own; answers the script's path. */
export async function bundleScript(source: string): Promise<string> {
	await mkdir(scripts, { recursive: true });
	const outDir = await mkdtemp(join(scripts, 'test-'));
	onTestFinished(() => rm(outDir, { recursive: true, force: true }));
	const name = basename(source).replace(/\.ts$/, '.mjs');
	await build({
		configFile: false,
		logLevel: 'error',
		root: import.meta.dirname,
		ssr: { noExternal: true, external: ['libsql'] },
		build: { ssr: source, outDir, emptyOutDir: true, rollupOptions: { output: { entryFileNames: name } } },
	});
	return join(outDir, name);
}
