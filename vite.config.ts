import { existsSync, readFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig, type ViteUserConfig } from 'vitest/config';

const root = import.meta.dirname;
const { version } = JSON.parse(readFileSync(resolve(root, 'package.json'), 'utf8'));
const define = { 'import.meta.env.GALLEY_VERSION': JSON.stringify(version) };

/** Browsers a few years old open the web host, so the page is built for the oldest one that we test in. */
const oldestChromium = 'chrome108';

function rendererBuild(): ViteUserConfig {
	const pages = ['index.html', 'preview.html'].map((page) => resolve(root, 'renderer', page));
	return {
		root: resolve(root, 'renderer'),
		base: '/',
		publicDir: false,
		plugins: [react()],
		define,
		build: {
			outDir: resolve(root, 'dist/renderer'),
			emptyOutDir: true,
			target: oldestChromium,
			cssTarget: oldestChromium,
			// The content security policy allows no inline script, style or data: font.
			assetsInlineLimit: 0,
			modulePreload: { polyfill: false },
			chunkSizeWarningLimit: 3000,
			reportCompressedSize: false,
			rolldownOptions: { input: pages.filter((page) => existsSync(page)) },
		},
	};
}

/** One file that needs no node_modules beside it, so that a packaged app carries none. */
function nodeBuild(entry: string, outFile: string): ViteUserConfig {
	const file = outFile.split('/').at(-1) ?? outFile;
	return {
		root,
		publicDir: false,
		define,
		ssr: { noExternal: true, external: ['electron'] },
		build: {
			ssr: resolve(root, entry),
			outDir: resolve(root, 'dist', outFile, '..'),
			emptyOutDir: false,
			target: 'node20',
			minify: false,
			reportCompressedSize: false,
			rolldownOptions: {
				external: ['electron', /^node:/, ...builtinModules],
				output: {
					format: file.endsWith('.cjs') ? 'cjs' : 'es',
					entryFileNames: file,
					codeSplitting: false,
				},
			},
		},
	};
}

const unitTests: ViteUserConfig = {
	root,
	plugins: [react()],
	define,
	test: {
		include: ['{shared,electron,renderer}/**/*.test.{ts,tsx}'],
		testTimeout: 30_000,
		maxWorkers: 2,
	},
};

/** `vite build --mode <target>` builds one of them; `electron/dev/build.mjs` builds what changed. */
const targets: Record<string, () => ViteUserConfig> = {
	renderer: rendererBuild,
	'desktop-main': () => nodeBuild('electron/main.ts', 'desktop/main.cjs'),
	'desktop-preload': () => nodeBuild('electron/preload.ts', 'desktop/preload.cjs'),
	web: () => nodeBuild('electron/web/main.ts', 'web/main.mjs'),
	cli: () => nodeBuild('electron/cli/main.ts', 'cli/main.mjs'),
};

export default defineConfig(({ mode }) => targets[mode]?.() ?? unitTests);
