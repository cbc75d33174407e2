import { readFile } from 'node:fs/promises';
import { expect, test } from '../../fixtures/app.ts';
import { readStoryFile } from '../../fixtures/on-disk.ts';
import { startWebHost, stopProcess, type WebHost } from '../../fixtures/web-host.ts';
import { Desk } from '../../pages/desk.ts';

/* On the desktop the window ends with its host, so no words are typed without one (see recover.spec.ts). */
test.use({ newsroom: 'empty' });
test.slow();

/** What lies in the browser's own storage, as text. */
async function browserText(desk: Desk): Promise<string> {
	return await desk.page.evaluate(async () => {
		const opened = indexedDB.open('galley');
		await new Promise((resolve, reject) => {
			opened.onsuccess = resolve;
			opened.onerror = reject;
		});
		const database = opened.result;
		try {
			if (!database.objectStoreNames.contains('unsaved')) return '';
			const asked = database.transaction('unsaved').objectStore('unsaved').getAll();
			await new Promise((resolve) => {
				asked.onsuccess = resolve;
			});
			return asked.result.length === 0 ? '' : JSON.stringify(asked.result);
		} finally {
			database.close();
		}
	});
}

/** Begins a story, and ends the host with SIGKILL while more is typed. */
async function typeWhileTheHostIsKilled(desk: Desk): Promise<{ file: string; port: number }> {
	const { webHost } = desk.running;
	if (webHost === null) throw new Error('This is no web host.');
	desk.setting.problems.expect(/^console: .*(?:net::ERR_|WebSocket|Failed to load resource)/);
	desk.setting.problems.expect(/^host: ended with no answer/);
	const story = await desk.newStory();
	await story.typeHeadline('The harbour reopens');
	await desk.page.keyboard.press('Enter');
	await desk.page.keyboard.press('Enter');
	await desk.page.keyboard.type('The first boats came on Monday.');
	await story.waitUntilSaved();
	const { path: file } = await readStoryFile(desk.newsroomFolder, 'The harbour reopens');
	await desk.page.keyboard.type(' One two');
	await stopProcess(webHost.process, 'SIGKILL');
	await desk.page.keyboard.type(' three four.');
	await expect.poll(() => browserText(desk)).toContain('three four.');
	await expect(story.saveState).toContainText('Your text is kept in this browser.');
	expect(await readFile(file, 'utf8')).not.toContain('three four');
	return { file, port: Number(new URL(webHost.address).port) };
}

async function startAgain(desk: Desk, port: number): Promise<WebHost> {
	const { places, problems } = desk.setting;
	return await startWebHost({
		places,
		newsroom: desk.newsroomFolder,
		port,
		onOutput: (text, stream) => problems.watchHost(text, stream),
	});
}

test('words typed while the host is gone outlive their page, and are back at once when Galley is opened', async ({
	desk,
}) => {
	const { file, port } = await typeWhileTheHostIsKilled(desk);
	const context = desk.page.context();
	// As a tab that is killed: nothing of it is asked.
	await desk.page.close({ runBeforeUnload: false });
	const host = await startAgain(desk, port);
	try {
		const page = await context.newPage();
		desk.setting.problems.watchPage(page);
		await page.goto(host.address);
		const again = new Desk({ ...desk.running, page, webHost: host }, () => Promise.reject(), desk.setting);
		await expect(again.recovery.restored).toContainText('The harbour reopens');
		await expect(again.recovery.dialog).toBeHidden();
		await expect(again.story.blocks().last()).toHaveText('The first boats came on Monday. One two three four.');
		await expect.poll(() => readFile(file, 'utf8')).toContain('on Monday. One two three four.');
		await expect.poll(() => browserText(again)).toBe('');
		await again.recovery.undo();
		await expect(again.story.blocks().last()).toHaveText(/on Monday\.( One two)?$/);
		await again.story.waitUntilSaved();
		await page.close();
	} finally {
		await host.stop();
	}
});

test('a page that stays open saves them itself when the host is back, and no other tab takes them', async ({
	desk,
}) => {
	const { file, port } = await typeWhileTheHostIsKilled(desk);
	const host = await startAgain(desk, port);
	try {
		// Signs the browser in; the tab that was there goes on by that.
		const page = await desk.page.context().newPage();
		desk.setting.problems.watchPage(page);
		await page.goto(host.address);
		await expect(page.getByRole('region', { name: 'Navigator' })).toBeVisible();
		const other = new Desk({ ...desk.running, page, webHost: host }, () => Promise.reject(), desk.setting);
		await expect(desk.story.saveState).toHaveText(/^Saved/);
		expect(await readFile(file, 'utf8')).toContain('on Monday. One two three four.');
		await expect.poll(() => browserText(desk)).toBe('');
		await expect(other.recovery.restored).toBeHidden();
		await expect(other.recovery.dialog).toBeHidden();
		await expect(desk.page.getByText('was changed elsewhere')).toBeHidden();
		await page.close();
		await desk.page.close();
	} finally {
		await host.stop();
	}
});
