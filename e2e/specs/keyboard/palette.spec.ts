import { seriousViolations } from '../../fixtures/accessibility.ts';
import { expect, test } from '../../fixtures/app.ts';

test('an editor goes from story to story, to a category and to a person by name', async ({ desk }) => {
	const { keyboard } = desk.page;
	const { palette, story, list } = desk;
	await expect(list.stories.first()).toBeVisible();
	await palette.goTo('thief bronze');
	await expect(story.headline).toHaveText('The thief who knew the sound of bronze');
	await expect(story.text).toBeFocused();

	await palette.open();
	await keyboard.type('wor');
	await expect(palette.group('Categories').getByRole('option', { name: 'World' })).toBeVisible();
	await expect(palette.group('Categories').locator('mark').first()).toHaveText('Wor');
	await keyboard.press('Escape');
	await expect(palette.dialog).toBeHidden();
	await expect(story.text).toBeFocused();

	await palette.goTo('technology');
	await expect(list.region.getByRole('heading', { name: 'Technology' })).toBeVisible();
	await expect(list.region.getByRole('listbox')).toBeFocused();
	await palette.goTo('joanna wick');
	await expect(list.region.getByText('By Joanna Wick')).toBeVisible();
	await expect(list.region.getByRole('listbox')).toBeFocused();

	// What was used lately is offered first.
	await palette.open();
	await expect(palette.group('Used lately').getByRole('option')).toHaveText([
		/Joanna Wick/,
		/Technology/,
		/The thief who knew the sound of bronze/,
	]);
	await keyboard.press('ArrowDown');
	await keyboard.press('ArrowDown');
	await keyboard.press('Enter');
	await expect(story.text).toBeFocused();
});

test('a command runs from its name as from its key, and says why it cannot', async ({ desk }) => {
	const { keyboard } = desk.page;
	const { palette, story } = desk;
	await expect(desk.list.stories.first()).toBeVisible();
	await palette.open();
	await keyboard.type('pull quote');
	await expect(palette.chosen).toContainText('No story is open.');
	await keyboard.press('Enter');
	await expect(palette.dialog.getByRole('status')).toHaveText('Pull quote: No story is open.');
	await expect(palette.field).toBeFocused();
	await keyboard.press('Escape');

	await palette.goTo('new story');
	await expect(story.headline).toHaveText('');
	await keyboard.type('By name');
	await keyboard.press('Enter');
	await keyboard.press('Enter');
	await keyboard.type('First words');
	await palette.goTo('pull quote');
	await keyboard.type('Said aloud');
	await expect(story.blocks('pullquote')).toContainText('Said aloud');
	await palette.open();
	await keyboard.type('settings');
	await expect(palette.chosen).toContainText('Ctrl+,');
	await keyboard.press('Enter');
	await expect(desk.page.getByRole('dialog', { name: 'Newsroom settings' })).toBeVisible();
	await keyboard.press('Escape');
	await expect(desk.page.getByRole('dialog')).toBeHidden();
	await expect(story.text).toBeFocused();
	await keyboard.type(' again');
	await expect(story.blocks('pullquote')).toContainText('Said aloud again');
});

test('the keys of the list go through it and around its ends', async ({ desk }) => {
	const { keyboard } = desk.page;
	const { palette } = desk;
	await expect(desk.list.stories.first()).toBeVisible();
	await palette.open();
	await keyboard.type('new');
	await expect(palette.group('Stories')).toBeVisible();
	await expect(palette.dialog.getByRole('listbox')).toHaveAttribute('aria-busy', 'false');
	const names = await palette.options.allTextContents();
	expect(names.length).toBeGreaterThan(3);
	await expect(palette.chosen).toHaveText(names[0] ?? '');
	await keyboard.press('ArrowUp');
	await expect(palette.chosen).toHaveText(names.at(-1) ?? '');
	await keyboard.press('ArrowDown');
	await expect(palette.chosen).toHaveText(names[0] ?? '');
	await keyboard.press('End');
	await expect(palette.chosen).toHaveText(names.at(-1) ?? '');
	await keyboard.press('Home');
	await keyboard.press('ArrowDown');
	await expect(palette.chosen).toHaveText(names[1] ?? '');
	await expect(palette.field).toHaveAttribute('aria-activedescendant', (await palette.chosen.getAttribute('id')) ?? '');
	await expect(palette.field).toBeFocused();
	await keyboard.type('zzzz');
	await expect(palette.dialog.getByRole('status')).toHaveText('Nothing is called “newzzzz”.');
	await keyboard.press('Enter');
	await expect(palette.dialog).toBeVisible();
});

for (const theme of ['Light', 'Dark']) {
	test(`the palette and the sheet of shortcuts have no serious accessibility problem, ${theme.toLowerCase()}`, async ({
		desk,
	}) => {
		const { page, palette } = desk;
		await desk.chooseTheme(theme);
		await palette.open();
		await expect(palette.group('Latest stories')).toBeVisible();
		expect.soft(await seriousViolations(page), 'the palette').toEqual([]);
		await page.keyboard.type('the bo');
		await expect(palette.group('Stories').locator('mark').first()).toBeVisible();
		expect.soft(await seriousViolations(page), 'what the palette found').toEqual([]);
		await page.keyboard.press('Escape');
		await page.keyboard.press('ControlOrMeta+/');
		await expect(page.getByRole('dialog', { name: 'Keyboard shortcuts' })).toBeVisible();
		expect.soft(await seriousViolations(page), 'the sheet').toEqual([]);
	});
}
