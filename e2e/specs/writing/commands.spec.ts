import { expect, test } from '../../fixtures/app.ts';
import { readStoryFile } from '../../fixtures/on-disk.ts';
import type { Desk } from '../../pages/desk.ts';
import type { Story } from '../../pages/story.ts';

test.use({ newsroom: 'empty' });

test('writing goes on where it was after a choice in a menu', async ({ desk }) => {
	const { keyboard } = desk.page;
	const story = await startBody(desk, 'On we go', 'First');
	await story.tool('Kind of text: Paragraph').click();
	await desk.page.getByRole('menuitem', { name: /^Subhead/ }).click();
	await keyboard.type(' and second');
	await expect(story.blocks('subhead')).toHaveText('First and second');
	await desk.chooseTheme('Dark');
	await expect(story.text).toBeFocused();
	await keyboard.type(' and third');
	await expect(story.blocks('subhead')).toHaveText('First and second and third');
	await story.tool('More blocks').click();
	await expect(desk.page.getByRole('menu')).toBeFocused();
	await keyboard.press('Escape');
	await expect(story.text).toBeFocused();
	await keyboard.type(' and last');
	await expect(story.blocks('subhead')).toHaveText('First and second and third and last');
});

test('the keys of the desk work in the text too, and change nothing in it', async ({ desk }) => {
	const { keyboard } = desk.page;
	const story = await startBody(desk, 'Keys of the desk', 'Plain');
	await keyboard.press('ControlOrMeta+,');
	await expect(desk.page.getByRole('dialog', { name: 'Newsroom settings' })).toBeVisible();
	await keyboard.press('Escape');
	await expect(desk.page.getByRole('dialog')).toBeHidden();
	// The focus comes back with the next frame.
	await expect(story.text).toBeFocused();
	await keyboard.type(' words');
	await story.waitUntilSaved();
	const { story: stored } = await readStoryFile(desk.newsroomFolder, 'Keys of the desk');
	expect(stored.body[0]?.html).toBe('Plain words');
});

test('a key of the text does nothing where its command cannot be run', async ({ desk }) => {
	const { keyboard } = desk.page;
	const story = await desk.newStory();
	await story.typeHeadline('Never bold');
	await keyboard.press('ControlOrMeta+b');
	await keyboard.press('ControlOrMeta+Alt+2');
	await keyboard.type(' at all');
	await expect(story.headline).toHaveText('Never bold at all');
	await expect(story.headline.locator('b, strong')).toHaveCount(0);
	await story.tool('Kind of text: Headline').click();
	await expect(desk.page.getByRole('menuitem', { name: /^Subhead/ })).toBeDisabled();
	await expect(desk.page.getByRole('menu')).toContainText('Only a paragraph or a subhead of the body can become this.');
	// What was opened by keyboard closes to its button, as everywhere.
	await keyboard.press('Escape');
	await expect(desk.page.getByRole('menu')).toBeHidden();
	await story.tool('Kind of text: Headline').focus();
	await keyboard.press('Enter');
	await expect(desk.page.getByRole('menu')).toBeVisible();
	await keyboard.press('Escape');
	await expect(story.tool('Kind of text: Headline')).toBeFocused();
});

test('a text with Caps Lock on, or with Cyrillic keys, has the same shortcuts', async ({ desk }) => {
	const { page } = desk;
	const story = await startBody(desk, 'Other keyboards', 'Word');
	const press = (key: string, code: string, keyCode: number) =>
		page.evaluate(
			(keys) => {
				const event = new KeyboardEvent('keydown', { ...keys, ctrlKey: true, bubbles: true, cancelable: true });
				document.activeElement?.dispatchEvent(event);
			},
			{ key, code, keyCode },
		);
	await press('B', 'KeyB', 66);
	await page.keyboard.type(' bold');
	await expect(story.blocks().first().locator('strong')).toHaveText(' bold');
	await press('я', 'KeyZ', 90);
	await expect(story.blocks().locator('strong')).toHaveCount(0);
});

/** Begins a story and its body, and stays in it. */
async function startBody(desk: Desk, headline: string, words: string): Promise<Story> {
	const story = await desk.newStory();
	await story.typeHeadline(headline);
	await desk.page.keyboard.press('Enter');
	await desk.page.keyboard.press('Enter');
	await desk.page.keyboard.type(words);
	return story;
}
