import type { ElectronApplication } from '@playwright/test';
import { expect, test } from '../../fixtures/app.ts';
import { appOf } from '../../fixtures/bridge.ts';
import { openOtherSite } from '../../fixtures/other-site.ts';
import type { RunningGalley } from '../../fixtures/running-galley.ts';

/** Records what would be opened outside instead of opening it. */
async function watchOutside(app: ElectronApplication): Promise<() => Promise<string[]>> {
	await app.evaluate(({ shell }) => {
		const opened: string[] = [];
		Object.assign(globalThis, { openedOutside: opened });
		shell.openExternal = async (address) => void opened.push(address);
	});
	return () => app.evaluate(() => Reflect.get(globalThis, 'openedOutside') as string[]);
}

/** What was refused from now on: where the app did not let the window go, and what Chromium says that it did not load. */
async function watchRefusals(galley: RunningGalley): Promise<() => Promise<string[]>> {
	const said: string[] = [];
	galley.page.on('console', (message) => said.push(message.text()));
	const app = appOf(galley);
	await app.evaluate(({ BrowserWindow }) => {
		const stopped: string[] = [];
		Object.assign(globalThis, { stoppedNavigations: stopped });
		for (const name of ['will-navigate', 'will-frame-navigate'])
			BrowserWindow.getAllWindows()[0]?.webContents.on(name as 'will-navigate', (event, address) => {
				if (event.defaultPrevented) stopped.push(`stopped: ${address ?? event.url}`);
			});
	});
	return async () => [
		...said,
		...(await app.evaluate(() => Reflect.get(globalThis, 'stoppedNavigations') as string[])),
	];
}

test('The page has three functions of ours, and nothing of Node or Electron', async ({ desk }) => {
	await expect(desk.navigator).toBeVisible();
	const page = await desk.page.evaluate(() => ({
		bridge: Object.keys(Reflect.get(window, 'galley') as object).sort(),
		node: ['require', 'process', 'module', 'Buffer', 'global', '__dirname'].filter((name) => Reflect.has(window, name)),
		origin: window.origin,
	}));
	expect(page).toEqual({ bridge: ['onCommand', 'request', 'subscribe'], node: [], origin: 'app://galley' });
	const preferences = await appOf(desk.running).evaluate(({ BrowserWindow }) => {
		// Not in Electron's types, but the one way to see what a window was really given.
		const contents = BrowserWindow.getAllWindows()[0]?.webContents as { getLastWebPreferences?(): object } | undefined;
		return contents?.getLastWebPreferences?.();
	});
	expect(preferences).toMatchObject({
		sandbox: true,
		contextIsolation: true,
		nodeIntegration: false,
		webSecurity: true,
		webviewTag: false,
	});
});

test('A script opens no window and no page outside; a link that the editor clicks goes to the browser', async ({
	desk,
	problems,
}) => {
	problems.expect(/Content Security Policy|Not allowed to load/);
	await expect(desk.navigator).toBeVisible();
	const app = appOf(desk.running);
	const outside = await watchOutside(app);
	const opened = await desk.page.evaluate(() =>
		['https://example.com/', 'file:///etc/passwd', 'app://galley/index.html', 'about:blank'].map(
			(address) => window.open(address) !== null,
		),
	);
	expect(opened).toEqual([false, false, false, false]);
	expect(await outside()).toEqual([]);
	expect(await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1);

	for (const address of [
		'https://example.com/story',
		'file:///etc/passwd',
		'javascript:alert(1)',
		'smb://server/share',
	]) {
		await desk.page.evaluate((href) => {
			document.getElementById('test-link')?.remove();
			const link = Object.assign(document.createElement('a'), {
				id: 'test-link',
				href,
				target: '_blank',
				textContent: 'x',
			});
			Object.assign(link.style, { position: 'fixed', top: '0', left: '0', zIndex: '9999', padding: '20px' });
			document.body.append(link);
		}, address);
		await desk.page.locator('#test-link').click();
	}
	await expect.poll(outside).toEqual(['https://example.com/story']);
	expect(app.windows().length).toBe(1);
});

