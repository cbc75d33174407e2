import { cp, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from '../../fixtures/app.ts';
import { writeHarbourStory } from '../../fixtures/newsrooms/harbour-story.ts';
import { readStoryFile } from '../../fixtures/on-disk.ts';
import type { Desk } from '../../pages/desk.ts';

/* The desktop host has one window. */
test.use({ newsroom: 'empty' });
test.slow();

const headline = 'Harbour wall holds';

/** Copies the open newsroom as a person does in a file manager; the stories of both have the same ids. */
async function copyNewsroom(desk: Desk, name: string): Promise<string> {
	const folder = desk.setting.places.path(name);
	await cp(desk.newsroomFolder, folder, { recursive: true, filter: (path) => !path.includes('.galley') });
	const settings = join(folder, 'newsroom.json');
	await writeFile(settings, (await readFile(settings, 'utf8')).replace('The Test Ledger', name));
	return folder;
}

const lastWords = async (newsroom: string) => (await readStoryFile(newsroom, headline)).story.body.at(-1)?.html ?? '';

async function journalFiles(newsroom: string): Promise<string[]> {
	const files = await readdir(join(newsroom, '.galley'), { recursive: true });
	return files.filter((file) => file.startsWith('journal') && file.endsWith('.json'));
}

/** Runs in the page: keeps what a block showed last, also when it is gone. */
function noteWhatIsSeen(block: Element): void {
	const note = () => Object.assign(window, { seenLast: block.textContent });
	note();
	new MutationObserver(note).observe(block, { subtree: true, characterData: true, childList: true });
}

test('words typed while another window opens a copy of the newsroom are all in the first, and none in the copy', async ({
	desk,
}) => {
	await writeHarbourStory(desk, '');
	const copy = await copyNewsroom(desk, 'The Copy');
	const other = await desk.openTab();
	await other.navigator.getByRole('button', { name: /newsroom menu$/ }).click();
	await other.page.getByRole('menuitem', { name: 'Open a newsroom…' }).click();
	const dialog = other.page.getByRole('dialog');
	await dialog.getByRole('textbox', { name: 'Folder of the newsroom' }).fill(copy);
	await desk.page.bringToFront();
	await desk.story.goToEnd();
	await desk.story.blocks().last().evaluate(noteWhatIsSeen);
	// Typing goes on until the first window shows the copy, so that there is always a word that is neither saved nor noted.
	const typing = desk.page.keyboard.type('0123456789'.repeat(30), { delay: 20 });
	// By a script, as a press would take the focus from the first window, which saves then.
	await dialog.getByRole('button', { name: 'Open newsroom' }).evaluate((button: HTMLButtonElement) => button.click());
	await expect(other.navigator).toContainText('The Copy');
	// The first window could save all that it had, so it goes along.
	await expect(desk.navigator).toContainText('The Copy');
	await typing;
	const seen = await desk.page.evaluate(() => String(Reflect.get(window, 'seenLast')));
	expect(seen.length).toBeGreaterThan('The ferry sailed on time.'.length);
	expect(await lastWords(desk.newsroomFolder)).toBe(seen);
	expect(await lastWords(copy)).toBe('The ferry sailed on time.');
	expect([...(await journalFiles(desk.newsroomFolder)), ...(await journalFiles(copy))]).toEqual([]);
	await other.close();
});

test('a window whose words cannot be saved before another newsroom is opened keeps them, says so, and brings its own back', async ({
	desk,
	problems,
}) => {
	problems.expect(/net::ERR_FAILED/);
	await writeHarbourStory(desk, '');
	const [copy, third] = [await copyNewsroom(desk, 'The Copy'), await copyNewsroom(desk, 'The Third')];
	const other = await desk.openTab();
	await expect(other.navigator).toBeVisible();
	const requests = /\/api\/(?:articles\.save|journal\.write)$/;
	await desk.page.route(requests, (route) => route.abort());
	await desk.page.bringToFront();
	await desk.story.goToEnd();
	await desk.page.keyboard.type(' Divers looked at it twice.');
	await other.page.bringToFront();
	await other.askForNewsroom(copy);
	await expect(other.navigator).toContainText('The Copy');
	const notice = desk.page.getByRole('alert').filter({ hasText: 'opened elsewhere' });
	await expect(notice).toContainText(
		'“The Copy” was opened elsewhere, so what you write in “The Test Ledger” is not saved',
	);
	// The first newsroom is closed for good once there is a third.
	await other.askForNewsroom(third);
	await expect(other.navigator).toContainText('The Third');
	await expect(notice).toContainText('“The Third” was opened elsewhere');
	await desk.page.unroute(requests);
	await expect(desk.story.saveState).toContainText('Not saved because another newsroom, “The Third”, was opened');
	await expect(desk.story.blocks().last()).toContainText('Divers looked at it twice.');
	await expect(desk.navigator).toContainText('The Test Ledger');
	// Typing goes on meanwhile, and going along is refused as long as something is unsaved.
	await desk.page.bringToFront();
	await desk.story.goToEnd();
	await desk.page.keyboard.type(' All is well.');
	await notice.getByRole('button', { name: 'Go to “The Third”' }).click();
	await expect(desk.page.getByText('A story is not saved yet, so this newsroom stays.').first()).toBeVisible();
	if (process.env.GALLEY_PICTURE) await desk.page.screenshot({ path: process.env.GALLEY_PICTURE });

	await notice.getByRole('button', { name: 'Open “The Test Ledger” again' }).click();
	await expect(notice).toBeHidden();
	await desk.story.waitUntilSaved();
	const whole = 'The ferry sailed on time. Divers looked at it twice. All is well.';
	expect(await lastWords(desk.newsroomFolder)).toBe(whole);
	for (const newsroom of [copy, third]) {
		expect(await lastWords(newsroom)).toBe('The ferry sailed on time.');
		expect(await journalFiles(newsroom)).toEqual([]);
	}
	// The other window had nothing to save.
	await expect(other.navigator).toContainText('The Test Ledger');
	await other.close();
});
