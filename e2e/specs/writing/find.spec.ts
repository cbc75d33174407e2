import { expect, test } from '../../fixtures/app.ts';
import { readStoryFile } from '../../fixtures/on-disk.ts';

test.use({ newsroom: 'empty' });

test('words are found and replaced in all of a story, one by one and all in one step, by keyboard', async ({
	desk,
}) => {
	const { keyboard } = desk.page;
	const story = await desk.newStory();
	await keyboard.type('The mill');
	await keyboard.press('Enter');
	await keyboard.type('A mill by the river');
	await keyboard.press('Enter');
	await keyboard.type('Millers left the Mill. The mill stands.');
	await keyboard.press('ControlOrMeta+F');
	const bar = desk.page.getByRole('search', { name: 'Find and replace' });
	const count = bar.getByRole('status');
	await expect(bar.getByRole('textbox', { name: 'Find' })).toBeFocused();
	await keyboard.type('mill');
	await expect(count).toHaveText(/^\d of 5$/);
	await bar.getByRole('button', { name: 'Whole words' }).click();
	await expect(count).toHaveText(/^\d of 4$/);
	await bar.getByRole('button', { name: 'Match case' }).click();
	await expect(count).toHaveText(/^\d of 3$/);
	await expect(count).toHaveText('1 of 3');
	await expect(story.headline.locator('.find-current')).toHaveText('mill');
	await bar.getByRole('textbox', { name: 'Find' }).focus();
	await keyboard.press('Enter');
	await expect(story.standfirst.locator('.find-current')).toHaveText('mill');
	await bar.getByRole('textbox', { name: 'Replace with' }).focus();
	await keyboard.type('weir');
	await keyboard.press('Enter');
	await expect(story.standfirst).toHaveText('A weir by the river');
	await expect(count).toHaveText('2 of 2');
	// What is gone to is selected, and the words of a selection are counted.
	await expect(desk.page.getByText(/^1 of 7 words/)).toBeVisible();
	await bar.getByRole('button', { name: 'Replace all' }).click();
	await expect(count).toHaveText('2 replaced.');
	await expect(story.headline).toHaveText('The weir');
	await expect(story.blocks()).toHaveText('Millers left the Mill. The weir stands.');
	await keyboard.press('Escape');
	await expect(bar).toBeHidden();
	await expect(story.text).toBeFocused();
	await keyboard.press('ControlOrMeta+Z');
	await expect(story.headline).toHaveText('The mill');
	await expect(story.blocks()).toHaveText('Millers left the Mill. The mill stands.');
	await expect(story.standfirst).toHaveText('A weir by the river');
	await story.waitUntilSaved();
	expect((await readStoryFile(desk.newsroomFolder, 'The mill')).story.body[0]?.html).toBe(
		'Millers left the Mill. The mill stands.',
	);
});

test('a regular expression is read as one, and one that is none is told', async ({ desk }) => {
	const { keyboard } = desk.page;
	const story = await desk.newStory();
	await keyboard.type('From 1999 to 2004');
	await keyboard.press('ControlOrMeta+F');
	const bar = desk.page.getByRole('search', { name: 'Find and replace' });
	await bar.getByRole('button', { name: 'Regular expression' }).click();
	await bar.getByRole('textbox', { name: 'Find' }).fill('(\\d\\d');
	await expect(bar.getByRole('status')).toHaveText(/^This is no regular expression: /);
	await bar.getByRole('textbox', { name: 'Find' }).fill('\\d\\d(\\d\\d)');
	await expect(bar.getByRole('status')).toHaveText(/of 2$/);
	await bar.getByRole('textbox', { name: 'Replace with' }).fill('’$1');
	await bar.getByRole('button', { name: 'Replace all' }).click();
	await expect(story.headline).toHaveText('From ’99 to ’04');
});
