import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Browser } from './browser.ts';
import type { Socket } from './event-socket.ts';
import { createWebHost } from './web-host.ts';

beforeEach(() => {
	vi.useFakeTimers();
});
afterEach(() => {
	vi.useRealTimers();
});

const keysOf = (name: string) => ({ requests: name.repeat(43), pictures: name.toUpperCase().repeat(43) });
const known = JSON.stringify(keysOf('k'));
/** What the answer of a host depends on. */
interface Asked {
	readonly path: string;
	readonly body: string;
	readonly key: string | null;
	readonly newsroom: string | null;
}

/** A browser tab whose host answers what the test says. */
function tab(hash: string, answer: (asked: Asked) => Response | Promise<Response>, stored: string | null = known) {
	const sockets: { protocols: readonly string[]; open(): void; close(): void; send(text: string): void }[] = [];
	const asked: Asked[] = [];
	const urls: string[] = [];
	const location = { origin: 'http://127.0.0.1:4000', pathname: '/', hash };
	const listeners = { hash: () => {}, keys: () => {} };
	const browser: Browser = {
		location,
		async fetch(path, init) {
			const headers = new Headers(init.headers);
			const one = {
				path,
				body: String(init.body),
				key: headers.get('Galley-Key'),
				newsroom: headers.get('Galley-Newsroom'),
			};
			asked.push(one);
			return answer(one);
		},
		openSocket(address, protocols) {
			expect(address).toBe('ws://127.0.0.1:4000/events');
			const hear: Record<string, (event: { data: unknown }) => void> = {};
			const tell = (type: string, data: unknown = null) => hear[type]?.({ data });
			sockets.push({
				protocols,
				open: () => tell('open'),
				close: () => tell('close'),
				send: (text) => tell('message', text),
			});
			const socket: Socket = {
				addEventListener(type: string, listener: (event: { data: unknown }) => void) {
					hear[type] = listener;
				},
			};
			return socket;
		},
		replaceUrl(path) {
			urls.push(path);
			location.hash = '';
		},
		onHashChange(listener) {
			listeners.hash = listener;
		},
		keys: {
			read: () => stored,
			write(text) {
				stored = text;
			},
			onChange(listener) {
				listeners.keys = listener;
			},
		},
	};
	return {
		browser,
		sockets,
		asked,
		urls,
		stored: () => stored,
		lastSocket: () => sockets.at(-1),
		/** An address is typed over this one that differs in its fragment alone. */
		goTo(newHash: string) {
			location.hash = newHash;
			listeners.hash();
		},
		/** Another tab of this origin was given these keys. */
		otherTabGot(text: string) {
			stored = text;
			listeners.keys();
		},
	};
}

const json = (value: unknown, status = 200) => new Response(JSON.stringify(value), { status });
const fine = () => json({ ok: true, value: null });
/** A host that gives these keys for its token, and knows no others. */
const hostWith =
	(token: string, keys: ReturnType<typeof keysOf>) =>
	({ path, body, key }: Asked) => {
		if (path === '/session')
			return body === JSON.stringify({ token }) ? json({ ok: true, value: keys }) : json({}, 401);
		return key === keys.requests ? fine() : json({ ok: false }, 401);
	};

test('The token is exchanged before the first request, and leaves the address at once', async () => {
	const { browser, asked, urls, stored } = tab('#token=abc', hostWith('abc', keysOf('n')), null);
	const host = createWebHost(browser);
	expect(urls).toEqual(['/']);
	expect(await host.jobs.cancel({ job: '1' })).toEqual({ ok: true, value: null });
	expect(asked).toEqual([
		{ path: '/session', body: '{"token":"abc"}', key: null, newsroom: null },
		{ path: '/api/jobs.cancel', body: '{"job":"1"}', key: keysOf('n').requests, newsroom: null },
	]);
	expect(stored()).toBe(JSON.stringify(keysOf('n')));
});

