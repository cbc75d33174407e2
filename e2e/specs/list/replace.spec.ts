import { expect, test } from '../../fixtures/app.ts';
import { newsroomHashes } from '../../fixtures/folder-hashes.ts';

test('words are replaced in all stories as they were shown, and undone', async ({ desk }) => {
	const { page } = desk;
	const articles = async () =>
		Object.entries(await newsroomHashes(desk.newsroomFolder)).filter(([path]) => path.startsWith('articles/'));
	const before = await articles();
	await desk.openStory('Eleven bakers buy a mill');
	await page.keyboard.press('ControlOrMeta+K');
	await page.keyboard.type('replace in all');
	await page.keyboard.press('Enter');
	const dialog = page.getByRole('dialog', { name: 'Find and replace in stories' });
	await expect(dialog.getByRole('textbox', { name: 'Find' })).toBeFocused();
	await page.keyboard.type('bakers');
	await expect(dialog.getByRole('button', { name: 'Replace', exact: true })).toHaveAttribute('aria-disabled', 'true');
	await dialog.getByRole('textbox', { name: 'Replace with' }).fill('millers');
	await page.keyboard.press('Enter');
	await expect(dialog.getByRole('status')).toHaveText(/^Found \d+ times in one story\.$/);
	await expect(dialog.getByRole('list').first()).toContainText('Eleven bakersmillers buy a mill');
	// What was found says nothing of anything else that is typed then.
	await dialog.getByRole('textbox', { name: 'Replace with' }).fill('mill');
	await expect(dialog.getByRole('status')).toHaveText('');
	await expect(dialog.getByRole('button', { name: 'Replace', exact: true })).toHaveAttribute('aria-disabled', 'true');
	await dialog.getByRole('textbox', { name: 'Replace with' }).fill('millers');
	await dialog.getByRole('button', { name: 'Find', exact: true }).click();
	await dialog.getByRole('button', { name: 'Replace in one story' }).click();
	await expect(desk.story.headline).toHaveText('Eleven millers buy a mill');
	await page.getByRole('region', { name: 'Messages' }).getByRole('button', { name: 'Undo' }).click();
	await expect(desk.story.headline).toHaveText('Eleven bakers buy a mill');
	expect(await articles()).toEqual(before);
});
