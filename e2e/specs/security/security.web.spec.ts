import { expect, test } from '../../fixtures/app.ts';
import { addressesOut, inputsWithPath, operations, pathsOut } from '../../fixtures/operations.ts';
import { openOtherSite } from '../../fixtures/other-site.ts';
import { sendRaw } from '../../fixtures/raw-request.ts';
import type { RunningGalley } from '../../fixtures/running-galley.ts';

const json = { 'Content-Type': 'application/json' };

/** What a program on this computer needs to ask as the open tab does. */
async function accessOf({ page }: RunningGalley) {
	const { origin, port } = new URL(page.url());
	const cookies = () => page.context().cookies(origin);
	// The page exchanges its token while it loads.
	await expect.poll(async () => (await cookies()).length).toBe(1);
	const [cookie] = await cookies();
	if (cookie === undefined) throw new Error('The tab has no session.');
	const keys = await page.evaluate(() => JSON.parse(localStorage.getItem('galley-session-keys') ?? '{}'));
	const session = {
		...json,
		Origin: origin,
		Cookie: `${cookie.name}=${cookie.value}`,
		'Galley-Key': String(keys.requests),
	};
	const { text } = await sendRaw(Number(port), 'POST', '/api/newsroom.current', session, '{}');
	const newsroom = String(JSON.parse(text).value.id);
	return {
		origin,
		port: Number(port),
		cookie,
		newsroom,
		pictureKey: String(keys.pictures),
		headers: { ...session, 'Galley-Newsroom': newsroom },
	};
}

test('The token leaves the address, and a reload and a second tab need no other', async ({ desk }) => {
	await expect(desk.navigator).toBeVisible();
	expect(desk.page.url()).not.toContain('token');
	const { cookie } = await accessOf(desk.running);
	expect(cookie).toMatchObject({ httpOnly: true, sameSite: 'Strict', path: '/', domain: '127.0.0.1' });
	expect(await desk.page.evaluate(() => document.cookie)).toBe('');
	await desk.page.reload();
	await expect(desk.navigator).toBeVisible();
	const second = await desk.page.context().newPage();
	await second.goto(new URL(desk.page.url()).origin);
	await expect(second.getByRole('region', { name: 'Navigator' })).toBeVisible();
	await second.close();
});

test('A tab without the token sees no story', async ({ desk, launchBrowser }) => {
	await expect(desk.navigator).toBeVisible();
	const stranger = await (await launchBrowser()).newContext();
	const page = await stranger.newPage();
	await page.goto(new URL(desk.page.url()).origin);
	const status = await page.evaluate(async () => {
		const init = { method: 'POST', body: '{}', headers: { 'Content-Type': 'application/json' } };
		return (await fetch('/api/newsroom.current', init)).status;
	});
	expect(status).toBe(401);
	await stranger.close();
});

test('Every operation is refused without the token, from a foreign origin, and under a rebound name', async ({
	desk,
}) => {
	await expect(desk.navigator).toBeVisible();
	const { port, headers } = await accessOf(desk.running);
	const { Cookie, ...withoutCookie } = headers;
	const { Origin, ...withoutOrigin } = headers;
	const { 'Galley-Key': key, ...withoutKey } = headers;
	for (const name of operations) {
		const ask = async (sent: Record<string, string>) =>
			(await sendRaw(port, 'POST', `/api/${name}`, sent, '{}')).status;
		expect(await ask(withoutCookie), name).toBe(401);
		expect(await ask({ ...headers, Cookie: `${Cookie}x` }), name).toBe(401);
		expect(await ask(withoutKey), name).toBe(401);
		expect(await ask({ ...headers, 'Galley-Key': `${key}x` }), name).toBe(401);
		expect(await ask(withoutOrigin), name).toBe(403);
		expect(await ask({ ...headers, Origin: 'https://example.com' }), name).toBe(403);
		expect(await ask({ ...headers, Origin: Origin.replace('127.0.0.1', 'localhost') }), name).toBe(403);
		expect(await ask({ ...headers, Host: `news.example:${port}` }), name).toBe(403);
		expect(await ask({ ...headers, Host: `localhost:${port}` }), name).toBe(403);
		expect(await ask({ ...headers, 'Sec-Fetch-Site': 'cross-site' }), name).toBe(403);
		expect(await ask({ ...headers, 'Content-Type': 'text/plain' }), name).toBe(415);
	}
});

