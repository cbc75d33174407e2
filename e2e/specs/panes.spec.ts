import type { Locator } from '@playwright/test';
import { expect, test } from '../fixtures/app.ts';

const width = async (place: Locator) => Math.round((await place.boundingBox())?.width ?? 0);

test('panes are made wider by mouse and keys, fold away, and are so the next day', async ({ desk }) => {
	const { page, list, navigator } = desk;
	const divider = page.getByRole('separator', { name: 'Width of the list of stories' });
	await desk.openStory('Eleven bakers buy a mill');
	const usual = await width(list.region);
	const place = await divider.boundingBox();
	if (place === null) throw new Error('the divider is shown');
	await page.mouse.move(place.x + place.width / 2, 300);
	await page.mouse.down();
	await page.mouse.move(place.x + place.width / 2 + 100, 300, { steps: 4 });
	await page.mouse.up();
	await expect.poll(() => width(list.region)).toBe(usual + 100);
	await divider.focus();
	await page.keyboard.press('ArrowLeft');
	await expect.poll(() => width(list.region)).toBe(usual + 84);
	await expect(divider).toHaveAttribute('aria-valuenow', String(usual + 84));

	await desk.palette.goTo('fold or show the navigator');
	await expect(navigator).toBeHidden();
	await desk.reopen();
	await expect(desk.list.stories.first()).toBeVisible();
	await expect(desk.navigator).toBeHidden();
	expect(await width(desk.list.region)).toBe(usual + 84);
	await desk.page.getByRole('button', { name: 'Show the navigator' }).click();
	await expect(desk.navigator).toBeVisible();
	await desk.page.getByRole('separator', { name: 'Width of the list of stories' }).dblclick();
	await expect.poll(() => width(desk.list.region)).toBe(usual);

	const line = desk.page.getByRole('separator', { name: 'Width of the navigator' });
	const from = await line.boundingBox();
	await desk.page.mouse.move((from?.x ?? 0) + 4, 300);
	await desk.page.mouse.down();
	await desk.page.mouse.move(40, 300, { steps: 4 });
	await desk.page.mouse.up();
	await expect(desk.navigator).toBeHidden();
});

test('rows are compact, the text is larger, and focus mode leaves the story alone', async ({ desk }) => {
	const { page, list, story } = desk;
	await desk.openStory('Eleven bakers buy a mill');
	const row = list.story('Eleven bakers buy a mill');
	await list.region.getByRole('button', { name: 'Sort and rows' }).click();
	await page.getByRole('menuitem', { name: 'Compact' }).click();
	await expect.poll(async () => (await row.boundingBox())?.height).toBeLessThan(40);
	await expect(row.locator('img')).toHaveCount(0);

	const size = () =>
		story
			.blocks()
			.first()
			.evaluate((block) => Number.parseFloat(getComputedStyle(block).fontSize));
	const usual = await size();
	await desk.palette.goTo('larger text');
	await expect.poll(size).toBeGreaterThan(usual);
	await desk.palette.goTo('smaller text');
	await expect.poll(size).toBe(usual);

	await story.goToEnd();
	await page.keyboard.press('ControlOrMeta+Alt+f');
	await expect(list.region).toBeHidden();
	await expect(desk.navigator).toBeHidden();
	await expect(desk.inspector.region).toBeHidden();
	await page.keyboard.type(' Written in peace.');
	await expect(story.blocks().last()).toContainText('Written in peace.');
	await page.getByRole('button', { name: 'Leave focus mode' }).click();
	await expect(list.region).toBeVisible();
	await expect(desk.inspector.region).toBeVisible();
});