test('The window stays on the app, and its frames on the preview', async ({ desk, problems }) => {
	problems.expect(/Content Security Policy|Not allowed to|ERR_|--trace-warnings/);
	await expect(desk.navigator).toBeVisible();
	const site = await openOtherSite();
	const here = desk.page.url();
	const refused = await watchRefusals(desk.running);
	for (const address of [
		site.origin,
		'https://example.com/',
		'file:///etc/passwd',
		'app://other/index.html',
		'data:text/html,x',
	]) {
		await desk.page.evaluate((to) => {
			window.location.href = to;
		}, address);
		await expect.poll(refused, address).toContainEqual(expect.stringContaining(address));
		expect(desk.page.url(), address).toBe(here);
	}
	// Others than above, so that each refusal is told apart.
	const frames = [`${site.origin}/frame`, 'file:///etc/group', 'https://example.org/', 'app://elsewhere/'];
	const form = `${site.origin}/form`;
	await desk.page.evaluate(
		([frames, action]) => {
			for (const src of frames)
				document.body.append(Object.assign(document.createElement('iframe'), { src, className: 'test-frame' }));
			const form = Object.assign(document.createElement('form'), { action, method: 'post' });
			document.body.append(form);
			form.submit();
		},
		[frames, form] as const,
	);
	// Chromium names the origin of a frame, and the whole address of a form.
	for (const address of [`'${site.origin}/'`, ...frames.slice(1), form])
		await expect.poll(refused, address).toContainEqual(expect.stringContaining(address));
	expect(desk.page.url()).toBe(here);
	const shown = await desk.page.evaluate(() =>
		[...document.querySelectorAll<HTMLIFrameElement>('.test-frame')].map(
			(frame) => frame.contentDocument?.body.innerText ?? '',
		),
	);
	expect(shown).toEqual(['', '', '', '']);
	expect(site.asked).toEqual([]);
	await site.close();
});

test('Permissions are refused', async ({ desk, problems }) => {
	problems.expect(/permission|Permissions policy|Not allowed/i);
	await expect(desk.navigator).toBeVisible();
	const answers = await desk.page.evaluate(async () => {
		const refused = (promise: Promise<unknown>) =>
			promise.then(
				() => false,
				() => true,
			);
		return {
			location: await refused(
				new Promise((resolve, reject) => navigator.geolocation.getCurrentPosition(resolve, reject)),
			),
			notifications: await Notification.requestPermission(),
			camera: await refused(navigator.mediaDevices.getUserMedia({ video: true })),
			microphone: await refused(navigator.mediaDevices.getUserMedia({ audio: true })),
			screen: await refused(navigator.mediaDevices.getDisplayMedia()),
			clipboard: await refused(navigator.clipboard.readText()),
		};
	});
	expect(answers).toEqual({
		location: true,
		notifications: 'denied',
		camera: true,
		microphone: true,
		screen: true,
		clipboard: true,
	});
});

test('Nothing remote is loaded, not even where no policy of a page forbids it', async ({ desk, problems }) => {
	problems.expect(/Content Security Policy|Failed to fetch|Failed to load|violates|ERR_|--trace-warnings/);
	await expect(desk.navigator).toBeVisible();
	const site = await openOtherSite();
	const loaded = await desk.page.evaluate(async (elsewhere) => {
		const worked = (promise: Promise<unknown>) =>
			promise.then(
				() => true,
				() => false,
			);
		const image = new Image();
		image.src = `${elsewhere}/a.png`;
		return [
			await worked(fetch(elsewhere)),
			await worked(fetch('file:///etc/passwd')),
			await worked(image.decode()),
			await worked(import(/* @vite-ignore */ `${elsewhere}/a.js`)),
		];
	}, site.origin);
	expect(loaded).toEqual([false, false, false, false]);
	const refused = await appOf(desk.running).evaluate(async ({ BrowserWindow }, elsewhere) => {
		const outcomes = [];
		for (const address of [elsewhere, 'file:///etc/passwd', 'http://localhost:1/']) {
			const window = new BrowserWindow({ show: false });
			outcomes.push(
				await window.loadURL(address).then(
					() => 'loaded',
					(error: Error) => /ERR_\w+/.exec(error.message)?.[0],
				),
			);
			window.destroy();
		}
		return outcomes;
	}, site.origin);
	expect(refused).toEqual(['ERR_BLOCKED_BY_CLIENT', 'ERR_BLOCKED_BY_CLIENT', 'ERR_BLOCKED_BY_CLIENT']);
	expect(site.asked).toEqual([]);
	await site.close();
});

test('The pages come with their policies', async ({ desk }) => {
	await expect(desk.navigator).toBeVisible();
	const policies = await desk.page.evaluate(async () =>
		Promise.all(
			['/index.html', '/preview.html'].map(async (path) => (await fetch(path)).headers.get('content-security-policy')),
		),
	);
	expect(policies[0]).toMatch(/^default-src 'none'; script-src 'self'; style-src 'self'; img-src/);
	expect(policies[0]).toContain("frame-ancestors 'none'");
	expect(policies[1]).not.toContain('script-src');
	expect(policies[1]).toContain("frame-ancestors 'self'");
});
