import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from '../fixtures/app.ts';

test('language, dates and time zone of the newsroom are chosen by name, or typed as they are kept', async ({
	desk,
}) => {
	const { page } = desk;
	// Keys count from when the desk is there.
	await expect(desk.navigator).toBeVisible();
	await page.keyboard.press('ControlOrMeta+,');
	const dialog = page.getByRole('dialog', { name: 'Newsroom settings' });
	await dialog.getByRole('combobox', { name: 'Time zone' }).click();
	await page.keyboard.type('new york');
	await page.getByRole('option', { name: 'New York (Eastern Time)' }).click();
	await expect(dialog.getByRole('combobox', { name: 'Time zone' })).toBeFocused();
	await dialog.getByRole('combobox', { name: 'Language of new stories' }).fill('French (fr)');
	await page.keyboard.press('Tab');
	await dialog.getByRole('combobox', { name: 'Dates are written for' }).fill('gsw-CH');
	await page.keyboard.press('Tab');
	await dialog.getByRole('button', { name: 'Save settings' }).click();
	await expect(dialog).toBeHidden();
	const kept = JSON.parse(await readFile(join(desk.newsroomFolder, 'newsroom.json'), 'utf8'));
	expect(kept).toMatchObject({ timeZone: 'America/New_York', language: 'fr', locale: 'gsw-CH' });
});
