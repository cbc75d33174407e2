import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { seriousViolations } from '../../fixtures/accessibility.ts';
import { expect, test } from '../../fixtures/app.ts';
import type { Desk } from '../../pages/desk.ts';

test.use({ newsroom: 'empty' });

/** A story whose paragraph says this. */
async function storyThatSays(desk: Desk, words: string) {
	const { keyboard } = desk.page;
	const story = await desk.newStory();
	await keyboard.type('The mill');
	await keyboard.press('Enter');
	await keyboard.press('Enter');
	await keyboard.type(words);
	return story;
}

const rules = [
	{ avoid: 'percent', use: 'per cent', reason: 'Two words, as in Britain', weight: 'warning' },
	{ avoid: 'broken', weight: 'deadly' },
	{ avoid: '(\\d+)pm', isPattern: true, use: '$1 p.m.' },
];

async function writeRules(desk: Desk) {
	const text = JSON.stringify({ $schema: 'urn:galley:house-style:1', rules }, null, 2);
	await writeFile(join(desk.newsroomFolder, 'house-style.json'), text);
}

test('what the house style avoids is underlined in its own way, says why, and one press puts it right', async ({
	desk,
}) => {
	const { keyboard } = desk.page;
	const story = await storyThatSays(desk, 'Teh percent rose. Percent by percent, at 5pm. ');
	await writeRules(desk);
	await expect(story.offStyle).toHaveText(['percent', 'Percent', 'percent', '5pm']);
	await expect(story.misspelt).toHaveText(['Teh']);
	await story.offStyle.nth(1).click({ button: 'right' });
	const menu = desk.page.getByRole('menu', { name: 'Suggestions for “Percent”' });
	await expect(menu).toContainText('Two words, as in Britain');
	expect(await seriousViolations(desk.page)).toEqual([]);
	await menu.getByRole('menuitem', { name: 'Per cent' }).click();
	await expect(story.blocks()).toHaveText('Teh percent rose. Per cent by percent, at 5pm.');
	await keyboard.press('F7');
	await expect(desk.page.getByRole('menuitem', { name: 'per cent' })).toBeFocused();
	await keyboard.press('Enter');
	await keyboard.press('F7');
	await expect(desk.page.getByRole('menuitem', { name: '5 p.m.' })).toBeFocused();
	await keyboard.press('End');
	await keyboard.press('Enter');
	await expect(story.offStyle).toHaveText(['percent']);
	await expect(story.blocks()).toHaveText('Teh percent rose. Per cent by per cent, at 5pm.');
});

test('the rules are edited in the settings, and tried out on the newsroom’s own stories', async ({ desk }) => {
	const { keyboard } = desk.page;
	await writeRules(desk);
	const story = await storyThatSays(desk, 'They utilise the mill.');
	await story.waitUntilSaved();
	await keyboard.press('ControlOrMeta+,');
	const settings = desk.page.getByRole('dialog', { name: 'Newsroom settings' });
	await settings.getByRole('tab', { name: 'House style' }).click();
	await expect(settings.getByRole('status').filter({ hasText: 'Rule 2' })).toContainText('weight');
	await settings.getByRole('button', { name: 'New rule' }).click();
	await expect(settings.getByRole('textbox', { name: 'Avoid' })).toBeFocused();
	await keyboard.type('(utili');
	await settings.getByText('It is a regular expression').click();
	await settings.getByRole('button', { name: 'Save settings' }).click();
	await expect(settings.getByText(/This is no regular expression/)).toBeVisible();
	await settings.getByRole('textbox', { name: 'Avoid' }).fill('utili[sz]e');
	await settings.getByRole('textbox', { name: 'Use instead' }).fill('use');
	await settings.getByRole('textbox', { name: 'Why' }).fill('Shorter');
	await settings.getByRole('button', { name: 'Try it on all stories' }).click();
	await expect(settings.getByText('Found once in one story.')).toBeVisible();
	await expect(settings.getByRole('listitem').filter({ hasText: 'The mill' })).toContainText(
		'They utiliseuse the mill.',
	);
	expect(await seriousViolations(desk.page)).toEqual([]);
	await settings.getByRole('textbox', { name: 'Word list' }).fill('Rosenlunda\nJabaliya');
	await settings.getByRole('button', { name: 'Save settings' }).click();
	await expect(settings).toBeHidden();
	await expect(story.offStyle).toHaveText(['utilise']);
	const stored = JSON.parse(await readFile(join(desk.newsroomFolder, 'house-style.json'), 'utf8'));
	expect(stored.rules.map(({ avoid }: { avoid: string }) => avoid)).toEqual([
		'percent',
		'(\\d+)pm',
		'utili[sz]e',
		'broken',
	]);
	expect(await readFile(join(desk.newsroomFolder, 'words.txt'), 'utf8')).toContain('Jabaliya\nRosenlunda\n');
});

test('each kind of help while one writes can be switched off', async ({ desk }) => {
	const { keyboard } = desk.page;
	await writeRules(desk);
	const story = await storyThatSays(desk, 'Teh percent "rose" -- ');
	await expect(story.offStyle).toHaveText(['percent']);
	await expect(story.blocks()).toHaveText('Teh percent “rose” –');
	await keyboard.press('ControlOrMeta+,');
	const settings = desk.page.getByRole('dialog', { name: 'Newsroom settings' });
	await settings.getByRole('tab', { name: 'You' }).click();
	await settings.getByText('Underline what the house style avoids').click();
	await settings.getByText('Set quotes, dashes and spaces').click();
	await settings.getByRole('button', { name: 'Save settings' }).click();
	await expect(story.offStyle).toHaveCount(0);
	await expect(story.misspelt).toHaveText(['Teh']);
	await expect(story.text).toBeFocused();
	await keyboard.type('"fell"');
	await expect(story.blocks()).toHaveText('Teh percent “rose” – "fell"');
});

test('a damaged house style is told in the settings, and keeps nobody from writing', async ({ desk }) => {
	await writeFile(join(desk.newsroomFolder, 'house-style.json'), '{ "rules": [');
	const story = await storyThatSays(desk, 'Teh mill');
	await expect(story.misspelt).toHaveText(['Teh']);
	await desk.page.keyboard.press('ControlOrMeta+,');
	const settings = desk.page.getByRole('dialog', { name: 'Newsroom settings' });
	await settings.getByRole('tab', { name: 'House style' }).click();
	await expect(settings.getByText(/house-style\.json is damaged on line 1/)).toBeVisible();
});
