// Makes the pictures in the README: `node electron/dev/screenshot.mjs`.

import { mkdirSync } from 'node:fs';
import { withSample } from './gallery/open-sample.mjs';
import { inProject } from './paths.mjs';
import { main } from './run.mjs';

const headline = 'Hackers from China read US government email, Microsoft says';

main(async () => {
	await withSample(async ({ address, browser }) => {
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
	});
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
