import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ElectronApplication } from '@playwright/test';
import { expect, test } from '../fixtures/app.ts';
import { findElectron, launchDesktop, whyNoDesktop } from '../fixtures/desktop-host.ts';
import { makeEmptyNewsroom } from '../fixtures/newsrooms/newsroom-folder.ts';
import { projectRoot } from '../fixtures/places.ts';
import type { Desk } from '../pages/desk.ts';

function appOf({ app }: Desk): ElectronApplication {
	if (app === null) throw new Error('This spec needs the desktop.');
	return app;
}

async function choose(desk: Desk, commandId: string): Promise<void> {
	await appOf(desk).evaluate(({ Menu }, id) => Menu.getApplicationMenu()?.getMenuItemById(id)?.click(), commandId);
}

test('The menu makes a story, saves it and shows the preview', async ({ desk }) => {
	await expect(desk.navigator).toBeVisible();
	await choose(desk, 'story.new');
	await expect(desk.story.headline).toBeVisible();
	await choose(desk, 'preview.toggle');
	await expect(desk.page.getByRole('region', { name: 'Preview' })).toBeVisible();
	await choose(desk, 'export.open');
	await expect(desk.page.getByRole('dialog')).toBeVisible();
});

test('A window that is closed right after typing has everything saved', async ({ desk }) => {
	await expect(desk.navigator).toBeVisible();
	await desk.newStory();
	await desk.story.headline.click();
	await desk.page.keyboard.type('Typed and closed at once');
	await desk.reopen();
	await expect(desk.page.getByText('Typed and closed at once').first()).toBeVisible();
});

test('A window with a story that could not be saved asks before it closes', async ({ places }) => {
	const reason = whyNoDesktop();
	test.skip(reason !== null, reason ?? '');
	const app = await launchDesktop({ places, newsroom: null });
	const page = await app.firstWindow();
	const navigator = page.getByRole('region', { name: 'Navigator' });
	await expect(navigator).toBeVisible();
	await page.evaluate(() => {
		const bridge = Reflect.get(window, 'galley') as { onCommand(listener: () => Promise<void>): void };
		bridge.onCommand(() => Promise.reject(new Error('The disk is full.')));
	});
	// The first answer keeps the window open, the second closes it.
	await app.evaluate(({ dialog }) => {
		const asked: string[] = [];
		Object.assign(globalThis, { asked });
		const show = async (_window: unknown, options: { message: string }) => {
			asked.push(options.message);
			return { response: asked.length - 1, checkboxChecked: false };
		};
		dialog.showMessageBox = show as typeof dialog.showMessageBox;
	});
	const closeWindow = () => app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close());
	await closeWindow();
	await expect
		.poll(() => app.evaluate(() => Reflect.get(globalThis, 'asked')))
		.toEqual(['A story could not be saved.']);
	await expect(navigator).toBeVisible();
	const closed = app.waitForEvent('close');
	await closeWindow();
	await closed;
});

test('Damaged settings are kept beside the new ones', async ({ places }) => {
	const reason = whyNoDesktop();
	test.skip(reason !== null, reason ?? '');
	await writeFile(join(places.userData, 'settings.json'), '{"window":');
	const app = await launchDesktop({ places, newsroom: null });
	await expect((await app.firstWindow()).getByRole('region', { name: 'Navigator' })).toBeVisible();
	expect(await readFile(join(places.userData, 'settings.json.damaged'), 'utf8')).toBe('{"window":');
	await app.close();
	expect(JSON.parse(await readFile(join(places.userData, 'settings.json'), 'utf8')).recent).toHaveLength(1);
});

test('Pipes in the place of the settings and the log keep nobody waiting', async ({ places }) => {
	const reason = whyNoDesktop();
	test.skip(reason !== null || process.platform === 'win32', reason ?? 'Windows has no such pipes');
	const settings = join(places.userData, 'settings.json');
	for (const path of [settings, join(places.userData, 'galley.log')]) execFileSync('mkfifo', [path]);
	const app = await launchDesktop({ places, newsroom: null });
	await expect((await app.firstWindow()).getByRole('region', { name: 'Navigator' })).toBeVisible();
	await app.close();
	expect(JSON.parse(await readFile(settings, 'utf8')).recent).toHaveLength(1);
});

