import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { request as httpRequest, type IncomingHttpHeaders } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { contract, type GalleyEvent } from '#shared/contract/index.ts';
import { startWebHost, type WebHost } from './start-web-host.ts';

const operations = Object.entries(contract).flatMap(([group, names]) =>
	Object.keys(names).map((name) => `${group}.${name}`),
);

interface Answer {
	readonly status: number;
	readonly headers: IncomingHttpHeaders;
	readonly text: string;
}

let folder: string;
let host: WebHost;
let asked: { name: unknown; input: unknown }[];
let filesAsked: string[];
let listeners: Set<(event: GalleyEvent) => void>;

beforeEach(async () => {
	folder = await mkdtemp(join(tmpdir(), 'galley-web-'));
	await mkdir(join(folder, 'renderer/assets'), { recursive: true });
	await writeFile(join(folder, 'renderer/index.html'), '<!doctype html><title>Galley</title>');
	await writeFile(join(folder, 'renderer/preview.html'), '<!doctype html><title>Preview</title>');
	await writeFile(join(folder, 'renderer/assets/app-1.js'), 'export {};');
	await writeFile(join(folder, 'secret.txt'), 'the secret');
	asked = [];
	filesAsked = [];
	listeners = new Set();
	host = await startWebHost({
		core: {
			async request(name, input) {
				asked.push({ name, input });
				return { ok: true, value: null };
			},
			async readNewsroomFile(path) {
				filesAsked.push(path);
				return path === 'media/2025/03/a b.svg' ? { bytes: Buffer.from('<svg/>'), type: 'image/svg+xml' } : null;
			},
			subscribe(listener) {
				listeners.add(listener);
				return () => listeners.delete(listener);
			},
		},
		renderer: join(folder, 'renderer'),
		port: 0,
		log: (message, error) => console.error(message, error),
	});
});

afterEach(async () => {
	await host.close();
	await rm(folder, { recursive: true });
});

const origin = () => `http://127.0.0.1:${host.port}`;
const token = () => host.address.split('#token=')[1] ?? '';
const json = { 'Content-Type': 'application/json' };

/** Sends a request exactly as written: fetch would refuse `Host`, tidy paths and add headers. */
function send(
	method: string,
	path: string,
	headers: Record<string, string> = {},
	body: string | Buffer | null = null,
): Promise<Answer> {
	return new Promise((resolve, reject) => {
		const request = httpRequest({ host: '127.0.0.1', port: host.port, method, path, headers }, (response) => {
			const chunks: Buffer[] = [];
			response.on('data', (chunk: Buffer) => chunks.push(chunk));
			response.on('end', () =>
				resolve({
					status: response.statusCode ?? 0,
					headers: response.headers,
					text: Buffer.concat(chunks).toString(),
				}),
			);
		});
		request.on('error', reject);
		request.end(body ?? undefined);
	});
}

const exchange = (headers: Record<string, string> = {}, given = token()) =>
	send('POST', '/session', { ...json, Origin: origin(), ...headers }, JSON.stringify({ token: given }));

async function logIn(): Promise<{ Cookie: string; Origin: string }> {
	const { headers } = await exchange();
	return { Cookie: (headers['set-cookie']?.[0] ?? '').split(';')[0] ?? '', Origin: origin() };
}

const ask = (headers: Record<string, string>, name = 'app.info', body: string | Buffer = '{}') =>
	send('POST', `/api/${name}`, { ...json, ...headers }, body);

test('The printed address holds 256 random bits, which become an HttpOnly, SameSite=Strict cookie of this port', async () => {
	expect(host.address).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/#token=[\w-]{43}$/);
	const { status, headers } = await exchange();
	expect(status).toBe(200);
	expect(headers['set-cookie']?.[0]).toMatch(
		new RegExp(`^galley_${host.port}=[\\w-]{43}; Path=/; HttpOnly; SameSite=Strict$`),
	);
	expect(headers['set-cookie']?.[0]).not.toContain(token());
});

test('A wrong, empty or missing token gets no cookie', async () => {
	for (const wrong of ['', 'x', token().slice(1), `${token()}x`]) {
		const { status, headers } = await exchange({}, wrong);
		expect(status, wrong).toBe(401);
		expect(headers['set-cookie']).toBeUndefined();
	}
	expect((await send('POST', '/session', { ...json, Origin: origin() }, '[]')).status).toBe(401);
	expect((await send('POST', '/session', { ...json, Origin: origin() }, 'null')).status).toBe(401);
	expect((await send('POST', '/session', { ...json, Origin: origin() }, '{')).status).toBe(401);
});

test('The token is exchanged only for our own page at our own address', async () => {
	expect((await exchange({ Origin: 'https://example.com' })).status).toBe(403);
	expect((await exchange({ Host: `localhost:${host.port}` })).status).toBe(403);
	expect((await exchange({ 'Sec-Fetch-Site': 'cross-site' })).status).toBe(403);
	expect((await send('POST', '/session', json, JSON.stringify({ token: token() }))).status).toBe(403);
});