test('No operation takes a path out of the newsroom, and no address leads there', async ({ desk }) => {
	await expect(desk.navigator).toBeVisible();
	const { port, headers, newsroom, pictureKey } = await accessOf(desk.running);
	for (const path of pathsOut) {
		for (const [name, input] of inputsWithPath(path)) {
			const { text } = await sendRaw(port, 'POST', `/api/${name}`, headers, JSON.stringify(input));
			expect(JSON.parse(text), `${name} ${JSON.stringify(path)}`).toMatchObject({ ok: false });
		}
	}
	for (const address of addressesOut(newsroom))
		expect(
			(await sendRaw(port, 'GET', `${address}?key=${pictureKey}`, { Cookie: headers.Cookie })).status,
			address,
		).toBe(404);
	expect((await sendRaw(port, 'POST', '/api/newsroom.current', headers, '{}')).text).toContain('"kind":"open"');
});

test('A request that is too large is refused', async ({ desk }) => {
	await expect(desk.navigator).toBeVisible();
	const { port, headers } = await accessOf(desk.running);
	const large = JSON.stringify({ text: 'x'.repeat(9 * 1024 * 1024) });
	expect((await sendRaw(port, 'POST', '/api/articles.list', headers, large)).status).toBe(413);
});

test('Another site in the same browser reaches nothing', async ({ desk, problems }) => {
	await expect(desk.navigator).toBeVisible();
	problems.expect(/./);
	const { origin, port, headers, newsroom, pictureKey } = await accessOf(desk.running);
	const list = JSON.parse((await sendRaw(port, 'POST', '/api/articles.list', headers, '{}')).text);
	const image: string = list.value.rows.find((story: { image: string | null }) => story.image !== null).image;
	const address = `/newsroom/${newsroom}/${image}?key=${pictureKey}`;
	expect((await sendRaw(port, 'GET', address, { Cookie: headers.Cookie })).status).toBe(200);
	const site = await openOtherSite();
	const page = await desk.page.context().newPage();
	// Another port is the same site to the browser, so it sends our cookie along: only the origin tells them apart.
	await page.goto(site.origin);
	const reached = await page.evaluate(
		async ({ galley, address }) => {
			const plain = { method: 'POST', credentials: 'include' as const, body: '{}' };
			const asJson = { ...plain, headers: { 'Content-Type': 'application/json' } };
			const fetched = (path: string, init: RequestInit) =>
				fetch(galley + path, init).then(
					(response) => response.type === 'opaque' || response.ok,
					() => false,
				);
			const loaded = (tag: 'img' | 'script', path: string) =>
				new Promise<boolean>((resolve) => {
					const element = document.createElement(tag);
					element.onload = () => resolve(true);
					element.onerror = () => resolve(false);
					element.src = galley + path;
					document.body.append(element);
				});
			const socket = await new Promise<boolean>((resolve) => {
				const opened = new WebSocket(`${galley.replace('http', 'ws')}/events`);
				opened.onopen = () => resolve(true);
				opened.onerror = () => resolve(false);
			});
			return {
				json: await fetched('/api/articles.create', asJson),
				plain: await fetched('/api/articles.create', plain),
				page: await fetched('/index.html', { credentials: 'include' }),
				image: await loaded('img', address),
				script: await loaded('script', '/index.html'),
				socket,
			};
		},
		{ galley: origin, address },
	);
	expect(reached).toEqual({ json: false, plain: false, page: false, image: false, script: false, socket: false });

	const noCors = await page.evaluate(async (galley) => {
		// The answer is never seen; what counts is that nothing was made, which the list below shows.
		const send = {
			method: 'POST',
			mode: 'no-cors' as const,
			credentials: 'include' as const,
			body: '{"headline":"Forged"}',
		};
		await fetch(`${galley}/api/articles.create`, send).catch(() => null);
		const frame = document.createElement('iframe');
		frame.src = galley;
		document.body.append(frame);
		await new Promise((resolve) => {
			frame.onload = resolve;
		});
		return frame.contentDocument === null;
	}, origin);
	expect(noCors).toBe(true);
	const framed = page.frames().find((frame) => frame !== page.mainFrame());
	expect(await framed?.evaluate(() => document.getElementById('root'))).toBeFalsy();
	await page.close();
	await site.close();
	await expect(desk.page.getByText('Forged')).toHaveCount(0);
});

