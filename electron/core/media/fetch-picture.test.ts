import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { fetchPicture } from './fetch-picture.ts';
import { isPublicAddress } from './public-address.ts';

async function site(answer: RequestListener): Promise<{ url: string; server: Server }> {
	const server = createServer(answer);
	await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
	onTestFinished(() => void server.close());
	return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, server };
}

const anywhere = () => true;
const why = (url: string, mayReach?: (address: string) => boolean) =>
	fetchPicture(url, mayReach).then(
		() => 'it was fetched',
		(error: Error) => error.message,
	);

test('a picture is fetched, also by a redirect', async () => {
	const asked: string[] = [];
	const { url } = await site((request, response) => {
		asked.push(`${request.method} ${request.url}`);
		if (request.url === '/moved') response.writeHead(302, { location: '/a.png' }).end();
		else response.end('bytes');
	});
	expect((await fetchPicture(`${url}/moved`, anywhere)).toString()).toBe('bytes');
	expect(asked).toEqual(['GET /moved', 'GET /a.png']);
});

test('this computer and closed networks are never asked, by no way', async () => {
	let count = 0;
	const { url } = await site((_request, response) => {
		count += 1;
		response.end('secret');
	});
	const { port } = new URL(url);
	for (const host of ['127.0.0.1', 'localhost', '[::1]', '[::ffff:127.0.0.1]', '0.0.0.0', '2130706433', '0x7f.1'])
		expect(await why(`http://${host}:${port}/a.png`), host).toMatch(/not the open internet/);
	expect(count).toBe(0);
	// The name is looked at again where a redirect leads.
	const { url: first } = await site((_request, response) =>
		response.writeHead(302, { location: `http://localhost:${port}/a.png` }).end(),
	);
	const onlyOnce = (() => {
		let times = 0;
		return (address: string) => address === '127.0.0.1' && ++times === 1;
	})();
	expect(await why(`${first}/a.png`, onlyOnce)).toMatch(/not the open internet/);
	expect(count).toBe(0);
});

test('what is no picture of the web, too large or without end says so', async () => {
	const { url } = await site((request, response) => {
		if (request.url === '/gone') response.writeHead(404).end();
		else if (request.url === '/around') response.writeHead(302, { location: '/around' }).end();
		else if (request.url === '/file') response.writeHead(302, { location: 'file:///etc/passwd' }).end();
		else if (request.url === '/cut') {
			response.writeHead(200, { 'content-length': '1000' });
			response.write('x', () => response.destroy());
		} else response.end(Buffer.alloc(26 * 1024 * 1024));
	});
	expect(await why(`${url}/gone`, anywhere)).toMatch(/answered 404/);
	expect(await why(`${url}/around`, anywhere)).toMatch(/without end/);
	expect(await why(`${url}/file`, anywhere)).toMatch(/no web address/);
	expect(await why(`${url}/cut`, anywhere)).toMatch(/does not answer/);
	expect(await why(`${url}/large`, anywhere)).toMatch(/larger than 25 MB/);
	expect(await why('http://no-such-site.invalid/a.png')).toMatch(/cannot be found/);
});

test('addresses are told apart as the registries do', () => {
	for (const address of ['8.8.8.8', '93.184.216.34', '172.15.0.1', '172.32.0.1', '2606:2800:220:1:248:1893:25c8:1946'])
		expect(isPublicAddress(address), address).toBe(true);
	for (const address of [
		'10.1.2.3',
		'100.64.0.1',
		'169.254.169.254',
		'172.31.255.255',
		'192.168.1.1',
		'224.0.0.1',
		'255.255.255.255',
		'::',
		'::1',
		'::ffff:8.8.8.8',
		'64:ff9b::7f00:1',
		'fc00::1',
		'fe80::1',
		'ff02::1',
		'2001::1',
		'2001:db8::1',
		'2002:7f00:1::',
		'localhost',
		'',
	])
		expect(isPublicAddress(address), address).toBe(false);
});
