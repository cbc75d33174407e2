import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test } from '../../fixtures/app.ts';
import { expectBody } from '../../fixtures/expected-body.ts';
import { copyElsewhere } from '../../pages/clipboard.ts';
import type { Desk } from '../../pages/desk.ts';

test.setTimeout(60_000);

/** A picture of the sample newsroom, which stands for what a site would answer. */
const picture = 'media/2024/12/c51f86f65a4b.png';

async function pasteInto(desk: Desk, headline: string, html: string) {
	const story = await desk.newStory();
	await story.typeHeadline(headline);
	await desk.page.keyboard.press('Enter');
	await desk.page.keyboard.press('Enter');
	await copyElsewhere(desk.page, { html, text: 'as text' });
	await desk.page.keyboard.press('ControlOrMeta+v');
	return story;
}

test('a picture of a page comes with its caption when it is asked for, where it stood', async ({ desk }) => {
	const { page } = desk;
	// A test may not reach the web: only what the site would answer is put in its place.
	const asked: string[] = [];
	await page.route('**/api/media.fetch', async (route) => {
		asked.push(JSON.parse(route.request().postData() ?? '{}').url);
		await route.fulfill({ json: { ok: true, value: { media: picture, width: 10, height: 10 } } });
	});
	const story = await pasteInto(
		desk,
		'Page',
		'<p>Before.</p><figure><img src="https://news.example/quay.jpg" alt="The quay"><figcaption>At dawn</figcaption></figure><p>Between.</p><img src="https://news.example/b.jpg" alt="B"><p>After.</p>',
	);
	await expect(story.blocks('paragraph')).toHaveText(['Before.', 'At dawn', 'Between.', 'After.']);
	expect(asked).toEqual([]);
	await page.getByRole('button', { name: 'Fetch the pictures' }).click();
	await expect(story.blocks('image')).toHaveCount(2);
	expect(asked).toEqual(['https://news.example/quay.jpg', 'https://news.example/b.jpg']);
	const image = { type: 'image', media: '', credit: '', focus: null, size: 'column' };
	await expectBody(desk.newsroomFolder, 'Page', [
		{ type: 'paragraph', html: 'Before.' },
		{ ...image, alt: 'The quay', caption: 'At dawn' },
		{ type: 'paragraph', html: 'Between.' },
		{ ...image, alt: 'B', caption: '' },
		{ type: 'paragraph', html: 'After.' },
	]);
});

test('a picture that leads to this computer is not fetched', async ({ desk }) => {
	let count = 0;
	const server = createServer((_request, response) => {
		count += 1;
		response.end();
	});
	await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
	const { port } = server.address() as AddressInfo;
	try {
		await pasteInto(desk, 'Closed', `<p>Words</p><img src="http://localhost:${port}/a.png">`);
		await desk.page.getByRole('button', { name: 'Fetch the picture' }).click();
		await expect(desk.page.getByText(/it leads into a network that is not the open internet/)).toBeVisible();
		expect(count).toBe(0);
	} finally {
		server.close();
	}
});
