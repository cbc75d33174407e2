// Draws the icon's PNG files from its SVG; run it after a change of `electron/desktop/icons/icon.svg`.
import { readFileSync, writeFileSync } from 'node:fs';
import { chromium } from 'playwright';
import { ensureBrowser } from '../ensure/ensure-browser.mjs';
import { inProject } from '../paths.mjs';
import { isRoot, main } from '../run.mjs';

const sizes = [16, 24, 32, 48, 64, 128, 256, 512, 1024];
const folder = inProject('electron/desktop/icons');

main(async () => {
	const browser = await chromium.launch({ executablePath: await ensureBrowser(), chromiumSandbox: !isRoot });
	const source = readFileSync(`${folder}/icon.svg`).toString('base64');
	for (const size of sizes) {
		const page = await browser.newPage({ viewport: { width: size, height: size } });
		await page.setContent(
			`<style>html{background:transparent}body{margin:0}img{display:block;width:${size}px;height:${size}px}</style>
			<img src="data:image/svg+xml;base64,${source}">`,
		);
		await page.locator('img').evaluate((image) => image.decode());
		writeFileSync(`${folder}/${size}x${size}.png`, await page.screenshot({ omitBackground: true }));
		await page.close();
	}
	await browser.close();
});
