import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from '../fixtures/app.ts';
import { makeEmptyNewsroom } from '../fixtures/newsrooms/newsroom-folder.ts';
import { hashTree, readStoryFile } from '../fixtures/on-disk.ts';

test('a newsroom that cannot be opened is refused with the reason, and nothing in it is changed', async ({ desk }) => {
	const { places } = desk.setting;
	const sheet = await makeEmptyNewsroom(places.path('damaged'));
	await writeFile(join(sheet, 'newsroom.json'), '{\n  "name": "Half a\n');
	const future = await makeEmptyNewsroom(places.path('newer'));
	const settings = await readFile(join(future, 'newsroom.json'), 'utf8');
	await writeFile(
		join(future, 'newsroom.json'),
		settings.replace('newsroom:1', 'newsroom:2').replace('"name"', '"title"'),
	);
	const [file, plain] = [places.path('letter.txt'), places.path('plain')];
	await writeFile(file, 'Dear editor');
	await mkdir(plain);
	await writeFile(join(plain, 'notes.txt'), 'Notes');

	const refused: [string, RegExp][] = [
		[places.path('nowhere'), /There is no folder at /],
		[file, /is a file, not a folder/],
		[plain, /is not a newsroom: it holds no newsroom\.json/],
		[sheet, /newsroom\.json in .* is damaged on line \d/],
		[future, /A newer Galley wrote it/],
	];
	const before = await Promise.all([sheet, future, plain].map(hashTree));
	for (const [path, reason] of refused) {
		await desk.askForNewsroom(path);
		await expect(desk.page.getByRole('dialog')).toContainText(reason);
		await desk.page.keyboard.press('Escape');
		await expect(desk.page.getByRole('dialog')).toBeHidden();
	}
	expect(await Promise.all([sheet, future, plain].map(hashTree))).toEqual(before);
	expect(await readFile(file, 'utf8')).toBe('Dear editor');
	await expect(desk.list.stories.first()).toBeVisible();
});

test.describe('at the start', () => {
	test.use({ newsroom: { path: '/nowhere/at/all' } });

	test('a newsroom asked for at the start that is not there gets a clear message', { tag: '@desktop' }, async ({
		desk,
	}) => {
		await expect(desk.page.getByRole('alert')).toHaveText(/There is no folder at /);
		await desk.page.getByRole('textbox', { name: 'Folder of the newsroom' }).fill('relative/path');
		await desk.page.getByRole('button', { name: 'Open newsroom' }).click();
		await expect(desk.page.getByText(/is not a full path/).first()).toBeVisible();
	});
});

test('a damaged and a newer story are shown for what they are and never written', async ({ desk }) => {
	const noise = await readStoryFile(desk.newsroomFolder, 'A city draws a map of its noise');
	const bakers = await readStoryFile(desk.newsroomFolder, 'Eleven bakers buy a mill');
	await writeFile(noise.path, noise.text.slice(0, 400));
	await writeFile(bakers.path, bakers.text.replace('article:1', 'article:2'));
	const before = await hashTree(desk.newsroomFolder);
	await desk.reopen();
	await desk.list.region.getByRole('button', { name: /damaged/ }).click();
	await expect(desk.page.getByRole('list', { name: 'Damaged files' })).toContainText(/line \d/i);
	await desk.navigator.getByRole('button', { name: /^All stories/ }).click();
	const story = await desk.openStory('Eleven bakers buy a mill');
	await expect(story.saveState).toHaveText('For reading only');
	await expect(desk.page.getByText(/A newer Galley wrote this story/)).toBeVisible();
	await story.headline.click();
	await desk.page.keyboard.type('Never');
	await desk.page.keyboard.press('ControlOrMeta+s');
	await expect(story.headline).toHaveText('Eleven bakers buy a mill');
	await desk.close();
	expect(await hashTree(desk.newsroomFolder)).toEqual(before);
});
