import { seriousViolations } from '../../fixtures/accessibility.ts';
import { expect, test } from '../../fixtures/app.ts';
import { readStoryFile } from '../../fixtures/on-disk.ts';
import type { Desk } from '../../pages/desk.ts';

test.setTimeout(120_000);

const first = 'The quay was sold on Monday. Nobody was told.';

/** A story with a headline and a body, and nothing else. */
async function writeQuay(desk: Desk): Promise<void> {
	const story = await desk.newStory();
	await story.typeHeadline('The quay is sold');
	await desk.page.keyboard.press('Enter');
	await desk.page.keyboard.press('Enter');
	await desk.page.keyboard.type(first);
}

test('Fix opens the picker, proposes words and takes out what is too much, each with one undo', async ({ desk }) => {
	const { inspector, page, story } = desk;
	await writeQuay(desk);
	const fix = (message: string) => inspector.region.getByRole('button', { name: `Fix: ${message}` });

	// By keyboard: the picker is open at once, and typing goes on in it.
	await fix('The story is in no category').press('Enter');
	await expect(page.getByRole('searchbox', { name: 'Search categories' })).toBeFocused();
	await page.keyboard.type('crime');
	await page.keyboard.press('Enter');
	await page.keyboard.press('Escape');
	await expect(inspector.region.getByRole('button', { name: 'Remove Crime' })).toBeVisible();
	await expect(fix('The story is in no category')).toBeHidden();

	// By mouse: words are proposed, and the cursor is where they can be written anew.
	await fix('The story has no standfirst').click();
	await expect(story.standfirst).toHaveText(first);
	await expect(story.text).toBeFocused();
	await expect(page.getByText('The standfirst is taken from the first paragraph. Write it as you like.')).toBeVisible();
	expect(await seriousViolations(page)).toEqual([]);
	await page.keyboard.press('ControlOrMeta+z');
	await expect(story.standfirst).toHaveText('');

	// The message undoes it as well, and keeps what was typed meanwhile.
	await fix('The story has no standfirst').click();
	await expect(story.standfirst).toHaveText(first);
	await story.typeHeadline('The quay is gone');
	await page.getByRole('button', { name: 'Undo', exact: true }).last().click();
	await expect(story.standfirst).toHaveText('');
	await expect(story.headline).toHaveText('The quay is gone');
	await story.waitUntilSaved();
	expect((await readStoryFile(desk.newsroomFolder, 'The quay is gone')).story).toMatchObject({
		standfirst: '',
		categories: ['crime'],
	});
});

test('the Publish sheet fixes as the details do, and stays where nothing has to be chosen', async ({ desk }) => {
	const { page, publishing, story } = desk;
	await writeQuay(desk);
	await publishing.button.click();
	await publishing.first.getByRole('button', { name: 'Fix: The story has no standfirst' }).click();
	await expect(publishing.first.getByText('The story has no standfirst')).toBeHidden();
	await expect(publishing.first).toBeVisible();
	await expect(story.standfirst).toHaveText(first);
	await publishing.first.getByRole('button', { name: 'Fix: The story is in no category' }).click();
	await expect(publishing.first).toBeHidden();
	await expect(page.getByRole('searchbox', { name: 'Search categories' })).toBeFocused();
});

test('what a new story does not have yet is told quietly, until somebody wants to publish it', async ({ desk }) => {
	const { inspector, page, publishing, list } = desk;
	await desk.newStory();
	const row = list.stories.filter({ hasText: 'Untitled story' });
	await expect(row).toBeVisible();
	await expect(row).not.toContainText('Has problems');
	const told = inspector.region.getByRole('region', { name: 'Status' }).getByRole('listitem');
	await expect(told).toContainText([/^Still to do: /, /^Still to do: /, /^Still to do: /]);
	await expect(inspector.region.getByRole('tab', { name: 'Checks' })).toHaveText('Checks');
	expect(await seriousViolations(page)).toEqual([]);

	// What was written wrongly is told at once.
	await desk.story.typeHeadline('The the quay is sold');
	await expect(told.first()).toContainText('Warning: A word stands twice');
	await expect(told.filter({ hasText: 'The story is in no category' })).toContainText('Still to do: ');

	await publishing.button.click();
	await expect(publishing.first).toContainText('The story is in no category');
	await page.keyboard.press('Escape');
	await expect(publishing.first).toBeHidden();
	await expect(told.filter({ hasText: 'The story is in no category' })).toContainText('Error: ');
});