test('A window comes back where it was', async ({ desk }) => {
	await expect(desk.navigator).toBeVisible();
	const wanted = { x: 120, y: 80, width: 1100, height: 640 };
	await appOf(desk).evaluate(
		({ BrowserWindow }, bounds) => BrowserWindow.getAllWindows()[0]?.setBounds(bounds),
		wanted,
	);
	await desk.reopen();
	const size = () => appOf(desk).evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getBounds());
	await expect.poll(size).toMatchObject({ width: wanted.width, height: wanted.height });
	const stored = JSON.parse(await readFile(join(desk.setting.places.userData, 'settings.json'), 'utf8'));
	expect(stored.window.maximized).toBe(false);
});

test('Galley that is started again hands its newsroom to the open window', async ({ desk }) => {
	await expect(desk.navigator).toBeVisible();
	const { places } = desk.setting;
	const other = await makeEmptyNewsroom(join(places.root, 'other'));
	const args = [projectRoot, '--newsroom', other, '--user-data', places.userData];
	const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
	const second = spawn(findElectron() ?? '', [...sandbox, ...args], { env: places.env, stdio: 'ignore' });
	const [code] = await once(second, 'exit');
	expect(code).toBe(0);
	await expect(desk.page.getByText('The Test Ledger').first()).toBeVisible();
	expect(appOf(desk).windows().length).toBe(1);
});

test('A page whose process dies comes back with the newsroom', async ({ desk, problems }) => {
	problems.expect(/crashed|is gone/);
	await expect(desk.navigator).toBeVisible();
	const app = appOf(desk);
	await app.evaluate(({ BrowserWindow, dialog }) => {
		const contents = BrowserWindow.getAllWindows()[0]?.webContents;
		contents?.once('did-finish-load', () => Object.assign(globalThis, { cameBack: contents.getURL() }));
		contents?.forcefullyCrashRenderer();
		// The debugger of this test does not survive the crash, and may hold the new page back when the window closes.
		dialog.showMessageBox = async () => ({ response: 1, checkboxChecked: false });
	});
	await expect.poll(() => app.evaluate(() => Reflect.get(globalThis, 'cameBack'))).toBe('app://galley/index.html');
});

test('The menu names the commands and their keys as the page does, and leaves the cursor in the text', async ({
	desk,
}) => {
	await expect(desk.navigator).toBeVisible();
	const { keyboard } = desk.page;
	await keyboard.press('ControlOrMeta+Alt+n');
	await expect(desk.story.headline).toHaveText('');
	await desk.story.typeHeadline('Still here');
	const shown = await appOf(desk).evaluate(({ Menu }) =>
		['story.new', 'theme.toggle'].map((id) => {
			const item = Menu.getApplicationMenu()?.getMenuItemById(id);
			return [item?.label, item?.accelerator ?? null];
		}),
	);
	expect(shown).toEqual([
		['New story', 'CmdOrCtrl+Alt+N'],
		['Switch between light and dark', null],
	]);
	await choose(desk, 'theme.toggle');
	await expect(desk.page.locator('html')).toHaveAttribute('data-theme', 'dark');
	await choose(desk, 'preview.toggle');
	await expect(desk.page.getByRole('region', { name: 'Preview' })).toBeVisible();
	await keyboard.type(', writing');
	await expect(desk.story.headline).toHaveText('Still here, writing');
});

test('The menu says why a command cannot be run', async ({ desk }) => {
	await expect(desk.navigator).toBeVisible();
	await choose(desk, 'story.next');
	await expect(desk.page.getByText('No other story is open.')).toBeVisible();
	await choose(desk, 'newsroom.settings');
	await expect(desk.page.getByRole('dialog', { name: 'Newsroom settings' })).toBeVisible();
	await choose(desk, 'export.open');
	await expect(desk.page.getByText('Close the window over the desk first.')).toBeVisible();
	await expect(desk.page.getByRole('dialog', { name: 'Newsroom settings' })).toBeVisible();
});
