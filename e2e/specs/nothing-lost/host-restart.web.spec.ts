import { createServer, type Server } from 'node:net';
import { expect, test } from '../../fixtures/app.ts';
import { writeHarbourStory } from '../../fixtures/newsrooms/harbour-story.ts';
import { readStoryFile } from '../../fixtures/on-disk.ts';
import { startWebHost, stopProcess, type WebHost } from '../../fixtures/web-host.ts';
import type { Desk } from '../../pages/desk.ts';

/* The window of the desktop ends with its host. */
test.use({ newsroom: 'empty' });
test.slow();

const lastWords = async (desk: Desk) =>
	(await readStoryFile(desk.newsroomFolder, 'Harbour wall holds')).story.body.at(-1)?.html ?? '';

/** Ends the host of the desk without a word, and answers how it is started again, at no port that is asked for. */
async function loseHost(desk: Desk): Promise<() => Promise<WebHost>> {
	const { webHost } = desk.running;
	if (webHost === null) throw new Error('This is no web host.');
	const { places, problems } = desk.setting;
	// The tab asks again and again, and then as somebody whom the new host does not know.
	problems.expect(/^console: .*(?:net::ERR_|WebSocket|401)/);
	problems.expect(/^host: ended with/);
	await stopProcess(webHost.process, 'SIGKILL');
	return () =>
		startWebHost({
			places,
			newsroom: desk.newsroomFolder,
			port: null,
			onOutput: (text, stream) => problems.watchHost(text, stream),
		});
}

const notice = (desk: Desk, text: string) => desk.page.getByRole('alert').filter({ hasText: text });

test('a host that is started again is at the port of last time, and an old tab that is given its address by the fragment alone goes on', async ({
	desk,
}) => {
	await writeHarbourStory(desk, '');
	const startAgain = await loseHost(desk);
	await desk.story.goToEnd();
	await desk.page.keyboard.type(' Nobody listened.');
	await expect(notice(desk, 'Galley does not answer. What you type stays')).toBeVisible();
	const host = await startAgain();
	try {
		const { origin, hash } = new URL(host.address);
		expect(origin).toBe(new URL(desk.page.url()).origin);
		await expect(notice(desk, 'Galley was started again')).toBeVisible();
		if (process.env.GALLEY_PICTURE) await desk.page.screenshot({ path: process.env.GALLEY_PICTURE });
		await desk.page.keyboard.type(' Then somebody did.');
		await desk.page.evaluate((fragment) => {
			window.location.hash = fragment;
		}, hash);
		await expect(desk.page.getByRole('alert')).toHaveCount(0);
		await desk.story.waitUntilSaved();
		expect(desk.page.url()).not.toContain('token');
		expect(await lastWords(desk)).toBe('The ferry sailed on time. Nobody listened. Then somebody did.');
		// Not by a page that was loaded anew: what was typed can still be undone.
		await desk.story.goToEnd();
		await desk.page.keyboard.press('ControlOrMeta+z');
		await expect(desk.story.blocks().last()).not.toContainText('Then somebody did.');
		await desk.story.waitUntilSaved();
	} finally {
		await host.stop();
	}
});

test('an old tab goes on when the address is opened in another tab', async ({ desk }) => {
	await writeHarbourStory(desk, '');
	const startAgain = await loseHost(desk);
	await desk.story.goToEnd();
	await desk.page.keyboard.type(' Nobody listened.');
	const host = await startAgain();
	try {
		const other = await desk.page.context().newPage();
		desk.setting.problems.watchPage(other);
		await other.goto(host.address);
		await expect(other.getByRole('region', { name: 'Navigator' })).toBeVisible();
		await desk.story.waitUntilSaved();
		await expect.poll(() => lastWords(desk)).toBe('The ferry sailed on time. Nobody listened.');
		await other.close();
	} finally {
		await host.stop();
	}
});

/** Another program that listens on this port. */
function take(port: number): Promise<Server> {
	return new Promise((resolve, reject) => {
		const server = createServer();
		server.once('error', reject);
		server.listen(port, '127.0.0.1', () => resolve(server));
	});
}

test('a port that was taken meanwhile is left alone, and one that is asked for is taken', async ({ places }) => {
	const portOf = ({ address }: WebHost) => Number(new URL(address).port);
	const start = async (port: number | null) => {
		const host = await startWebHost({ places, newsroom: null, port });
		const taken = portOf(host);
		await host.stop();
		return taken;
	};
	const first = await start(null);
	expect(await start(null)).toBe(first);
	const program = await take(first);
	const second = await start(null);
	expect(second).not.toBe(first);
	// Two that run at once each find their own again.
	program.close();
	const one = await startWebHost({ places, newsroom: null, port: null });
	expect(portOf(one)).toBe(second);
	expect(await start(null)).toBe(first);
	await one.stop();
	const asked = await start(0);
	expect([first, second]).not.toContain(asked);
	expect(await start(asked)).toBe(asked);
	expect(await start(null)).toBe(asked);
});
