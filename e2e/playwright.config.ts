import { execFileSync } from 'node:child_process';
import { defineConfig } from '@playwright/test';

const root = `${import.meta.dirname}/..`;
// `npm test` names the browser; started by hand, the same script finds it. Workers inherit the answer.
process.env.GALLEY_BROWSER ??= execFileSync(process.execPath, [`${root}/electron/dev/ensure-browser.mjs`], {
	encoding: 'utf8',
	stdio: ['ignore', 'pipe', 'inherit'],
}).trim();

/** The same specs run against both hosts; a spec that only one can have says so in its name. */
export default defineConfig({
	testDir: './specs',
	outputDir: '../test-results',
	// Specs wait for the page and the disk most of the time, so two processors serve three of them; four make it too busy.
	workers: 3,
	fullyParallel: true,
	retries: 0,
	forbidOnly: Boolean(process.env.CI),
	timeout: 60_000,
	expect: { timeout: 10_000 },
	reporter: process.env.CI ? 'line' : 'list',
	use: {
		// Tracing every step costs a quarter of the time; ask for it when a failure's screenshot does not tell enough.
		trace: process.env.GALLEY_TRACE ? 'retain-on-failure' : 'off',
		screenshot: 'only-on-failure',
		actionTimeout: 10_000,
	},
	projects: [
		{ name: 'web', testIgnore: '**/*.desktop.spec.ts' },
		{ name: 'desktop', testIgnore: '**/*.web.spec.ts' },
	],
});