test('An operation is answered with the cookie, from our own page', async () => {
	const answer = await ask(await logIn(), 'articles.get', '{"id":"x"}');
	expect(answer).toMatchObject({ status: 200, text: '{"ok":true,"value":null}' });
	expect(answer.headers['cache-control']).toBe('no-store');
	expect(asked).toEqual([{ name: 'articles.get', input: { id: 'x' } }]);
});

test.each(operations)(
	'%s is refused without cookie, from a foreign origin, and under another host name',
	async (name) => {
		const known = await logIn();
		expect((await ask({ Origin: origin() }, name)).status).toBe(401);
		expect((await ask({ Origin: origin(), Cookie: `galley_${host.port}=${token()}` }, name)).status).toBe(401);
		expect((await ask({ ...known, Origin: 'https://example.com' }, name)).status).toBe(403);
		expect((await ask({ ...known, Origin: 'null' }, name)).status).toBe(403);
		expect((await ask({ Cookie: known.Cookie }, name)).status).toBe(403);
		expect((await ask({ ...known, 'Sec-Fetch-Site': 'same-site' }, name)).status).toBe(403);
		for (const rebound of [
			'evil.example',
			`evil.example:${host.port}`,
			`localhost:${host.port}`,
			'127.0.0.1',
			`[::1]:${host.port}`,
		])
			expect((await ask({ ...known, Host: rebound }, name)).status, rebound).toBe(403);
		expect((await send('GET', `/api/${name}`, known)).status).not.toBe(200);
		expect(asked).toEqual([]);
	},
);

test('Only JSON is taken, so that no form of another site is', async () => {
	const known = await logIn();
	for (const type of [
		'text/plain',
		'application/x-www-form-urlencoded',
		'multipart/form-data; boundary=x',
		'application/json-seq',
	])
		expect((await ask({ ...known, 'Content-Type': type })).status, type).toBe(415);
	expect((await ask(known, 'app.info', '{')).status).toBe(400);
	expect((await ask(known, 'app.info', Buffer.from([0x22, 0xff, 0x22]))).status).toBe(415);
	expect((await ask({ ...known, 'Content-Type': 'application/json; charset=utf-8' })).status).toBe(200);
	expect(asked.length).toBe(1);
});

test('A name that is no operation is not found, whatever it is called', async () => {
	const known = await logIn();
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
		expect((await ask(known, name)).status, name).toBe(404);
	expect(asked).toEqual([]);
});

test('A body over the limit of its operation is refused, announced or streamed', async () => {
	const known = await logIn();
	const large = `{"text":"${'x'.repeat(9 * 1024 * 1024)}"}`;
	const announced = await ask(known, 'articles.list', large);
	expect(announced.status).toBe(413);
	expect(JSON.parse(announced.text).failure).toMatchObject({ code: 'too-large', about: 'articles.list' });
	expect((await ask({ ...known, 'Transfer-Encoding': 'chunked' }, 'articles.list', large)).status).toBe(413);
	expect((await ask(known, 'media.add', large)).status).toBe(200);
	expect(asked.map(({ name }) => name)).toEqual(['media.add']);
});

test('The page is served to our own host name alone, with its policies', async () => {
	const page = await send('GET', '/');
	expect(page).toMatchObject({ status: 200, text: '<!doctype html><title>Galley</title>' });
	const policy = String(page.headers['content-security-policy']);
	expect(policy).toContain("default-src 'none'; script-src 'self'; style-src 'self'; img-src");
	expect(policy).not.toContain('unsafe');
	expect(policy).toContain(`connect-src 'self' ws://127.0.0.1:${host.port};`);
	expect(page.headers).toMatchObject({
		'x-content-type-options': 'nosniff',
		'referrer-policy': 'no-referrer',
		'cross-origin-opener-policy': 'same-origin',
		'cross-origin-resource-policy': 'same-origin',
	});
	expect((await send('GET', '/preview.html')).headers['content-security-policy']).not.toContain('script-src');
	expect((await send('HEAD', '/assets/app-1.js')).headers['cache-control']).toContain('immutable');
	for (const rebound of ['evil.example', `evil.example:${host.port}`, '127.0.0.1'])
		expect((await send('GET', '/', { Host: rebound })).status).toBe(403);
	const typed = await send('GET', '/', { Host: `localhost:${host.port}` });
	expect(typed).toMatchObject({ status: 308, text: '' });
	expect(typed.headers.location).toBe(`${origin()}/`);
});

test.each([
	'/../secret.txt',
	'/..%2fsecret.txt',
	'/%2e%2e/secret.txt',
	'/assets/../../secret.txt',
	'/assets/..%5c..%5csecret.txt',
	'/..\\secret.txt',
	'//etc/passwd',
	'/assets/',
	'/assets/app-1.js%00.html',
	'/index.html/../../secret.txt',
])('%s leads out of the renderer and is not found', async (path) => {
	expect(await send('GET', path)).toMatchObject({ status: 404 });
});

