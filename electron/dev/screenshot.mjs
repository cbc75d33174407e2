// Makes the pictures in the README: `node electron/dev/screenshot.mjs`.

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright';
import { build } from './build.mjs';
import { ensureBrowser } from './ensure/ensure-browser.mjs';
import { inProject } from './paths.mjs';
import { isRoot, main } from './run.mjs';

const headline = 'Hackers from China read US government email, Microsoft says';

main(async () => {
	await build(['web', 'renderer'], { quiet: true });
	const folder = mkdtempSync(join(tmpdir(), 'galley-picture-'));
	const newsroom = join(folder, 'Meridian');
	cpSync(inProject('content/newsroom'), newsroom, { recursive: true });
	const host = spawn(process.execPath, [inProject('dist/web/main.mjs'), '--newsroom', newsroom, '--user-data', folder]);
	try {
		const address = await new Promise((resolve, reject) => {
			host.stdout.on('data', (text) => {
				const found = /http:\/\/\S+/.exec(String(text));
				if (found) resolve(found[0]);
			});
			host.on('close', () => reject(new Error('The web host did not open.')));
		});
		const browser = await chromium.launch({ executablePath: await ensureBrowser(), chromiumSandbox: !isRoot });
		const page = await browser.newPage({ viewport: { width: 1680, height: 1000 }, locale: 'en-GB' });
		await page.goto(address);
		await page.getByRole('button', { name: 'All stories' }).click();
		await page.getByRole('option', { name: headline }).first().click();
		await page.getByRole('button', { name: 'Preview', exact: true }).click();
		const reader = page.getByRole('region', { name: 'Preview' }).frameLocator('iframe');
		await reader.getByRole('heading', { level: 1 }).waitFor();
		await page.evaluate(() => document.fonts.ready);
		// The preview's pictures are there once they have a size.
		await reader
			.locator('img')
			.first()
			.evaluate((image) => image.decode());
		mkdirSync(inProject('.github'), { recursive: true });
		await page.screenshot({ path: inProject('.github/screenshot.png') });
		await page.getByRole('button', { name: 'Preview', exact: true }).click();
		await changeStory(page);
		await page.screenshot({ path: inProject('.github/publish.png') });
		await browser.close();
	} finally {
		host.kill('SIGTERM');
		// It writes until it ends.
		if (host.exitCode === null) await once(host, 'close');
		rmSync(folder, { recursive: true, force: true });
	}
});

/** Changes the published story in front, and begins to tell its readers. */
async function changeStory(page) {
	const story = page.getByRole('region', { name: 'Story' });
	const headline = story.locator('[data-field="headline"]');
	await headline.click();
	await headline.evaluate((element) => window.getSelection()?.selectAllChildren(element));
	await page.keyboard.type('Hackers from China read British government email, Microsoft says');
	await page.getByRole('button', { name: 'Compare and publish' }).click();
	const dialog = page.getByRole('dialog');
	await dialog.getByText('since then.').waitFor();
	await dialog.getByRole('region', { name: 'Still said as before' }).waitFor();
	await dialog.getByText('A correction', { exact: true }).click();
	await dialog.getByRole('textbox', { name: 'What readers are told' }).waitFor();
}
