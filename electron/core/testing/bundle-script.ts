import { basename, join } from 'node:path';
import { build } from 'vite';
import { tempFolder } from './temp-newsroom.ts';

/** Bundles a TypeScript file into one script that plain Node runs as a process of its own; answers the script's path. */
export async function bundleScript(source: string): Promise<string> {
	const outDir = await tempFolder();
	const name = basename(source).replace(/\.ts$/, '.mjs');
	await build({
		configFile: false,
		logLevel: 'error',
		root: import.meta.dirname,
		ssr: { noExternal: true },
		build: { ssr: source, outDir, emptyOutDir: true, rollupOptions: { output: { entryFileNames: name } } },
	});
	return join(outDir, name);
}
