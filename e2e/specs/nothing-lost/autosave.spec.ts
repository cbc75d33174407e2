import { readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { expect, test } from '../../fixtures/app.ts';
import { readStoryFile } from '../../fixtures/on-disk.ts';

test.setTimeout(120_000);

test.use({ newsroom: 'empty' });

test('a story is on the disk soon after the last change, and the desk says so', async ({ desk }) => {
	const story = await desk.newStory();
	await story.typeHeadline('Saved as it is typed');
	await desk.page.keyboard.press('Enter');
	await story.waitUntilSaved();
	const { path } = await readStoryFile(desk.newsroomFolder, 'Saved as it is typed');
	await desk.page.keyboard.type('Nobody pressed a button.');
	await expect(story.saveState).toHaveText('Saving…');
	await expect
		.poll(async () => (await readFile(path, 'utf8')).includes('Nobody pressed a button.'), { intervals: [100] })
		.toBe(true);
	await expect(story.saveState).toHaveText(/^Saved at \d\d:\d\d$/);
});

test('a disk that refuses is named, the text stays, and it is saved once the disk takes it', async ({ desk }) => {
	desk.setting.problems.expect(/articles/);
	const story = await desk.newStory();
	await story.typeHeadline('Against a stubborn disk');
	await desk.page.keyboard.press('Enter');
	await story.waitUntilSaved();
	const { path } = await readStoryFile(desk.newsroomFolder, 'Against a stubborn disk');
	const month = dirname(path);
	const away = desk.setting.places.path('away');
	await rename(month, away);
	await writeFile(month, 'not a folder');

	await desk.page.keyboard.type('This must not get lost.');
	await expect(story.saveState).toHaveText(/^Not saved because /);
	await expect(story.standfirst).toHaveText('This must not get lost.');

	await rm(month);
	await rename(away, month);
	await expect(story.saveState).toHaveText(/^Saved at /);
	expect(await readFile(path, 'utf8')).toContain('This must not get lost.');
	await expect(story.standfirst).toHaveText('This must not get lost.');
});
