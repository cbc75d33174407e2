import { join } from 'node:path';
import { expect, test } from '../../fixtures/app.ts';
import { appOf, ask, newsroomOf } from '../../fixtures/bridge.ts';
import { addressesOut, inputsWithPath, operations, pathsOut } from '../../fixtures/operations.ts';
import { projectRoot } from '../../fixtures/places.ts';

test('The core answers only the main frame of our own window at our own origin', async ({ desk, problems }) => {
	problems.expect(/Content Security Policy|sandboxed/);
	await expect(desk.navigator).toBeVisible();
	const app = appOf(desk.running);
	expect(await ask(desk.page, 'app.info', '{}')).toMatchObject({ ok: true });

	const inFrame = await desk.page.evaluate(async () => {
		const frame = Object.assign(document.createElement('iframe'), { src: '/preview.html' });
		document.body.append(frame);
		await new Promise((resolve) => {
			frame.onload = resolve;
		});
		return frame.contentWindow !== null && Reflect.has(frame.contentWindow, 'galley');
	});
	expect(inFrame).toBe(false);

	// A window with our preload that Galley did not open, as if a mistake had made one.
	const preload = join(projectRoot, 'dist/desktop/preload.cjs');
	for (const [address, because] of [
		['app://galley/preview.html', 'not from a window of Galley'],
		['data:text/html,x', 'not from a window of Galley'],
	] as const) {
		const foreign = await app.evaluate(
			async ({ BrowserWindow }, { address, preload }) => {
				const window = new BrowserWindow({ show: false, webPreferences: { preload, sandbox: true } });
				await window.loadURL(address);
				const answer = await window.webContents.executeJavaScript("galley.request('app.info', null, '{}')");
				window.destroy();
				return answer;
			},
			{ address, preload },
		);
		expect(foreign).toMatchObject({
			ok: false,
			failure: { code: 'not-allowed', message: expect.stringContaining(because) },
		});
	}
});

test('What is no operation, not JSON or too large is refused', async ({ desk }) => {
	await expect(desk.navigator).toBeVisible();
	for (const name of [
		'',
		'app',
		'constructor.name',
		'__proto__.toString',
		'app.info.x',
		7,
		null,
		{ toString: 'app.info' },
	])
		expect(await ask(desk.page, name, '{}'), JSON.stringify(name)).toMatchObject({
			ok: false,
			failure: { code: 'bad-input' },
		});
	expect(await ask(desk.page, 'app.info', '{')).toMatchObject({ ok: false, failure: { code: 'bad-input' } });
	expect(await ask(desk.page, 'app.info', { a: 1 })).toMatchObject({ ok: false, failure: { code: 'bad-input' } });
	for (const name of operations)
		expect(await ask(desk.page, name, '{"surplus":1}'), name).toMatchObject({
			ok: false,
			failure: { code: 'bad-input' },
		});
	const large = JSON.stringify({ text: 'x'.repeat(9 * 1024 * 1024) });
	expect(await ask(desk.page, 'articles.list', large)).toMatchObject({ ok: false, failure: { code: 'too-large' } });
});

test('What is about a newsroom is answered for the one that is open, and for no other', async ({ desk, problems }) => {
	problems.expect(/404/);
	await expect(desk.navigator).toBeVisible();
	const newsroom = await newsroomOf(desk.page);
	expect(await ask(desk.page, 'articles.list', '{}', newsroom)).toMatchObject({ ok: true });
	for (const [other, code] of [
		[null, 'bad-input'],
		[7, 'bad-input'],
		['', 'other-newsroom'],
		['f'.repeat(32), 'other-newsroom'],
	])
		expect(await ask(desk.page, 'articles.list', '{}', other), String(other)).toMatchObject({
			ok: false,
			failure: { code },
		});
	const picture = desk.list.stories.locator('img').first();
	const address = (await picture.getAttribute('src')) ?? '';
	expect(address).toContain(`/newsroom/${newsroom}/media/`);
	const statuses = await desk.page.evaluate(
		async (addresses) => Promise.all(addresses.map(async (one) => (await fetch(one)).status)),
		[address, address.replace(newsroom, 'f'.repeat(32)), address.replace(`${newsroom}/`, '')],
	);
	expect(statuses).toEqual([200, 404, 404]);
});

test('No operation takes a path out of the newsroom, and no address leads there', async ({ desk, problems }) => {
	problems.expect(/404/);
	await expect(desk.navigator).toBeVisible();
	const newsroom = await newsroomOf(desk.page);
	for (const path of pathsOut)
		for (const [name, input] of inputsWithPath(path))
			expect(
				await ask(desk.page, name, JSON.stringify(input), newsroom),
				`${name} ${JSON.stringify(path)}`,
			).toMatchObject({
				ok: false,
			});
	for (const address of addressesOut(newsroom).filter((one) => !one.startsWith('//'))) {
		const status = await desk.page.evaluate(async (path) => (await fetch(path)).status, address);
		expect(status, address).toBe(404);
	}
});
