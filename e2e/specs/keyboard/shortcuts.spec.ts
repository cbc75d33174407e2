import { expect, test } from '../../fixtures/app.ts';

test.use({ newsroom: 'empty' });

test('the sheet tells every key, and finds one by what it does or by the key', async ({ desk }) => {
	const { page } = desk;
	const { keyboard } = page;
	await expect(desk.navigator).toBeVisible();
	await desk.palette.goTo('new story');
	await expect(desk.story.headline).toHaveText('');
	await keyboard.type('Keys');
	await keyboard.press('ControlOrMeta+/');
	const sheet = page.getByRole('dialog', { name: 'Keyboard shortcuts' });
	const field = sheet.getByRole('textbox', { name: 'Search shortcuts' });
	await expect(field).toBeFocused();
	const row = (does: string) => sheet.locator('dl > div').filter({ has: page.locator('dt').getByText(does) });
	await expect(row('Go to anything')).toContainText('Ctrl+K');
	await expect(row('With words of the text selected')).toHaveText(/^Link.*Ctrl\+K$/);
	await keyboard.type('superscript');
	await expect(sheet.locator('dl > div')).toHaveText(['SuperscriptCtrl+.']);
	await page.keyboard.press('ControlOrMeta+a');
	await keyboard.type('ctrl+shift+8');
	await expect(sheet.locator('dl > div')).toHaveText(['Bulleted listCtrl+Shift+8']);
	await page.keyboard.press('ControlOrMeta+a');
	await keyboard.type('no such thing');
	await expect(sheet.getByRole('status')).toHaveText('No shortcut is found for “no such thing”.');
	await keyboard.press('Escape');
	await expect(sheet).toBeHidden();
	await expect(desk.story.text).toBeFocused();
	await keyboard.type(' of the desk');
	await expect(desk.story.headline).toHaveText('Keys of the desk');
});

test('Ctrl+K links selected words, and without any goes to anything', async ({ desk }) => {
	const { page, story, palette } = desk;
	const { keyboard } = page;
	await desk.newStory();
	await story.typeHeadline('One key');
	await keyboard.press('Enter');
	await keyboard.press('Enter');
	await keyboard.type('See the report');
	await palette.open();
	await keyboard.press('Escape');
	await expect(story.text).toBeFocused();
	await keyboard.press('ControlOrMeta+Shift+ArrowLeft');
	await expect(page.getByRole('toolbar', { name: 'Marks' })).toBeVisible();
	await keyboard.press('ControlOrMeta+k');
	await expect(page.getByRole('combobox', { name: 'Link address or story' })).toBeFocused();
	await expect(palette.dialog).toBeHidden();
	await keyboard.type('example.org');
	await keyboard.press('Enter');
	await expect(story.blocks().first().getByRole('link', { name: 'report' })).toBeVisible();
	// A headline has no links, so there the key goes to anything, selected words or not.
	await story.headline.click({ clickCount: 3 });
	await palette.open();
});
