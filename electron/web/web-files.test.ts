import { afterEach, beforeEach, expect, test } from 'vitest';
import { TestHost } from './testing/test-host.ts';

let site: TestHost;
beforeEach(async () => {
	site = await TestHost.open();
});
afterEach(() => site.close());

test('The page is served to our own host name alone, with its policies', async () => {
	const page = await site.send('GET', '/');
	expect(page).toMatchObject({ status: 200, text: '<!doctype html><title>Galley</title>' });
	const policy = String(page.headers['content-security-policy']);
	expect(policy).toContain("default-src 'none'; script-src 'self'; style-src 'self'; img-src");
	expect(policy).not.toContain('unsafe');
	expect(policy).toContain(`connect-src 'self' ws://127.0.0.1:${site.host.port};`);
	expect(page.headers).toMatchObject({
		'x-content-type-options': 'nosniff',
		'referrer-policy': 'no-referrer',
		'cross-origin-opener-policy': 'same-origin',
		'cross-origin-resource-policy': 'same-origin',
	});
	expect((await site.send('GET', '/preview.html')).headers['content-security-policy']).not.toContain('script-src');
	// A worker may run what reads dictionaries; no page, and no other script, may.
	expect((await site.send('GET', '/assets/proof-worker-1.js')).headers['content-security-policy']).toBe(
		"default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'; base-uri 'none'; form-action 'none'; object-src 'none'",
	);
	expect((await site.send('GET', '/assets/app-1.js')).headers['content-security-policy']).toBe(policy);
	expect((await site.send('HEAD', '/assets/app-1.js')).headers['cache-control']).toContain('immutable');
	for (const rebound of ['evil.example', `evil.example:${site.host.port}`, '127.0.0.1'])
		expect((await site.send('GET', '/', { Host: rebound })).status).toBe(403);
	const typed = await site.send('GET', '/', { Host: `localhost:${site.host.port}` });
	expect(typed).toMatchObject({ status: 308, text: '' });
	expect(typed.headers.location).toBe(`${site.origin}/`);
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
	expect(await site.send('GET', path)).toMatchObject({ status: 404 });
});

const newsroom = '0123456789abcdef0123456789abcdef';

test('An image of the newsroom is inert, and only for who has the cookie and the key of pictures', async () => {
	const { Cookie, 'Galley-Key': requests } = await site.logIn();
	const key = await site.pictureKey();
	const path = `/newsroom/${newsroom}/media/2025/03/a%20b.svg`;
	const address = `${path}?key=${key}`;
	const image = await site.send('GET', address, { Cookie });
	expect(image).toMatchObject({ status: 200, text: '<svg/>' });
	expect(site.filesAsked).toEqual([`${newsroom} media/2025/03/a b.svg`]);
	expect(image.headers).toMatchObject({ 'content-type': 'image/svg+xml', 'x-content-type-options': 'nosniff' });
	expect(image.headers['content-security-policy']).toContain('sandbox');
	expect(image.headers['cache-control']).toContain('immutable');
	expect((await site.send('GET', address)).status).toBe(401);
	for (const wrong of ['', '?key=', '?key', `?key=${requests}`, `?key=${key}x`, `?key=${site.token}`])
		expect((await site.send('GET', path + wrong, { Cookie })).status, wrong).toBe(401);
	expect((await site.send('GET', path, { Cookie, 'Galley-Key': requests })).status).toBe(401);
	expect((await site.send('GET', address, { Cookie, Origin: 'https://example.com' })).status).toBe(403);
	expect((await site.send('GET', address, { Cookie, 'Sec-Fetch-Site': 'cross-site' })).status).toBe(403);
	expect((await site.send('GET', address, { Cookie, 'Sec-Fetch-Site': 'same-site' })).status).toBe(403);
	expect((await site.send('GET', address, { Cookie, Host: `localhost:${site.host.port}` })).status).toBe(403);
	expect(site.filesAsked.length).toBe(1);
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
	const { Cookie } = await site.logIn();
	const key = await site.pictureKey();
	expect((await site.send('GET', `/newsroom/${newsroom}/${path}?key=${key}`, { Cookie })).status).toBe(404);
	expect(site.filesAsked).toEqual([]);
});
