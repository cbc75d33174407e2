import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { seriousViolations } from '../../fixtures/accessibility.ts';
import { expect, test } from '../../fixtures/app.ts';
import { readStoryFiles } from '../../fixtures/on-disk.ts';
import type { Desk } from '../../pages/desk.ts';

test.use({ newsroom: 'empty' });

/** A story in English whose paragraph says this. */
async function storyThatSays(desk: Desk, words: string) {
	const { keyboard } = desk.page;
	const story = await desk.newStory();
	await keyboard.type('The mill');
	await keyboard.press('Enter');
	await keyboard.press('Enter');
	await keyboard.type(words);
	return story;
}

test('a misspelt word is underlined once it is written, and set right with the mouse', { tag: '@desktop' }, async ({
	desk,
}) => {
	const story = await storyThatSays(desk, 'They recieve letters');
	await expect(story.misspelt).toHaveText(['recieve']);
	await story.misspelt.click({ button: 'right' });
	const menu = desk.page.getByRole('menu', { name: 'Suggestions for “recieve”' });
	await expect(menu).toBeVisible();
	await menu.getByRole('menuitem', { name: 'receive', exact: true }).click();
	await expect(story.blocks()).toHaveText('They receive letters');
	await expect(story.misspelt).toHaveCount(0);
	await desk.page.keyboard.type('!');
	await expect(story.blocks()).toHaveText('They receive! letters');
	await desk.page.keyboard.press('ControlOrMeta+Z');
	await desk.page.keyboard.press('ControlOrMeta+Z');
	await expect(story.blocks()).toHaveText('They recieve letters');
	await expect(story.misspelt).toHaveText(['recieve']);
});

test('F7 goes from one underlined word to the next, and the keyboard does the rest', async ({ desk }) => {
	const { keyboard } = desk.page;
	const story = await storyThatSays(desk, 'Rosenlunda is where teh mill stands. Rosenlunda is small.');
	await expect(story.misspelt).toHaveText(['Rosenlunda', 'teh', 'Rosenlunda']);
	await keyboard.press('F7');
	const menu = desk.page.getByRole('menu');
	await expect(menu).toHaveAccessibleName('Suggestions for “Rosenlunda”');
	await expect(menu.getByRole('menuitem', { name: 'Add to the newsroom’s word list' })).toBeVisible();
	expect(await seriousViolations(desk.page)).toEqual([]);
	await keyboard.press('End');
	await keyboard.press('ArrowUp');
	await keyboard.press('Enter');
	await expect(story.misspelt).toHaveText(['teh']);
	await expect.poll(() => readFile(join(desk.newsroomFolder, 'words.txt'), 'utf8')).toMatch(/^Rosenlunda$/m);
	await keyboard.press('F7');
	await expect(menu.getByRole('menuitem', { name: 'the', exact: true })).toBeFocused();
	await keyboard.press('Enter');
	await expect(story.blocks()).toHaveText('Rosenlunda is where the mill stands. Rosenlunda is small.');
	await keyboard.press('F7');
	await expect(desk.page.getByText('Nothing is underlined in this story.')).toBeVisible();
});

test('a word that is ignored stays so in its story, and in no other', async ({ desk }) => {
	const { keyboard } = desk.page;
	const story = await storyThatSays(desk, 'Teh mill');
	await expect(story.misspelt).toHaveText(['Teh']);
	await keyboard.press('Home');
	await keyboard.press('Alt+Enter');
	await expect(desk.page.getByRole('menu', { name: 'Suggestions for “Teh”' })).toBeVisible();
	await keyboard.press('End');
	await keyboard.press('Enter');
	await expect(story.misspelt).toHaveCount(0);
	const ignored = async () => (await readStoryFiles(desk.newsroomFolder)).map(({ story: file }) => file.ignoredWords);
	await expect.poll(ignored).toEqual([['Teh']]);
	const other = await storyThatSays(desk, 'Teh house');
	await expect(other.misspelt).toHaveText(['Teh']);
});

test('the newsroom’s words may be edited by other programs, and names of the story’s language count', async ({
	desk,
}) => {
	const story = await storyThatSays(desk, 'Jabaliya and Rosenlunda’s mill');
	await expect(story.misspelt).toHaveText(['Jabaliya', 'Rosenlunda’s']);
	await writeFile(join(desk.newsroomFolder, 'words.txt'), '# Places\nJabaliya\nRosenlunda\n');
	await expect(story.misspelt).toHaveCount(0);
	await desk.inspector.unfold('Address and language');
	await desk.inspector.region.getByRole('combobox', { name: 'Language' }).fill('fr');
	await desk.page.keyboard.press('Tab');
	await expect(story.misspelt).toHaveText(['The', 'mill', 'and', 'Rosenlunda’s', 'mill']);
	await desk.inspector.region.getByRole('combobox', { name: 'Language' }).fill('de');
	await desk.page.keyboard.press('Tab');
	await expect(story.misspelt).toHaveCount(0);
	await expect(desk.page.getByText('No spelling dictionary')).toBeVisible();
	await story.blocks().first().click();
	await desk.page.keyboard.press('ControlOrMeta+K');
	await desk.page.keyboard.type('next underlined');
	await expect(desk.page.getByText('There is no spelling dictionary for German.')).toBeVisible();
});

test('spelling can be switched off', async ({ desk }) => {
	const story = await storyThatSays(desk, 'Teh mill');
	await expect(story.misspelt).toHaveText(['Teh']);
	await desk.page.keyboard.press('ControlOrMeta+,');
	const settings = desk.page.getByRole('dialog', { name: 'Newsroom settings' });
	await settings.getByRole('tab', { name: 'You' }).click();
	await settings.getByText('Underline misspelt words').click();
	await settings.getByRole('button', { name: 'Save settings' }).click();
	await expect(story.misspelt).toHaveCount(0);
});

test('captions are looked through too, and set right in place', async ({ desk }) => {
	const { keyboard } = desk.page;
	const story = await storyThatSays(desk, 'Numbers');
	await story.tool('Table').click();
	const caption = story.region.getByRole('textbox', { name: 'Caption' });
	await caption.fill('Teh numbers, by region');
	await expect(story.misspelt).toHaveText(['Teh']);
	await caption.press('Home');
	await keyboard.press('Alt+Enter');
	await expect(desk.page.getByRole('menuitem', { name: 'The', exact: true })).toBeFocused();
	await keyboard.press('Enter');
	await expect(caption).toHaveValue('The numbers, by region');
	await expect(caption).toBeFocused();
	await expect(story.misspelt).toHaveCount(0);
	await caption.fill('The numbers, by regoin');
	await caption.blur();
	await expect(story.misspelt).toHaveText(['regoin']);
	const box = await story.misspelt.boundingBox();
	if (box === null) throw new Error('The word is not on the screen.');
	await desk.page.mouse.click(box.x + box.width / 2, box.y + box.height / 2, { button: 'right' });
	await desk.page.getByRole('menuitem', { name: 'region', exact: true }).click();
	await expect(caption).toHaveValue('The numbers, by region');
	await keyboard.press('ControlOrMeta+Z');
	await expect(caption).toHaveValue('The numbers, by regoin');
});
