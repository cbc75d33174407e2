import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { dirname, resolve } from 'node:path';
import optimizeLocales from '@react-aria/optimize-locales-plugin';
import react from '@vitejs/plugin-react';
import type { Plugin } from 'vite';
import { defineConfig, type ViteUserConfig } from 'vitest/config';

const root = import.meta.dirname;
const { version } = JSON.parse(readFileSync(resolve(root, 'package.json'), 'utf8'));
const define = { 'import.meta.env.GALLEY_VERSION': JSON.stringify(version) };

/** Browsers a few years old open the web host, so the page is built for the oldest one that we test in. */
const oldestChromium = 'chrome108';

/** On a busy machine a build would tell of its own pace, which is no fault of it. */
const checks = { bundlerTimings: false };

/** Writes down which npm packages went into a build, for the list of licences that is shipped with it. */
function bundledPackages(target: string): Plugin {
	return {
		name: 'galley:bundled-packages',
		generateBundle(_options, bundle) {
			const assets = Object.values(bundle).flatMap((file) => (file.type === 'asset' ? file.originalFileNames : []));
			const names = [...this.getModuleIds(), ...assets].flatMap((file) => {
				const name = /^.*node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(file.replaceAll('\\', '/'))?.[1];
				// Of the plugin there is nothing in a build but the emptiness of the words that it leaves out.
				return name && name !== '@react-aria/optimize-locales-plugin' ? [name] : [];
			});
			const report = resolve(root, '.cache/build', `${target}.packages.json`);
			mkdirSync(dirname(report), { recursive: true });
			writeFileSync(report, JSON.stringify([...new Set(names)].sort(), null, '\t'));
		},
	};
}

function rendererBuild(): ViteUserConfig {
	const pages = ['index.html', 'preview.html'].map((page) => resolve(root, 'renderer', page));
	return {
		root: resolve(root, 'renderer'),
		base: '/',
		publicDir: false,
		// Galley speaks English, so the words of the controls in thirty other languages stay out.
		plugins: [react(), optimizeLocales.vite({ locales: ['en-US'] }), bundledPackages('renderer')],
		// Its dictionaries' program is a part of its own.
		worker: {
			format: 'es',
			plugins: () => [bundledPackages('renderer-workers')],
			// What it would read files with under Node.
			rolldownOptions: { checks, external: ['module', 'fs/promises'] },
		},
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
			rolldownOptions: {
				input: pages.filter((page) => existsSync(page)),
				checks,
			},
		},
	};
}

/** Packages with machine code; they stay in node_modules, and a packaged app carries them there. */
const unbundled = ['electron', 'libsql'];

/** One file that needs nothing of node_modules but what has machine code. */
function nodeBuild(target: string, entry: string, outFile: string): ViteUserConfig {
	const file = outFile.split('/').at(-1) ?? outFile;
	return {
		root,
		publicDir: false,
		plugins: [bundledPackages(target)],
		define,
		ssr: { noExternal: true, external: unbundled },
		build: {
			ssr: resolve(root, entry),
			outDir: resolve(root, 'dist', outFile, '..'),
			emptyOutDir: false,
			target: 'node20',
			minify: false,
			reportCompressedSize: false,
			rolldownOptions: {
				checks,
				external: [...unbundled, /^node:/, ...builtinModules],
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
		include: ['{shared,electron,renderer,e2e/interleave}/**/*.test.{ts,tsx}'],
		// For a busy machine; how fast Galley is, the bench says.
		testTimeout: 120_000,
		// Many tests wait for the disk or for a time to pass, so two processors serve three of them.
		maxWorkers: 3,
		// `npm run test:long` sets it, for the tests that ask `shared/testing/runs-of.ts` how much to do.
		provide: { isLong: process.env.GALLEY_LONG === '1' },
	},
};

/** `vite build --mode <target>` builds one of them; `electron/dev/build.mjs` builds what changed. */
const targets: Record<string, () => ViteUserConfig> = {
	renderer: rendererBuild,
	'desktop-main': () => nodeBuild('desktop-main', 'electron/main.ts', 'desktop/main.cjs'),
	'desktop-preload': () => nodeBuild('desktop-preload', 'electron/preload.ts', 'desktop/preload.cjs'),
	'index-worker': () =>
		nodeBuild('index-worker', 'electron/core/index/thread/index-worker.ts', 'core/index-worker.cjs'),
	'document-worker': () =>
		nodeBuild('document-worker', 'electron/core/documents/thread/document-worker.ts', 'core/document-worker.cjs'),
	'web-main': () => nodeBuild('web-main', 'electron/web/main.ts', 'web/main.mjs'),
	cli: () => nodeBuild('cli', 'electron/cli/main.ts', 'cli/main.mjs'),
	bench: () => nodeBuild('bench', 'electron/dev/bench/programs/main.ts', 'bench/main.mjs'),
};

export default defineConfig(({ mode }) => targets[mode]?.() ?? unitTests);
