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