test('A method that an address does not answer is refused', async () => {
	for (const method of ['PUT', 'DELETE', 'OPTIONS', 'PATCH']) {
		expect((await send(method, '/api/app.info', await logIn())).status).toBe(405);
		expect((await send(method, '/', { Host: 'evil.example' })).status).toBe(403);
	}
	expect((await send('POST', '/', { ...json, ...(await logIn()) }, '{}')).status).toBe(405);
});

test('An image of the newsroom is inert, and only for who has the cookie', async () => {
	const { Cookie } = await logIn();
	const address = '/newsroom/media/2025/03/a%20b.svg';
	const image = await send('GET', address, { Cookie });
	expect(image).toMatchObject({ status: 200, text: '<svg/>' });
	expect(image.headers).toMatchObject({ 'content-type': 'image/svg+xml', 'x-content-type-options': 'nosniff' });
	expect(image.headers['content-security-policy']).toContain('sandbox');
	expect(image.headers['cache-control']).toContain('immutable');
	expect((await send('GET', address)).status).toBe(401);
	expect((await send('GET', address, { Cookie, Origin: 'https://example.com' })).status).toBe(403);
	expect((await send('GET', address, { Cookie, 'Sec-Fetch-Site': 'cross-site' })).status).toBe(403);
	expect((await send('GET', address, { Cookie, Host: `localhost:${host.port}` })).status).toBe(403);
});

test.each([
	'../secret.txt',
	'..%2fsecret.txt',
	'media/../../secret.txt',
	'media/%2e%2e/%2e%2e/secret.txt',
	'media/..%5c..%5csecret.txt',
	'%2fetc/passwd',
	'media//a.svg',
	'media/%00a.svg',
	'media/%zz.svg',
	'media/%252e%252e/a.svg',
	'c:%5cwindows',
])('/newsroom/%s is refused before the core is asked', async (path) => {
	const { Cookie } = await logIn();
	expect((await send('GET', `/newsroom/${path}`, { Cookie })).status).toBe(404);
	expect(filesAsked).toEqual([]);
});

/** Resolves to the status of a refused upgrade, or to the open socket. */
function openSocket(headers: Record<string, string>, path = '/events'): Promise<WebSocket | number> {
	return new Promise((resolve, reject) => {
		const socket = new WebSocket(`ws://127.0.0.1:${host.port}${path}`, { headers });
		socket.on('open', () => resolve(socket));
		socket.on('unexpected-response', (_request, response) => resolve(response.statusCode ?? 0));
		socket.on('error', reject);
	});
}

test('Events reach a tab with the cookie, and nothing is received from it', async () => {
	const socket = await openSocket(await logIn());
	if (typeof socket === 'number') throw new Error(`The upgrade was refused with ${socket}.`);
	const heard = new Promise((resolve) => socket.on('message', (data) => resolve(JSON.parse(String(data)))));
	for (const listener of listeners) listener({ name: 'articles.changed', payload: { ids: [] } });
	expect(await heard).toEqual({ name: 'articles.changed', payload: { ids: [] } });
	const closed = new Promise((resolve) => socket.on('close', resolve));
	socket.send('{"name":"articles.save"}');
	expect(await closed).toBe(1008);
	expect(asked).toEqual([]);
});

test('A socket is refused without cookie, from a foreign origin, under another host name, or elsewhere', async () => {
	const known = await logIn();
	expect(await openSocket({ Origin: origin() })).toBe(401);
	expect(await openSocket({ Cookie: known.Cookie })).toBe(403);
	expect(await openSocket({ ...known, Origin: 'https://example.com' })).toBe(403);
	expect(await openSocket({ ...known, Host: `evil.example:${host.port}` })).toBe(403);
	expect(await openSocket({ ...known, 'Sec-Fetch-Site': 'cross-site' })).toBe(403);
	expect(await openSocket(known, '/api/app.info')).toBe(403);
	expect(await openSocket(known, '/events?x')).toBe(403);
});

test('Closing ends the sockets and lets the core go', async () => {
	const socket = await openSocket(await logIn());
	if (typeof socket === 'number') throw new Error(`The upgrade was refused with ${socket}.`);
	const closed = new Promise((resolve) => socket.on('close', resolve));
	await host.close();
	expect(await closed).toBe(1001);
	expect(listeners.size).toBe(0);
	await expect(send('GET', '/')).rejects.toThrow(/ECONNREFUSED|socket hang up|ECONNRESET/);
});

test('A port that is taken is an error', async () => {
	const options = { renderer: join(folder, 'renderer'), port: host.port, log: console.error };
	const core = { request: neverAsked, readNewsroomFile: neverAsked, subscribe: () => () => undefined };
	await expect(startWebHost({ ...options, core })).rejects.toThrow('EADDRINUSE');
});

async function neverAsked(): Promise<never> {
	throw new Error('Nobody asks this core.');
}
