import { seriousViolations } from '../fixtures/accessibility.ts';
import { expect, test } from '../fixtures/app.ts';

test.setTimeout(120_000);

const headline = 'The harbour that moved its front door uphill';

for (const theme of ['Light', 'Dark']) {
	test(`what publishing asks and the settings have no serious accessibility problem, ${theme.toLowerCase()}`, async ({
		desk,
	}) => {
		const { page, publishing } = desk;
		await desk.chooseTheme(theme);
		await page.getByRole('button', { name: 'Newsroom settings' }).click();
		const settings = page.getByRole('dialog', { name: 'Newsroom settings' });
		for (const name of ['Checks', 'Categories', 'Tags', 'Targets', 'People', 'You']) {
			await settings.getByRole('tab', { name }).click();
			if (name === 'Targets') await settings.getByRole('button', { name: 'New target' }).click();
			expect.soft(await seriousViolations(page), `the settings, ${name}`).toEqual([]);
		}
		await settings.getByRole('button', { name: 'Cancel' }).click();
		await desk.openStory(headline);
		await desk.story.typeHeadline('The harbour that moved its front door downhill');
		await publishing.compare();
		await publishing.tellReaders('A correction');
		expect.soft(await seriousViolations(page), 'the changes and a correction').toEqual([]);
		await publishing.dialog.getByRole('button', { name: 'Cancel' }).click();
		await page.getByRole('button', { name: 'Status: Published' }).click();
		await page.getByRole('menu').locator('[role^=menuitem]').filter({ hasText: 'Withdrawn' }).click();
		await expect(page.getByRole('dialog', { name: 'Withdraw this story' })).toContainText('Stories that link to it');
		expect.soft(await seriousViolations(page), 'a withdrawal').toEqual([]);
	});
}
