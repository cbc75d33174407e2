import { readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from '../../fixtures/app.ts';
import type { Desk } from '../../pages/desk.ts';

test.use({ newsroom: 'empty' });
// Galley starts two or three times in each.
test.slow();

/** What the journal of the newsroom holds, as text. */
async function journalText(newsroom: string): Promise<string> {
	const folder = join(newsroom, '.galley/journal');
	const names = (await readdir(folder)).filter((name) => name.endsWith('.json') && !name.startsWith('.'));
	return (await Promise.all(names.map((name) => readFile(join(folder, name), 'utf8')))).join('\n');
}

/** The only story of the newsroom: its file, and the folder of its month. */
async function onlyStory(newsroom: string): Promise<{ file: string; month: string }> {
	const found = await readdir(join(newsroom, 'articles'), { recursive: true });
	const file = found.find((name) => name.endsWith('.json'));
	if (file === undefined) throw new Error('the newsroom has no story');
	return { file: join(newsroom, 'articles', file), month: join(newsroom, 'articles', file, '..') };
}

/** Makes a story that is saved, then takes its folder away, as a disk that fails does. */
async function writeAndLoseTheDisk(desk: Desk): Promise<{ giveBack: () => Promise<void>; file: string }> {
	const story = await desk.newStory();
	await story.typeHeadline('The harbour reopens');
	await goToBody(desk);
	await desk.page.keyboard.type('The first boats came on Monday.');
	await expect
		.poll(async () => readFile((await onlyStory(desk.newsroomFolder)).file, 'utf8'))
		.toContain('The first boats came on Monday.');
	await story.waitUntilSaved();
	const { file, month } = await onlyStory(desk.newsroomFolder);
	// Out of the newsroom, where the story would be found under its new name.
	const away = desk.setting.places.path('month-away');
	await rename(month, away);
	await writeFile(month, 'no folder');
	return {
		file,
		giveBack: async () => {
			await rm(month);
			await rename(away, month);
		},
	};
}

/** From the headline of a new story, past the standfirst. */
async function goToBody(desk: Desk): Promise<void> {
	await desk.page.keyboard.press('Enter');
	await desk.page.keyboard.press('Enter');
}

async function typeUnsaved(desk: Desk, text: string): Promise<void> {
	await desk.story.goToEnd();
	await desk.page.keyboard.type(text);
	await expect.poll(() => journalText(desk.newsroomFolder)).toContain(text.trim());
}

test('text that a crash kept from being saved comes back by itself, and can be taken out again', async ({ desk }) => {
	const { file, giveBack } = await writeAndLoseTheDisk(desk);
	await typeUnsaved(desk, ' The market follows in May.');
	await expect(desk.story.saveState).toHaveText(/^Not saved because .*Your text is kept in the journal/);
	await desk.crash();
	await giveBack();
	await desk.openAgain();

	const { recovery } = desk;
	await expect(recovery.restored).toContainText('“The harbour reopens” has back what you typed today at');
	await expect(recovery.dialog).toBeHidden();
	await expect(desk.story.blocks().last()).toHaveText(/The market follows in May\.$/);
	expect(await readFile(file, 'utf8')).toContain('The market follows in May.');
	expect(await journalText(desk.newsroomFolder)).toBe('');

	await recovery.undo();
	await expect(recovery.restored).toBeHidden();
	await expect(desk.story.blocks().last()).toHaveText(/on Monday\.$/);
	await expect.poll(() => readFile(file, 'utf8')).not.toContain('The market follows');
	await desk.story.waitUntilSaved();

	await desk.reopen();
	await expect(desk.list.stories.first()).toBeVisible();
	await expect(desk.story.blocks().last()).toHaveText(/on Monday\.$/);
	await expect(desk.recovery.dialog).toBeHidden();
	await expect(desk.recovery.restored).toBeHidden();
});

test('what is typed without a pause is in the journal when Galley is killed', { tag: '@desktop' }, async ({ desk }) => {
	// A computer that is busy with other tests makes pauses, in which the words would be saved.
	const { giveBack } = await writeAndLoseTheDisk(desk);
	await desk.story.goToEnd();
	for (let count = 1; count <= 30; count += 1) await desk.page.keyboard.type(` word${count}`, { delay: 10 });
	const typed = Date.now();
	await desk.page.keyboard.type(' and');
	// A second is the promise; such a computer may need more to type and look.
	await expect.poll(() => journalText(desk.newsroomFolder), { intervals: [20] }).toContain('word30');
	console.log(`in the journal ${Date.now() - typed} ms after it was typed`);
	await desk.crash();
	await giveBack();
	await desk.openAgain();
	await expect(desk.recovery.restored).toBeVisible();
	await expect(desk.story.blocks().last()).toContainText('on Monday. word1 word2');
	await expect(desk.story.blocks().last()).toContainText('word30');
});

test('unsaved text is merged with what was saved meanwhile, or put off, or left', async ({ desk }) => {
	const { file, giveBack } = await writeAndLoseTheDisk(desk);
	await typeUnsaved(desk, ' The market follows in May.');
	await desk.crash();
	await giveBack();
	const text = await readFile(file, 'utf8');
	await writeFile(file, text.replace('The harbour reopens', 'The harbour opens again'));
	await desk.openAgain();

	const { recovery } = desk;
	await expect(recovery.dialog).toContainText('The file was changed elsewhere meanwhile.');
	await recovery.later();
	await expect(recovery.dialog).toBeHidden();
	await desk.page.getByRole('button', { name: 'Unsaved work of one story waits' }).click();
	await recovery.merge();
	await expect(recovery.dialog).toBeHidden();
	await expect(desk.story.headline).toHaveText('The harbour opens again');
	await expect(desk.story.blocks().last()).toHaveText(/The market follows in May\.$/);
	expect(await readFile(file, 'utf8')).toMatch(/The harbour opens again[\s\S]*The market follows in May\./);
});

test('text that is older than the file never takes its place by Enter, and nothing is thrown away', async ({
	desk,
}) => {
	const { file, giveBack } = await writeAndLoseTheDisk(desk);
	await typeUnsaved(desk, ' The market follows in May.');
	await desk.crash();
	await giveBack();
	// A colleague has written on in the same place, a little later.
	const text = await readFile(file, 'utf8');
	const later = new Date(Date.now() + 60_000).toISOString();
	await writeFile(
		file,
		text.replace('on Monday.', 'on Monday. The ferries wait.').replace(/"updated": "[^"]+"/, `"updated": "${later}"`),
	);
	await desk.openAgain();
	const { recovery } = desk;
	await expect(recovery.dialog).toContainText('The file was changed elsewhere meanwhile, and is the newer.');
	await expect(recovery.dialog.getByRole('columnheader')).toHaveText([/^Yours, not saved/, /^The file/]);
	await expect(recovery.marked.first()).toHaveText('market follows in May');
	await expect(recovery.dialog).toContainText('your text goes to the story’s history, marked as discarded');
	await expect(recovery.dialog.getByRole('button', { name: 'Keep the file' })).toBeFocused();
	await desk.page.keyboard.press('Enter');
	await expect(recovery.dialog).toBeHidden();
	expect(await readFile(file, 'utf8')).not.toContain('The market follows');
	expect(await journalText(desk.newsroomFolder)).toBe('');
});

test('a story whose file is gone becomes a story again', async ({ desk }) => {
	const { giveBack, file } = await writeAndLoseTheDisk(desk);
	await typeUnsaved(desk, ' The market follows in May.');
	await desk.crash();
	await giveBack();
	await rm(file);
	await desk.openAgain();
	await expect(desk.recovery.dialog).toContainText('it becomes a story again');
	await desk.recovery.keepMine();
	await expect(desk.story.headline).toHaveText('The harbour reopens');
	await expect(desk.story.blocks().last()).toHaveText(/The market follows in May\.$/);
	expect(await readFile((await onlyStory(desk.newsroomFolder)).file, 'utf8')).toContain('The market follows in May.');
});
