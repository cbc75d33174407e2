import { expect, test } from '../../fixtures/app.ts';
import { readStoryFile } from '../../fixtures/on-disk.ts';

test.use({ newsroom: 'empty' });

test('quotes, dashes and dots are set as they are typed, and Backspace takes one back', async ({ desk }) => {
	const { keyboard } = desk.page;
	const story = await desk.newStory();
	await keyboard.type('The "old" mill');
	await expect(story.headline).toHaveText('The “old” mill');
	await keyboard.press('Enter');
	await keyboard.press('Enter');
	await keyboard.type('"It\'s late," she said -- and left...');
	await expect(story.blocks()).toHaveText('“It’s late,” she said – and left…');
	await keyboard.press('Backspace');
	await expect(story.blocks()).toHaveText('“It’s late,” she said – and left...');
	await keyboard.press('Enter');
	await keyboard.press('ControlOrMeta+E');
	await keyboard.type(`print("it's")`);
	await expect(story.blocks().nth(1)).toHaveText(`print("it's")`);
});

test('a whole story gets the typography of its language in one step', async ({ desk }) => {
	const { keyboard } = desk.page;
	const story = await desk.newStory();
	await keyboard.type('Le moulin');
	await keyboard.press('Enter');
	await keyboard.press('Enter');
	await keyboard.type('"Oui", dit-il : l\'eau monte !');
	await story.waitUntilSaved();
	await desk.inspector.unfold('Address and language');
	await desk.inspector.region.getByRole('combobox', { name: 'Language' }).fill('fr');
	await keyboard.press('Tab');
	await keyboard.press('ControlOrMeta+K');
	await keyboard.type('tidy');
	await keyboard.press('Enter');
	const tidy = '«\u202fOui\u202f», dit-il\u00a0: l’eau monte\u202f!';
	// The page folds spaces; the file does not.
	await story.waitUntilSaved();
	const html = async () => (await readStoryFile(desk.newsroomFolder, 'Le moulin')).story.body[0]?.html;
	await expect.poll(html).toBe(tidy);
	await story.blocks().first().click();
	await keyboard.press('ControlOrMeta+Z');
	await expect.poll(html).toBe('“Oui”, dit-il : l’eau monte !');
	await keyboard.press('End');
	await keyboard.type(' "Non"');
	await expect.poll(html).toBe('“Oui”, dit-il : l’eau monte ! «\u202fNon\u202f»');
});
