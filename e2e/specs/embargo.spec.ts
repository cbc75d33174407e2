import { expect, test } from '../fixtures/app.ts';

test('a story under embargo until that is lifted is not published, and says why, until somebody lifts it', async ({
	desk,
}) => {
	const { page, publishing } = desk;
	await desk.openStory('A city draws a map of its noise');
	await desk.inspector.unfold('Dates');
	const lasting = page.getByRole('switch', { name: 'Embargo until lifted' });
	await lasting.press('Space');
	await page.getByRole('textbox', { name: 'Reason for the embargo' }).fill('court order');
	await desk.story.waitUntilSaved();

	await page.getByRole('button', { name: /^Status: / }).click();
	const published = page.getByRole('menuitem', { name: 'Published' });
	await expect(published).toHaveAttribute('aria-disabled', 'true');
	await expect(published).toContainText('under embargo until it is lifted (court order)');
	await page.keyboard.press('Escape');
	await publishing.button.click();
	await expect(publishing.first).toContainText('It is under embargo until it is lifted (court order)');
	const now = publishing.first.getByRole('button', { name: 'Publish now' });
	await expect(now).toHaveAttribute('aria-disabled', 'true');
	await page.keyboard.press('Escape');

	await lasting.press('Space');
	await publishing.button.click();
	await now.click();
	await expect(page.getByRole('button', { name: 'Status: Published' })).toBeVisible();
});
