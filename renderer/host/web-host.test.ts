import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Socket } from './event-socket.ts';
import { type Browser, createWebHost } from './web-host.ts';

beforeEach(() => {
	vi.useFakeTimers();
});
afterEach(() => {
	vi.useRealTimers();
});

/** A browser tab whose host answers what the test says. */
function tab(hash: string, answer: (path: string, body: string) => Response | Promise<Response>) {
	const sockets: { open(): void; close(): void; send(text: string): void }[] = [];
	const asked: [string, string][] = [];
	const urls: string[] = [];
	const browser: Browser = {
		location: { origin: 'http://127.0.0.1:4000', pathname: '/', hash },
		async fetch(path, init) {
			asked.push([path, String(init.body)]);
			return answer(path, String(init.body));
		},
		openSocket(address) {
			expect(address).toBe('ws://127.0.0.1:4000/events');
			const hear: Record<string, (event: { data: unknown }) => void> = {};
			const tell = (type: string, data: unknown = null) => hear[type]?.({ data });
			sockets.push({ open: () => tell('open'), close: () => tell('close'), send: (text) => tell('message', text) });
			const socket: Socket = {
				addEventListener(type: string, listener: (event: { data: unknown }) => void) {
					hear[type] = listener;
				},
			};
			return socket;
		},
		replaceUrl: (path) => urls.push(path),
	};
	return { browser, sockets, asked, urls, lastSocket: () => sockets.at(-1) };
}

const json = (value: unknown, status = 200) => new Response(JSON.stringify(value), { status });
const fine = () => json({ ok: true, value: null });

test('The token is exchanged before the first request, and leaves the address at once', async () => {
	const { browser, asked, urls } = tab('#token=abc', fine);
	const host = createWebHost(browser);
	expect(urls).toEqual(['/']);
	expect(await host.jobs.cancel({ job: '1' })).toEqual({ ok: true, value: null });
	expect(asked).toEqual([
		['/session', '{"token":"abc"}'],
		['/api/jobs.cancel', '{"job":"1"}'],
	]);
});

test('A reload asks by the cookie alone', async () => {
	const { browser, asked, urls } = tab('', fine);
	await createWebHost(browser).app.info({});
	expect(urls).toEqual([]);
	expect(asked.map(([path]) => path)).toEqual(['/api/app.info']);
});

test('An address of an earlier start says so, and no call throws', async () => {
	const stale = createWebHost(tab('#token=old', () => json({}, 401)).browser);
	expect(await stale.app.info({})).toMatchObject({ ok: false, failure: { code: 'not-allowed' } });
	const noCookie = createWebHost(tab('', () => json({ ok: false }, 401)).browser);
	expect(await noCookie.app.info({})).toMatchObject({ ok: false, failure: { code: 'not-allowed', about: 'app.info' } });
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

test('An image is reached below the newsroom of either host', () => {
	const host = createWebHost(tab('', fine).browser);
	expect(host.mediaUrl('media/2025/03/a.svg')).toBe('/newsroom/media/2025/03/a.svg');
});
