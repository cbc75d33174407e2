import { seriousViolations } from '../../fixtures/accessibility.ts';
import { expect, test } from '../../fixtures/app.ts';

test('a block is turned into another, copied, moved and removed by keyboard', async ({ desk }) => {
	const { page } = desk;
	const { keyboard } = page;
	const story = await desk.newStory();
	await story.typeHeadline('Blocks in order');
	await keyboard.press('Enter');
	await keyboard.press('Enter');
	await keyboard.type('First words');
	await keyboard.press('Enter');
	await keyboard.type('We saw it coming');
	const texts = (...words: string[]) => expect(story.blocks()).toHaveText(words);
	const menu = page.getByRole('menu', { name: 'Menu of the block' });
	await keyboard.press('ControlOrMeta+Alt+b');
	await expect(menu.getByRole('menuitem', { name: 'Subhead' })).toBeFocused();
	expect(await seriousViolations(page)).toEqual([]);
	await keyboard.press('Escape');
	await expect(story.text).toBeFocused();
	await keyboard.press('ControlOrMeta+Alt+b');
	await menu.getByRole('menuitem', { name: 'Quote', exact: true }).press('Enter');
	await expect(story.blocks('quote')).toHaveText('We saw it coming');
	await expect(story.text).toBeFocused();
	await keyboard.press('Alt+ArrowUp');
	await texts('We saw it coming', 'First words');
	await keyboard.press('ControlOrMeta+d');
	await texts('We saw it coming', 'We saw it coming', 'First words');
	await keyboard.press('ControlOrMeta+Alt+b');
	await menu.getByRole('menuitem', { name: 'Remove the block' }).press('Enter');
	await texts('We saw it coming', 'First words');
	await keyboard.press('ControlOrMeta+z');
	await texts('We saw it coming', 'We saw it coming', 'First words');
});

test('the grip beside a block opens its menu, and a gallery becomes single pictures', async ({ desk }) => {
	const { page } = desk;
	const story = await desk.openStory('The harbour that moved its front door uphill');
	await story.blocks('gallery').scrollIntoViewIfNeeded();
	await story.blocks('gallery').hover();
	await story.region.getByRole('button', { name: 'Move this block, or open its menu' }).click();
	await page.getByRole('menuitem', { name: 'Single pictures' }).click();
	await expect(story.blocks('image')).toHaveCount(3);
	await expect(story.blocks('paragraph').filter({ hasText: 'as the council’s leaflet draws them' })).toHaveCount(1);
	await expect(story.text).toBeFocused();
	await page.keyboard.press('ControlOrMeta+z');
	await expect(story.blocks('gallery')).toHaveCount(1);
});
