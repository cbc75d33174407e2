import type { Locator, Page } from 'playwright/test';
import { expect, test } from '../fixtures/app.ts';

/** As long as a slow finger presses; what was typed before is saved, checked and shown by then. */
const slowPress = 1500;

async function pressSlowly(page: Page, target: Locator): Promise<void> {
	await target.hover();
	await page.mouse.down();
	await page.waitForTimeout(slowPress);
	await page.mouse.up();
}

test('a story that is pressed in the list while the one just typed goes to its top is the one that opens', async ({
	desk,
}) => {
	const { list, page } = desk;
	await expect(list.stories.nth(2)).toBeVisible();
	const names = await list.stories.locator('[id$="-headline"]').allTextContents();
	const [before, , typed] = names as [string, string, string];
	const story = await desk.openStory(typed);
	await story.typeHeadline('!');
	await pressSlowly(page, list.story(before).first());
	await expect(story.headline).toHaveText(before);
	await expect(list.stories.first()).toContainText('!');
});

test.describe('in an empty newsroom', () => {
	test.use({ newsroom: 'empty' });

	test('a button that is pressed while a problem above it is solved does what it says', async ({ desk }) => {
		const { inspector, page } = desk;
		const story = await desk.newStory();
		const problems = inspector.region.getByRole('region', { name: 'Problems' }).getByRole('listitem');
		await expect(problems.filter({ hasText: 'headline' })).toBeVisible();
		const add = inspector.region.getByRole('button', { name: 'Add category' });
		await add.hover();
		await story.headline.focus();
		await page.keyboard.insertText('A mill is sold');
		await page.mouse.down();
		await page.waitForTimeout(slowPress);
		await page.mouse.up();
		await expect(page.getByRole('dialog', { name: 'Categories of this story' })).toBeVisible();
		await expect(problems.filter({ hasText: 'headline' })).toBeHidden();
	});
});