test('A reload asks with the key that is kept, which no address and no body holds', async () => {
	const { browser, asked, urls, sockets } = tab('', fine);
	await createWebHost(browser).app.info({});
	expect(urls).toEqual([]);
	expect(asked).toEqual([{ path: '/api/app.info', body: '{}', key: keysOf('k').requests, newsroom: null }]);
	expect(sockets.map(({ protocols }) => protocols)).toEqual([['galley', `galley-key.${keysOf('k').requests}`]]);
});

test('A host in a newsroom names it with each request and each picture, however many there are', async () => {
	const { browser, asked } = tab('', fine);
	const host = createWebHost(browser);
	const [one, two] = ['1'.repeat(32), '2'.repeat(32)].map((id) => host.inNewsroom(id));
	await one?.articles.counts({});
	await two?.articles.counts({});
	await one?.articles.counts({});
	expect(asked.map(({ newsroom }) => newsroom?.[0])).toEqual(['1', '2', '1']);
	const query = `?key=${keysOf('k').pictures}`;
	expect(one?.mediaUrl('media/2025/03/a.svg')).toBe(`/newsroom/${'1'.repeat(32)}/media/2025/03/a.svg${query}`);
	expect(two?.mediaUrl('media/2025/03/a.svg')).toBe(`/newsroom/${'2'.repeat(32)}/media/2025/03/a.svg${query}`);
});

test('An address of an earlier start, no keys and damaged ones say so, and no call throws', async () => {
	for (const [hash, stored] of [
		['#token=old', known],
		['#token=old', null],
		['', known],
		['', null],
		['', '{"requests":1}'],
		['', 'x'],
	] as const) {
		const host = createWebHost(tab(hash, () => json({ ok: false }, 401), stored).browser);
		expect(await host.app.info({})).toMatchObject({ ok: false, failure: { code: 'not-allowed', about: 'app.info' } });
	}
});

test('An old address that is opened again does no harm to a browser that is signed in', async () => {
	const host = createWebHost(tab('#token=old', hostWith('new', keysOf('k'))).browser);
	expect(await host.app.info({})).toEqual({ ok: true, value: null });
});

test('A host that does not answer is disconnected, and no call throws', async () => {
	const gone = () => Promise.reject(new TypeError('Failed to fetch'));
	for (const hash of ['', '#token=abc'])
		expect(await createWebHost(tab(hash, gone).browser).app.info({})).toMatchObject({
			ok: false,
			failure: { code: 'disconnected' },
		});
	const garbled = createWebHost(tab('', () => new Response('<html>')).browser);
	expect(await garbled.app.info({})).toMatchObject({ ok: false, failure: { code: 'disconnected' } });
});

test('A token that nobody answered is exchanged once somebody does', async () => {
	let isThere = false;
	const { browser } = tab('#token=abc', (asked) => {
		if (!isThere) throw new TypeError('Failed to fetch');
		return hostWith('abc', keysOf('n'))(asked);
	});
	const host = createWebHost(browser);
	expect(await host.app.info({})).toMatchObject({ failure: { code: 'disconnected' } });
	// What asks by itself has been refused as well.
	await vi.advanceTimersByTimeAsync(0);
	isThere = true;
	expect(await host.app.info({})).toEqual({ ok: true, value: null });
});

/** A tab whose host was started anew, and so knows neither its cookie nor its key. */
async function leftBehind() {
	const one = tab('', hostWith('new', keysOf('n')));
	const host = createWebHost(one.browser);
	const states: string[] = [];
	const heard: string[] = [];
	host.subscribeConnection(() => states.push(host.connection()));
	host.subscribe('newsroom.changed', () => heard.push('newsroom'));
	await vi.advanceTimersByTimeAsync(0);
	one.lastSocket()?.open();
	one.lastSocket()?.close();
	await vi.advanceTimersByTimeAsync(20_000);
	one.lastSocket()?.close();
	await vi.advanceTimersByTimeAsync(20_000);
	expect(states).toEqual(['open', 'lost', 'signed-out']);
	expect(await host.app.info({})).toMatchObject({ failure: { code: 'not-allowed' } });
	return { ...one, host, states, heard };
}

