import { expect, test } from '../fixtures/app.ts';

test('a story that is pressed while the list changes under the pointer is the one that is added', async ({ desk }) => {
	const { inspector, page } = desk;
	await desk.openStory('Eleven bakers buy a mill');
	let answer = () => {};
	const mayAnswer = new Promise<void>((resolve) => {
		answer = resolve;
	});
	await page.route('**/api/search.articles', async (route) => {
		await mayAnswer;
		await route.continue();
	});
	const picker = await inspector.openRelatedPicker();
	const pressed = picker.getByRole('option').nth(3);
	await pressed.hover();
	const name = (await pressed.locator('.visually-hidden').first().textContent()) ?? '';
	await picker.getByRole('searchbox').fill(name);
	await page.mouse.down();
	const answered = page.waitForResponse('**/api/search.articles');
	answer();
	await (await answered).finished();
	// As long as a slow finger presses; the page has long drawn what it was answered.
	await page.waitForTimeout(500);
	await page.mouse.up();
	await expect(inspector.region.getByRole('button', { name: `Remove ${name}`, exact: true })).toBeVisible();
	await inspector.closePicker(picker);
});
