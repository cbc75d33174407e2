// Finds a Chromium-family browser for tests and for the app window; as a command it prints the path.
import { homedir } from 'node:os';
import { join } from 'node:path';
import { inProject } from '../paths.mjs';
import { refusalOf, rememberRefusal } from '../refusals.mjs';
import { aptInstall, isFile, isStarted, main, run } from '../run.mjs';
import { ensureInstalled } from './ensure-installed.mjs';

const installedBrowsers = {
	linux: [
		'/usr/bin/chromium',
		'/usr/bin/chromium-browser',
		'/usr/bin/google-chrome',
		'/usr/bin/google-chrome-stable',
		'/snap/bin/chromium',
		'/usr/bin/microsoft-edge',
		'/usr/bin/brave-browser',
	],
	darwin: ['Google Chrome', 'Chromium', 'Microsoft Edge', 'Brave Browser'].flatMap((name) =>
		['/Applications', join(homedir(), 'Applications')].map((folder) => `${folder}/${name}.app/Contents/MacOS/${name}`),
	),
	win32: [process.env.PROGRAMFILES, process.env['PROGRAMFILES(X86)'], process.env.LOCALAPPDATA]
		.filter(Boolean)
		.flatMap((folder) => [
			join(folder, 'Google/Chrome/Application/chrome.exe'),
			join(folder, 'Microsoft/Edge/Application/msedge.exe'),
			join(folder, 'Chromium/Application/chrome.exe'),
		]),
};

/** The path of a Chromium-family browser that is here already, or null. `GALLEY_BROWSER` names one. */
export async function findBrowser() {
	const named = process.env.GALLEY_BROWSER;
	if (named) {
		if (!isFile(named)) throw new Error(`GALLEY_BROWSER names ${named}, which is not there.`);
		return named;
	}
	const { chromium } = await import('playwright');
	return [chromium.executablePath(), ...(installedBrowsers[process.platform] ?? [])].find(isFile) ?? null;
}

/**
 * The path of a Chromium-family browser; fetches one when there is none: Playwright's own, else Debian's.
 * Throws when that fails too.
 */
export async function ensureBrowser() {
	await ensureInstalled();
	const found = await findBrowser();
	if (found) return found;
	if (!refusalOf('browser')) {
		console.error('There is no Chromium here; asking Playwright to fetch one …');
		const cli = inProject('node_modules/playwright/cli.js');
		// Its progress goes to stderr, because stdout carries the answer.
		const status = await run(process.execPath, [cli, 'install', 'chromium'], {
			stdio: ['ignore', 2, 2],
			limit: 300_000,
		});
		if (status !== 0) rememberRefusal('browser', 'Playwright could not fetch its Chromium.');
	}
	const fetched = (await findBrowser()) ?? (aptInstall('chromium') ? await findBrowser() : null);
	if (fetched) return fetched;
	throw new Error('There is no Chromium-family browser here and none could be fetched; install one and try again.');
}

if (isStarted(import.meta.url)) main(async () => console.log(await ensureBrowser()));
