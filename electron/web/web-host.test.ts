import { connect } from 'node:net';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { contract } from '#shared/contract/index.ts';
import { SessionKeys } from '#shared/contract/session.ts';
import { startWebHost } from './start-web-host.ts';
import { json, TestHost } from './testing/test-host.ts';

const operations = Object.entries(contract).flatMap(([group, names]) =>
	Object.keys(names).map((name) => `${group}.${name}`),
);

let site: TestHost;
beforeEach(async () => {
	site = await TestHost.open();
});
afterEach(() => site.close());

test('The printed address holds 256 random bits, which become an HttpOnly, SameSite=Strict cookie of this port', async () => {
	expect(site.host.address).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/#token=[\w-]{43}$/);
	const { status, headers } = await site.exchange();
	expect(status).toBe(200);
	expect(headers['set-cookie']?.[0]).toMatch(
		new RegExp(`^galley_${site.host.port}=[\\w-]{43}; Path=/; HttpOnly; SameSite=Strict$`),
	);
	expect(headers['set-cookie']?.[0]).not.toContain(site.token);
});

test('The token is exchanged for keys too, each of its own, that are in no cookie and in no answer but this', async () => {
	const { headers, text } = await site.exchange();
	const { requests, pictures } = SessionKeys.parse(JSON.parse(text).value);
	expect(new Set([requests, pictures, site.token]).size).toBe(3);
	expect(headers['cache-control']).toBe('no-store');
	expect(JSON.stringify(headers)).not.toContain(requests);
	const answer = await site.ask(await site.logIn());
	expect(JSON.stringify(answer)).not.toMatch(new RegExp(`${requests}|${pictures}`));
});

test('A wrong, empty or missing token gets no cookie', async () => {
	for (const wrong of ['', 'x', site.token.slice(1), `${site.token}x`]) {
		const { status, headers, text } = await site.exchange({}, wrong);
		expect(status, wrong).toBe(401);
		expect(headers['set-cookie']).toBeUndefined();
		expect(JSON.parse(text)).not.toHaveProperty('value');
	}
	expect((await site.send('POST', '/session', { ...json, Origin: site.origin }, '[]')).status).toBe(401);
	expect((await site.send('POST', '/session', { ...json, Origin: site.origin }, 'null')).status).toBe(401);
	expect((await site.send('POST', '/session', { ...json, Origin: site.origin }, '{')).status).toBe(401);
});

test('The token is exchanged only for our own page at our own address', async () => {
	expect((await site.exchange({ Origin: 'https://example.com' })).status).toBe(403);
	expect((await site.exchange({ Host: `localhost:${site.host.port}` })).status).toBe(403);
	expect((await site.exchange({ 'Sec-Fetch-Site': 'cross-site' })).status).toBe(403);
	expect((await site.send('POST', '/session', json, JSON.stringify({ token: site.token }))).status).toBe(403);
});

test('An operation is answered with the cookie and the key, from our own page, and says its newsroom', async () => {
	const known = { ...(await site.logIn()), 'Galley-Newsroom': 'the-id' };
	const answer = await site.ask(known, 'articles.get', '{"id":"x"}');
	expect(answer).toMatchObject({ status: 200, text: '{"ok":true,"value":null}' });
	expect(answer.headers['cache-control']).toBe('no-store');
	expect(site.asked).toEqual([{ name: 'articles.get', input: { id: 'x' }, newsroom: 'the-id' }]);
});

test.each(operations)(
	'%s is refused without cookie or key, from a foreign origin, and under another host name',
	async (name) => {
		const known = await site.logIn();
		const { Cookie, 'Galley-Key': key, ...rest } = known;
		expect((await site.ask(rest, name)).status).toBe(401);
		// What every server on this computer gets, with the origin forged.
		expect((await site.ask({ ...rest, Cookie }, name)).status).toBe(401);
		expect((await site.ask({ ...rest, 'Galley-Key': key }, name)).status).toBe(401);
		for (const wrong of ['', site.token, `${key}x`, await site.pictureKey(), Cookie])
			expect((await site.ask({ ...known, 'Galley-Key': wrong }, name)).status).toBe(401);
		expect((await site.ask({ ...known, Cookie: `galley_${site.host.port}=${site.token}` }, name)).status).toBe(401);
		expect((await site.ask({ ...known, Origin: 'https://example.com' }, name)).status).toBe(403);
		expect((await site.ask({ ...known, Origin: 'null' }, name)).status).toBe(403);
		expect((await site.ask({ Cookie, 'Galley-Key': key }, name)).status).toBe(403);
		expect((await site.ask({ ...known, 'Sec-Fetch-Site': 'same-site' }, name)).status).toBe(403);
		for (const rebound of [
			'evil.example',
			`evil.example:${site.host.port}`,
			`localhost:${site.host.port}`,
			'127.0.0.1',
			`[::1]:${site.host.port}`,
		])
			expect((await site.ask({ ...known, Host: rebound }, name)).status, rebound).toBe(403);
		expect((await site.send('GET', `/api/${name}`, known)).status).not.toBe(200);
		expect(site.asked).toEqual([]);
	},
);

