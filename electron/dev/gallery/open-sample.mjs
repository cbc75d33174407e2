// A running Galley on a copy of the sample newsroom, with a browser, for what makes pictures of it.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright';
import { build } from '../build.mjs';
import { ensureBrowser } from '../ensure/ensure-browser.mjs';
import { inProject } from '../paths.mjs';
import { isRoot } from '../run.mjs';

/**
 * Calls `use` with the address and a browser, and puts everything away after it.
 *
 * @param {(sample: { address: string, browser: import('playwright').Browser, newsroom: string }) => Promise<void>} use
 */
export async function withSample(use) {
	await build([], { quiet: true });
	const folder = mkdtempSync(join(tmpdir(), 'galley-picture-'));
	const newsroom = join(folder, 'Meridian');
	cpSync(inProject('content/newsroom'), newsroom, { recursive: true });
	const host = spawn(process.execPath, [
		inProject('dist/web/main.mjs'),
		...['--newsroom', newsroom, '--user-data', join(folder, 'user'), '--port', '0'],
	]);
	try {
		const address = await new Promise((resolve, reject) => {
			host.stdout.on('data', (text) => {
				const found = /http:\/\/\S+/.exec(String(text));
				if (found) resolve(found[0]);
			});
			host.on('close', () => reject(new Error('The web host did not open.')));
		});
		const browser = await chromium.launch({ executablePath: await ensureBrowser(), chromiumSandbox: !isRoot });
		await use({ address, browser, newsroom });
		await browser.close();
	} finally {
		host.kill('SIGTERM');
		// It writes until it ends.
		if (host.exitCode === null) await once(host, 'close');
		rmSync(folder, { recursive: true, force: true });
	}
}
