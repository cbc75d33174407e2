import { writeFile } from 'node:fs/promises';
import type { Locator } from 'playwright/test';
import { expect, test } from '../../fixtures/app.ts';
import { readStoryFile } from '../../fixtures/on-disk.ts';
import type { Desk } from '../../pages/desk.ts';

/** Waits until the list has been read anew, though it may not show it: it counts a story that another program adds at its end. */
async function whenReadAnew({ list, newsroomFolder }: Desk, like: string): Promise<void> {
	const count = Number.parseInt((await list.count.textContent()) ?? '', 10);
	const { path, story } = await readStoryFile(newsroomFolder, like);
	const id = `${story.id.slice(0, -1)}${story.id.endsWith('0') ? '1' : '0'}`;
	const dates = { ...story.dates, updated: '2001-01-01T00:00:00Z' };
	const other = { ...story, id, slug: 'put-here-by-another-program', headline: 'Put here by another program', dates };
	await writeFile(path.replace(/[^/\\]+$/, 'put-here.json'), JSON.stringify(other, null, 2));
	await expect(list.count).toHaveText(new RegExp(`^${count + 1} `));
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
	await list.story(before).first().hover();
	await page.mouse.down();
	await expect.poll(() => readStoryFile(desk.newsroomFolder, '!').catch(() => null)).not.toBeNull();
	await whenReadAnew(desk, before);
	await page.mouse.up();
	await expect(story.headline).toHaveText(before);
	await expect(list.stories.first()).toContainText('!');
});

test.describe('in an empty newsroom', () => {
	test.use({ newsroom: 'empty' });

	/** Presses something below the problems, one of which is solved by what was typed right before. */
	async function pressAsProblemIsSolved({ inspector, page, story }: Desk, target: Locator): Promise<void> {
		const problems = inspector.region.getByRole('region', { name: 'Status' }).getByRole('listitem');
		const problem = problems.filter({ hasText: 'headline' });
		await expect(problem).toBeVisible();
		await target.hover();
		await story.headline.focus();
		await page.keyboard.insertText('A mill is sold');
		await page.mouse.down();
		// The tab has its name at the moment at which the problem is solved.
		await expect(page.getByRole('tab', { name: 'A mill is sold' })).toBeVisible();
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