test('A tab that is given the new address by its fragment alone signs in again, and goes on', async () => {
	const { host, states, heard, urls, goTo, sockets, lastSocket, stored } = await leftBehind();
	lastSocket()?.close();
	const before = sockets.length;
	goTo('#token=new');
	await vi.advanceTimersByTimeAsync(0);
	expect(urls).toEqual(['/']);
	expect(sockets.length).toBe(before + 1);
	expect(lastSocket()?.protocols).toEqual(['galley', `galley-key.${keysOf('n').requests}`]);
	lastSocket()?.open();
	expect(states).toEqual(['open', 'lost', 'signed-out', 'open']);
	expect(heard).toContain('newsroom');
	expect(await host.app.info({})).toEqual({ ok: true, value: null });
	expect(host.inNewsroom('1'.repeat(32)).mediaUrl('media/a.svg')).toContain(keysOf('n').pictures);
	expect(stored()).toBe(JSON.stringify(keysOf('n')));
});

test('A tab signs in again when another of its browser was given the new address', async () => {
	const { host, otherTabGot, lastSocket } = await leftBehind();
	lastSocket()?.close();
	otherTabGot(JSON.stringify(keysOf('n')));
	await vi.advanceTimersByTimeAsync(0);
	expect(lastSocket()?.protocols).toEqual(['galley', `galley-key.${keysOf('n').requests}`]);
	expect(await host.app.info({})).toEqual({ ok: true, value: null });
});

test('Another fragment is no token, and a wrong one changes nothing', async () => {
	const { host, goTo, asked } = await leftBehind();
	const before = asked.length;
	goTo('#elsewhere');
	await vi.advanceTimersByTimeAsync(0);
	expect(asked.length).toBe(before);
	goTo('#token=wrong');
	await vi.advanceTimersByTimeAsync(0);
	expect(await host.app.info({})).toMatchObject({ failure: { code: 'not-allowed' } });
});

test('Events reach those who subscribed to them, until they end it', async () => {
	const { browser, lastSocket } = tab('', fine);
	const host = createWebHost(browser);
	const heard: unknown[] = [];
	const end = host.subscribe('articles.changed', (payload) => heard.push(payload));
	host.subscribe('newsroom.changed', () => heard.push('newsroom'));
	await vi.advanceTimersByTimeAsync(0);
	lastSocket()?.open();
	lastSocket()?.send('{"name":"articles.changed","payload":{"ids":["a"]}}');
	end();
	lastSocket()?.send('{"name":"articles.changed","payload":{"ids":["b"]}}');
	expect(heard).toEqual([{ ids: ['a'] }]);
});

test('A lost connection is tried again ever more slowly, and its return says that anything may have changed', async () => {
	const { browser, sockets, lastSocket } = tab('', fine);
	const host = createWebHost(browser);
	const states: boolean[] = [];
	const heard: string[] = [];
	host.subscribeConnection((connected) => states.push(connected));
	host.subscribe('newsroom.changed', () => heard.push('newsroom'));
	host.subscribe('articles.changed', ({ ids }) => heard.push(`articles ${ids.length}`));
	await vi.advanceTimersByTimeAsync(0);
	lastSocket()?.open();
	expect(heard).toEqual([]);

	lastSocket()?.close();
	expect(states).toEqual([true, false]);
	await vi.advanceTimersByTimeAsync(250);
	expect(sockets.length).toBe(2);
	for (let tries = 0; tries < 10; tries += 1) {
		lastSocket()?.close();
		await vi.advanceTimersByTimeAsync(10_000);
	}
	expect(sockets.length).toBe(12);
	lastSocket()?.open();
	expect(states).toEqual([true, false, true]);
	expect(heard).toEqual(['newsroom', 'articles 0']);
});