test('Only JSON is taken, so that no form of another site is', async () => {
	const known = await site.logIn();
	for (const type of [
		'text/plain',
		'application/x-www-form-urlencoded',
		'multipart/form-data; boundary=x',
		'application/json-seq',
	])
		expect((await site.ask({ ...known, 'Content-Type': type })).status, type).toBe(415);
	expect((await site.ask(known, 'app.info', '{')).status).toBe(400);
	expect((await site.ask(known, 'app.info', Buffer.from([0x22, 0xff, 0x22]))).status).toBe(415);
	expect((await site.ask({ ...known, 'Content-Type': 'application/json; charset=utf-8' })).status).toBe(200);
	expect(site.asked.length).toBe(1);
});

test('A name that is no operation is not found, whatever it is called', async () => {
	const known = await site.logIn();
	for (const name of [
		'',
		'app',
		'app.nothing',
		'constructor.name',
		'__proto__.toString',
		'app.info.x',
		'../session',
		'app%2einfo',
	])
		expect((await site.ask(known, name)).status, name).toBe(404);
	expect(site.asked).toEqual([]);
});

test('A body over the limit of its operation is refused, announced or streamed', async () => {
	const known = await site.logIn();
	const large = `{"text":"${'x'.repeat(9 * 1024 * 1024)}"}`;
	const announced = await site.ask(known, 'articles.list', large);
	expect(announced.status).toBe(413);
	expect(JSON.parse(announced.text).failure).toMatchObject({ code: 'too-large', about: 'articles.list' });
	expect((await site.ask({ ...known, 'Transfer-Encoding': 'chunked' }, 'articles.list', large)).status).toBe(413);
	expect((await site.ask(known, 'media.add', large)).status).toBe(200);
	expect(site.asked.map(({ name }) => name)).toEqual(['media.add']);
});

/** Sends text as it stands, and answers the status line. */
function sendText(text: string): Promise<string> {
	return new Promise((resolve, reject) => {
		const socket = connect(site.host.port, '127.0.0.1', () => socket.write(text));
		let answer = '';
		socket.on('data', (bytes) => {
			answer += bytes;
		});
		socket.on('close', () => resolve(answer.split('\r\n')[0] ?? ''));
		socket.on('error', reject);
	});
}

test('A request with a header that comes twice is refused, whichever it is', async () => {
	const { Cookie, Origin, 'Galley-Key': key } = await site.logIn();
	const host = `Host: 127.0.0.1:${site.host.port}`;
	const sent = [host, `Origin: ${Origin}`, `Cookie: ${Cookie}`, `Galley-Key: ${key}`, 'Content-Type: application/json'];
	const post = (headers: readonly string[]) =>
		sendText(
			`POST /api/app.info HTTP/1.1\r\n${headers.join('\r\n')}\r\nConnection: close\r\nContent-Length: 2\r\n\r\n{}`,
		);
	expect(await post(sent)).toBe('HTTP/1.1 200 OK');
	for (const second of [...sent, 'Host: evil.example', 'Host:', 'Content-Type: text/plain'])
		expect(await post([...sent, second]), second).toBe('HTTP/1.1 400 Bad Request');
	const get = (hosts: string) => sendText(`GET / HTTP/1.1\r\n${hosts}\r\nConnection: close\r\n\r\n`);
	expect(await get(host)).toBe('HTTP/1.1 200 OK');
	for (const hosts of [
		`${host}\r\n${host}`,
		`${host}\r\nHost: evil.example`,
		`Host: localhost:${site.host.port}\r\n${host}`,
	])
		expect(await get(hosts), hosts).toBe('HTTP/1.1 400 Bad Request');
	const upgrade = `Upgrade: websocket\r\nSec-WebSocket-Key: ${'x'.repeat(22)}==\r\nSec-WebSocket-Version: 13`;
	const offer = `Sec-WebSocket-Protocol: galley, galley-key.${key}`;
	const socket = [
		`GET /events HTTP/1.1`,
		host,
		host,
		`Origin: ${Origin}`,
		`Cookie: ${Cookie}`,
		offer,
		'Connection: Upgrade',
	];
	expect(await sendText(`${socket.join('\r\n')}\r\n${upgrade}\r\n\r\n`)).toBe('HTTP/1.1 400 Refused');
	expect(site.asked.length).toBe(1);
});

