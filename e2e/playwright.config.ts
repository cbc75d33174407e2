import { execFileSync } from 'node:child_process';
import { defineConfig } from '@playwright/test';

const root = `${import.meta.dirname}/..`;
// `npm test` names the browser; started by hand, the same script finds it. Workers inherit the answer.
process.env.GALLEY_BROWSER ??= execFileSync(process.execPath, [`${root}/electron/dev/ensure/ensure-browser.mjs`], {
	encoding: 'utf8',
	stdio: ['ignore', 'pipe', 'inherit'],
}).trim();

/**
 * Every spec runs in the browser. On the desktop run those of what differs there (dialogs, menu, protocol, files, closing):
 * a file that only the desktop has is called `*.desktop.spec.ts`, a test that both have carries the tag `@desktop`.
 * `npm run e2e:all` runs every spec on both.
 */
export default defineConfig({
	testDir: './specs',
	globalSetup: './left-out.ts',
	outputDir: '../test-results',
	// Specs wait for the page and the disk most of the time, so two processors serve three of them; four make it too busy.
	workers: 3,
	fullyParallel: true,
	retries: 0,
	forbidOnly: Boolean(process.env.CI),
	// How long a busy machine may take; how fast Galley is, the bench says.
	timeout: 300_000,
	expect: { timeout: 60_000 },
	reporter: process.env.CI ? 'line' : 'list',
	use: {
		// Tracing every step costs a quarter of the time; ask for it when a failure's screenshot does not tell enough.
		trace: process.env.GALLEY_TRACE ? 'retain-on-failure' : 'off',
		screenshot: 'only-on-failure',
		actionTimeout: 30_000,
	},
	projects: [
		{ name: 'web', testIgnore: '**/*.desktop.spec.ts' },
		{ name: 'desktop', testIgnore: '**/*.web.spec.ts', grep: /@desktop|\.desktop\.spec\.ts/ },
	],
});
