// `npm test`: everything that proves Galley. Installs what is missing, then checks, builds, and tests both hosts.
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import { build } from './build.mjs';
import { ensureBrowser } from './ensure/ensure-browser.mjs';
import { findElectron } from './ensure/ensure-electron.mjs';
import { ensureInstalled } from './ensure/ensure-installed.mjs';
import { inCache, inProject } from './paths.mjs';
import { aptInstall, hasCommand, hasDisplay, main, run } from './run.mjs';
import { endToEndTests as endedAs, failedUnitTests } from './test-reports.mjs';

if (!process.stdout.isTTY) {
	delete process.env.FORCE_COLOR;
	process.env.NO_COLOR = '1';
}
const started = Date.now();
const totals = { passed: 0, failed: 0, skipped: 0 };
/** What is told once more at the end, where a reader looks first. */
const failures = [];
const secondTries = [];

main(async () => {
	await ensureInstalled();
	mkdirSync(inCache('test'), { recursive: true });
	const node = (tool, ...args) => [process.execPath, [inProject('node_modules', tool), ...args]];
	const [built] = await Promise.all([
		step('build', async () => {
			await build([], { quiet: true });
			return true;
		}),
		checks(node),
	]);
	await step('unit tests', () => unitTests(node));
	if (built) await step('end-to-end tests', () => endToEndTests(node));
	else console.log('\n— end-to-end tests\nNot run, because nothing could be built.');
	tell('Failed', failures);
	tell('Passed only when tried again', secondTries);
	const { passed, failed, skipped } = totals;
	console.log(`\nEverything took ${Math.round((Date.now() - started) / 1000)} s.`);
	console.log(`${passed} passed, ${failed} failed${skipped ? `, ${skipped} skipped` : ''}`);
	process.exitCode = failed ? 1 : 0;
});

/** Runs one part and says whether it went well; one that ends badly without a failed test counts as one failure. */
async function step(title, work) {
	console.log(`\n— ${title}`);
	const failedBefore = totals.failed;
	const since = Date.now();
	const fine = await work().catch((error) => {
		console.error(error.message);
		return false;
	});
	if (!fine && totals.failed === failedBefore) totals.failed += 1;
	console.log(`${title}: ${fine ? 'fine' : 'FAILED'}, ${((Date.now() - since) / 1000).toFixed(1)} s`);
	return fine;
}

async function checks(node) {
	await check('lint', ...node('@biomejs/biome/bin/biome', 'ci', '.'));
	await check('types', ...node('typescript/bin/tsc', '-b'));
	await check('layers', process.execPath, [inProject('electron/dev/check-layers.mjs')]);
	await check('unused code', ...node('knip/bin/knip.js', '--no-progress'));
}

function check(title, command, args) {
	return step(title, async () => (await run(command, args)) === 0);
}

async function unitTests(node) {
	const report = freshReport('unit.json');
	const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
	const status = await run(...node('vitest/vitest.mjs', 'run', ...reporters));
	const results = readReport(report) ?? {};
	const { numPassedTests = 0, numFailedTests = 0, numPendingTests = 0 } = results;
	failures.push(...failedUnitTests(results));
	add(numPassedTests, numFailedTests, numPendingTests);
	return status === 0;
}

async function endToEndTests(node) {
	const report = freshReport('e2e.json');
	const env = {
		...process.env,
		GALLEY_BROWSER: await ensureBrowser(),
		PLAYWRIGHT_JSON_OUTPUT_NAME: report,
	};
	const electron = electronForTests();
	if (electron) env.ELECTRON_OVERRIDE_DIST_PATH = electron;
	const reporter = `--reporter=${process.stdout.isTTY ? 'list' : 'line'},json`;
	// A busy machine may make one late; the end says which needed its second try, and why.
	const options = ['-c', 'e2e/playwright.config.ts', '--retries=1', reporter];
	const [command, args] = node('@playwright/test/cli.js', 'test', ...options);
	const display = electron && !hasDisplay ? displayMaker() : [];
	if (electron) {
		const where = `the Electron in ${basename(electron)}${display.length ? ', under Xvfb' : ''}`;
		console.log(`The desktop specs run on ${where}.`);
	}
	const [first, ...rest] = [...display, command, ...args];
	const status = await run(first, rest, { env });
	const results = readReport(report) ?? {};
	const { expected = 0, unexpected = 0, flaky = 0, skipped = 0 } = results.stats ?? {};
	failures.push(...endedAs('unexpected', results));
	secondTries.push(...endedAs('flaky', results));
	add(expected + flaky, unexpected, skipped);
	return status === 0;
}

/** The folder of the Electron to test on: the one that is named, or npm's. Throws when the named one is not there. */
function electronForTests() {
	const named = process.env.ELECTRON_OVERRIDE_DIST_PATH;
	const found = findElectron();
	if (named && !found) throw new Error(`ELECTRON_OVERRIDE_DIST_PATH names ${named}, which holds no Electron.`);
	if (named) return named;
	return found && process.platform === 'darwin' ? inProject('node_modules/electron/dist') : found && dirname(found);
}

/** The command that runs another one with a display of its own. */
function displayMaker() {
	if (!hasCommand('xvfb-run')) aptInstall('xvfb', 'xauth');
	return hasCommand('xvfb-run') ? ['xvfb-run', '-a', '-s', '-screen 0 1600x1000x24'] : [];
}

function tell(heading, tests) {
	if (tests.length === 0) return;
	console.log(`\n— ${heading}`);
	for (const { name, why } of tests) console.log(`${name}\n${why.replace(/^/gm, '    ')}`);
}

function freshReport(name) {
	const path = inCache('test', name);
	rmSync(path, { force: true });
	return path;
}

function readReport(path) {
	return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : null;
}

function add(passed, failed, skipped) {
	totals.passed += passed;
	totals.failed += failed;
	totals.skipped += skipped;
}
