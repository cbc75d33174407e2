import type { Locator, Page } from 'playwright/test';
import { expect, test } from '../fixtures/app.ts';
import type { Desk } from '../pages/desk.ts';

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

	/** Presses something below the problems, one of which is solved by what was typed right before. */
	async function pressAsProblemIsSolved({ inspector, page, story }: Desk, target: Locator): Promise<void> {
		const problems = inspector.region.getByRole('region', { name: 'Problems' }).getByRole('listitem');
		const problem = problems.filter({ hasText: 'headline' });
		await expect(problem).toBeVisible();
		await target.hover();
		await story.headline.focus();
		await page.keyboard.insertText('A mill is sold');
		await page.mouse.down();
		await page.waitForTimeout(slowPress);
		await page.mouse.up();
		await expect(problem).toBeHidden();
	}

	test('a button that is pressed while a problem above it is solved does what it says', async ({ desk }) => {
		await desk.newStory();
		await pressAsProblemIsSolved(desk, desk.inspector.region.getByRole('button', { name: 'Add category' }));
		await expect(desk.page.getByRole('dialog', { name: 'Categories of this story' })).toBeVisible();
	});

	test('a switch that is pressed while a problem above it is solved turns', async ({ desk }) => {
		const { region } = desk.inspector;
		await desk.newStory();
		await pressAsProblemIsSolved(desk, region.getByText('Trending', { exact: true }));
		await expect(region.getByRole('switch', { name: 'Trending' })).toBeChecked();
	});
});