test('A method that an address does not answer is refused', async () => {
	for (const method of ['PUT', 'DELETE', 'OPTIONS', 'PATCH']) {
		expect((await site.send(method, '/api/app.info', await site.logIn())).status).toBe(405);
		expect((await site.send(method, '/', { Host: 'evil.example' })).status).toBe(403);
	}
	expect((await site.send('POST', '/', { ...json, ...(await site.logIn()) }, '{}')).status).toBe(405);
});

/** Resolves to the status of a refused upgrade, or to the open socket. */
function openSocket(
	{ 'Galley-Key': key, ...headers }: Record<string, string>,
	path = '/events',
): Promise<WebSocket | number> {
	return new Promise((resolve, reject) => {
		const protocols = key === undefined ? [] : ['galley', `galley-key.${key}`];
		const socket = new WebSocket(`ws://127.0.0.1:${site.host.port}${path}`, protocols, { headers });
		socket.on('open', () => resolve(socket));
		socket.on('unexpected-response', (_request, response) => resolve(response.statusCode ?? 0));
		socket.on('error', reject);
	});
}

test('Events reach a tab with the cookie and the key, and nothing is received from it', async () => {
	const socket = await openSocket(await site.logIn());
	if (typeof socket === 'number') throw new Error(`The upgrade was refused with ${socket}.`);
	// The answer names the protocol, never the key that was offered beside it.
	expect(socket.protocol).toBe('galley');
	const heard = new Promise((resolve) => socket.on('message', (data) => resolve(JSON.parse(String(data)))));
	for (const listener of site.listeners) listener({ name: 'articles.changed', payload: { ids: [] } });
	expect(await heard).toEqual({ name: 'articles.changed', payload: { ids: [] } });
	const closed = new Promise((resolve) => socket.on('close', resolve));
	socket.send('{"name":"articles.save"}');
	expect(await closed).toBe(1008);
	expect(site.asked).toEqual([]);
});

test('A socket is refused without cookie or key, from a foreign origin, under another host name, or elsewhere', async () => {
	const known = await site.logIn();
	const { Cookie, Origin, 'Galley-Key': key } = known;
	expect(await openSocket({ Origin })).toBe(401);
	expect(await openSocket({ Origin, Cookie })).toBe(401);
	expect(await openSocket({ Origin, 'Galley-Key': key })).toBe(401);
	expect(await openSocket({ ...known, 'Galley-Key': await site.pictureKey() })).toBe(401);
	expect(await openSocket({ Cookie, 'Galley-Key': key })).toBe(403);
	expect(await openSocket({ ...known, Origin: 'https://example.com' })).toBe(403);
	expect(await openSocket({ ...known, Host: `evil.example:${site.host.port}` })).toBe(403);
	expect(await openSocket({ ...known, 'Sec-Fetch-Site': 'cross-site' })).toBe(403);
	expect(await openSocket(known, '/api/app.info')).toBe(403);
	expect(await openSocket(known, '/events?x')).toBe(403);
});

test('Closing ends the sockets and lets the core go', async () => {
	const socket = await openSocket(await site.logIn());
	if (typeof socket === 'number') throw new Error(`The upgrade was refused with ${socket}.`);
	const closed = new Promise((resolve) => socket.on('close', resolve));
	await site.host.close();
	expect(await closed).toBe(1001);
	expect(site.listeners.size).toBe(0);
	await expect(site.send('GET', '/')).rejects.toThrow(/ECONNREFUSED|socket hang up|ECONNRESET/);
});

test('A port that is taken is an error', async () => {
	const options = { renderer: join(site.folder, 'renderer'), port: site.host.port, log: console.error };
	const core = { request: neverAsked, readNewsroomFile: neverAsked, subscribe: () => () => undefined };
	await expect(startWebHost({ ...options, core })).rejects.toThrow('EADDRINUSE');
});

async function neverAsked(): Promise<never> {
	throw new Error('Nobody asks this core.');
}