test('Nothing that a server on another port is sent is of use to it', async ({ desk, problems }) => {
	await expect(desk.navigator).toBeVisible();
	// What it was sent is refused, also in the page's console.
	problems.expect(/./);
	const { origin, port, newsroom, pictureKey, headers } = await accessOf(desk.running);
	const list = JSON.parse((await sendRaw(port, 'POST', '/api/articles.list', headers, '{}')).text);
	const image: string = list.value.rows.find((story: { image: string | null }) => story.image !== null).image;
	const site = await openOtherSite();
	// By a link in our own page, and by an address that is typed.
	const opened = desk.page.context().waitForEvent('page');
	await desk.page.evaluate((href) => {
		const link = Object.assign(document.createElement('a'), { href, target: '_blank', textContent: 'x' });
		Object.assign(link.style, { position: 'fixed', inset: '0', zIndex: '9999' });
		link.addEventListener('click', () => link.remove());
		document.body.append(link);
	}, `${site.origin}/link`);
	await desk.page.mouse.click(5, 5);
	const byLink = await opened;
	await byLink.waitForLoadState();
	await byLink.goto(`${site.origin}/typed`);
	await byLink.close();
	expect(site.asked).toEqual(expect.arrayContaining(['/link', '/typed']));

	const sent = JSON.stringify([site.asked, site.headers]);
	for (const secret of [headers['Galley-Key'], pictureKey, 'token']) expect(sent).not.toContain(secret);
	// The other site's own icon comes with that site's address.
	for (const { referer } of site.headers) expect(referer ?? '').not.toContain(origin);
	// Browsers keep cookies by host alone, so it has ours, and a program can claim any origin.
	const stolen = site.headers.map(({ cookie }) => cookie).find((cookie) => cookie === headers.Cookie);
	expect(stolen, 'the browser sent our cookie').toBeDefined();
	const forged = { ...json, Origin: origin, Cookie: stolen ?? '', 'Galley-Newsroom': newsroom };
	for (const name of operations)
		expect((await sendRaw(port, 'POST', `/api/${name}`, forged, '{}')).status, name).toBe(401);
	for (const query of ['', '?key=', `?key=${stolen}`])
		expect((await sendRaw(port, 'GET', `/newsroom/${newsroom}/${image}${query}`, forged)).status, query).toBe(401);
	const socket = {
		...forged,
		Connection: 'Upgrade',
		Upgrade: 'websocket',
		'Sec-WebSocket-Version': '13',
		'Sec-WebSocket-Key': 'AAAAAAAAAAAAAAAAAAAAAA==',
		'Sec-WebSocket-Protocol': 'galley',
	};
	expect((await sendRaw(port, 'GET', '/events', socket)).status).toBe(401);
	await site.close();
});

test('No address that the browser keeps holds a secret', async ({ desk }) => {
	await desk.openStory('Eleven bakers buy a mill');
	const { headers, pictureKey } = await accessOf(desk.running);
	expect(await desk.page.evaluate(() => [location.href, document.referrer, history.state])).toEqual([
		`${new URL(desk.page.url()).origin}/`,
		'',
		null,
	]);
	const markup = await desk.page.content();
	expect(markup).not.toContain(headers['Galley-Key']);
	// Pictures have a key of their own, which opens nothing else.
	expect(markup).toContain(pictureKey);
});

test("The page's policy lets nothing run, load or leave that is not ours", async ({ desk, problems }) => {
	await expect(desk.navigator).toBeVisible();
	problems.expect(/Content Security Policy|net::ERR|Failed to fetch|violates/);
	const site = await openOtherSite();
	const outcome = await desk.page.evaluate(tryToBreakOut, site.origin);
	expect(outcome).toEqual({
		inline: false,
		evaluated: false,
		handler: false,
		fetched: false,
		image: false,
		frame: false,
	});
	expect(site.asked).toEqual([]);
	await site.close();
});

/** Runs in the page: what injected markup would try. */
async function tryToBreakOut(elsewhere: string) {
	const ran: Record<string, boolean> = {};
	Object.assign(window, { ran });
	const script = document.createElement('script');
	script.textContent = 'window.ran.inline = true';
	document.body.append(script);
	const markup = document.createElement('div');
	markup.innerHTML = '<img src="data:image/png;base64,x" onerror="window.ran.handler = true">';
	document.body.append(markup);
	// Text for a timer is compiled as `eval` compiles it; the debugger that runs this very function may do that itself.
	window.setTimeout('window.ran.evaluated = true');
	const fetched = await fetch(elsewhere).then(
		() => true,
		() => false,
	);
	const image = await new Promise<boolean>((resolve) => {
		const element = new Image();
		element.onload = () => resolve(true);
		element.onerror = () => resolve(false);
		element.src = `${elsewhere}/a.png`;
	});
	const frame = document.createElement('iframe');
	frame.src = `${elsewhere}/frame`;
	document.body.append(frame);
	await new Promise((resolve) => setTimeout(resolve, 500));
	return {
		inline: ran.inline === true,
		evaluated: ran.evaluated === true,
		handler: ran.handler === true,
		fetched,
		image,
		frame: frame.contentDocument?.title === 'Another site',
	};
}

test('Ctrl-C ends it with everything saved', async ({ desk, problems }) => {
	await expect(desk.list.stories.first()).toBeVisible();
	// A picture that is still on its way would be cut off, and told as an error.
	await expect.poll(() => desk.page.evaluate(() => [...document.images].every((image) => image.complete))).toBe(true);
	// The page asks for its host again while it can.
	problems.expect(/ERR_CONNECTION_REFUSED/);
	expect(await desk.running.webHost?.stop()).toBe(0);
});
