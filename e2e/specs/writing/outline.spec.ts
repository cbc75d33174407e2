import { expect, test } from '../../fixtures/app.ts';
import { readStoryFile } from '../../fixtures/on-disk.ts';

const headline = 'The sleeper that pays its way, just';

test('the outline leads to each part, and the target says how much is left', async ({ desk }) => {
	const { page, story } = desk;
	await desk.openStory(headline);
	await story.goToEnd();
	const outline = page.getByRole('dialog', { name: 'Outline and length' });
	await page.keyboard.press('ControlOrMeta+Alt+o');
	await expect(outline).toBeVisible();
	await expect(outline.getByRole('button').first()).toContainText(headline);
	const target = outline.getByRole('textbox', { name: 'Target length, words' });
	await target.fill('none');
	await expect(outline).toContainText('Type a number from 1 to 100,000, or nothing.');
	await target.fill('5000');
	await expect(outline).toContainText('words to go');
	await page.keyboard.press('Escape');
	await expect(outline).toBeHidden();
	await expect(story.text).toBeFocused();
	await expect(page.getByRole('button', { name: /^Outline and length/ })).toContainText('of 5,000 words');
	await story.waitUntilSaved();
	expect((await readStoryFile(desk.newsroomFolder, headline)).story).toMatchObject({ targetWords: 5000 });

	await page.getByRole('button', { name: /^Outline and length/ }).click();
	await outline.getByRole('button', { name: /^Borrow everything/ }).click();
	await expect(story.text).toBeFocused();
	await page.keyboard.type('We ');
	await expect(story.blocks('subhead').first()).toHaveText(/^We Borrow everything/);
});
