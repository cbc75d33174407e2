import { expect, test } from '../fixtures/app.ts';
import { readStoryFiles } from '../fixtures/on-disk.ts';

const first = 'The thief who knew the sound of bronze';
const second = 'Eleven bakers buy a mill';
const third = 'A city draws a map of its noise';

test('a tab is lent to what is looked at, kept by what is written, and there again the next day', async ({ desk }) => {
	const tabs = () => desk.page.getByRole('tablist', { name: 'Open stories' }).getByRole('tab');
	await desk.openStory(first);
	await desk.openStory(second);
	await expect(tabs()).toHaveCount(1);
	await desk.story.goToEnd();
	await desk.page.keyboard.type(' Kept by a word.');
	await desk.story.waitUntilSaved();
	await desk.openStory(third);
	await expect(tabs()).toHaveCount(2);
	await desk.list.story(third).dblclick();
	await desk.openStory(first);
	await expect(tabs()).toHaveText([second, third, first]);

	await desk.reopen();
	await expect(tabs()).toHaveText([second, third, first]);
	await expect(desk.page.getByRole('tab', { name: first, selected: true })).toBeVisible();
	await expect(desk.story.headline).toHaveText(first);
});

test('a new story is made once by two clicks, and is gone when it is left without a word', async ({ desk }) => {
	const { page, list, story } = desk;
	await desk.openStory(first);
	const storyFiles = async () => (await readStoryFiles(desk.newsroomFolder)).length;
	const before = await storyFiles();
	await page.getByRole('button', { name: 'New story' }).first().dblclick();
	await expect(story.text).toBeFocused();
	await expect(list.count).toHaveText(`${before + 1} stories`);
	await page.getByRole('tab', { name: first }).click();
	await expect(story.headline).toHaveText(first);
	await expect(list.count).toHaveText(`${before} stories`);
	await expect.poll(storyFiles).toBe(before);

	await desk.newStory();
	await story.typeHeadline('Begun');
	await story.waitUntilSaved();
	await page.getByRole('tab', { name: first }).click();
	await expect(list.story('Begun')).toBeVisible();
	await expect(page.getByRole('tab', { name: 'Begun' })).toBeVisible();
});
