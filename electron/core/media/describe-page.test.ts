import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { describePage } from './describe-page.ts';

async function site(answer: RequestListener): Promise<string> {
	const server = createServer(answer);
	await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
	onTestFinished(() => void server.close());
	return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

const anywhere = () => true;

/** Takes pictures and notes their bytes. */
function store() {
	const taken: string[] = [];
	return {
		taken,
		add: async (_name: string, base64: string) => {
			taken.push(Buffer.from(base64, 'base64').toString());
			return { media: 'media/2025/03/0123456789ab.png', width: 1, height: 1 };
		},
	};
}

test('a page is asked for the title and the picture that it gives to those who link to it', async () => {
	const url = await site(({ url: path }, response) =>
		response.end(
			path === '/card.png'
				? 'bytes'
				: '<!doctype html><title>Plain</title><meta property="og:title" content="The &amp; harbour\n moves"><meta property="og:image" content="/card.png">',
		),
	);
	const media = store();
	expect(await describePage(`${url}/story`, media, anywhere)).toEqual({
		title: 'The & harbour moves',
		picture: 'media/2025/03/0123456789ab.png',
	});
	expect(media.taken).toEqual(['bytes']);
});

test('what a page does not say is not there, and a picture that cannot be had is no failure', async () => {
	const url = await site(({ url: path }, response) => {
		if (path === '/gone.png') response.writeHead(404).end();
		else if (path === '/plain') response.end('<title>Only\n a title</title><p>x<title>no</title>');
		else if (path === '/file') response.end('<meta property="og:image" content="file:///etc/passwd">');
		else response.end('<title>T</title><meta name="twitter:image" content="gone.png">');
	});
	const media = store();
	expect(await describePage(`${url}/plain`, media, anywhere)).toEqual({ title: 'Only a title', picture: null });
	expect(await describePage(`${url}/`, media, anywhere)).toEqual({ title: 'T', picture: null });
	expect(await describePage(`${url}/file`, media, anywhere)).toEqual({ title: null, picture: null });
	expect(media.taken).toEqual([]);
});

test('a page of this computer or a closed network is not asked', async () => {
	let count = 0;
	const url = await site((_request, response) => {
		count += 1;
		response.end('secret');
	});
	await expect(describePage(url, store())).rejects.toThrow(/The page at .* not the open internet/);
	// Nor is a picture there, to which a page of the open internet leads.
	const outside = await site((_request, response) => response.end(`<meta property="og:image" content="${url}/a.png">`));
	let times = 0;
	const onlyOnce = () => {
		times += 1;
		return times === 1;
	};
	expect(await describePage(outside, store(), onlyOnce)).toEqual({ title: null, picture: null });
	expect(count).toBe(0);
});
