import { mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Core, createCore } from '#core/create-core.ts';
import { filePreferences } from '#core/newsroom/preferences.ts';
import { openIn } from '#core/testing/ask-core.ts';
import { SessionKeys } from '#shared/contract/session.ts';
import { startWebHost, type WebHost } from './start-web-host.ts';

const secret = 'nobody outside may read this';
const png = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';

let root: string;
let newsroom: string;
let core: Core;
let host: WebHost;
let cookie: string;
let keys: SessionKeys;
const logged: string[] = [];

// The real core behind the real host, with a secret beside the newsroom that a path could lead to.
beforeAll(async () => {
	root = await mkdtemp(join(tmpdir(), 'galley-traversal-'));
	newsroom = join(root, 'desk');
	await mkdir(join(root, 'renderer'));
	await writeFile(join(root, 'renderer/index.html'), '<!doctype html>');
	await writeFile(join(root, 'secret.json'), JSON.stringify({ headline: secret }));
	await writeFile(join(root, 'secret.svg'), `<svg xmlns="http://www.w3.org/2000/svg"><text>${secret}</text></svg>`);
	core = await createCore({
		version: '1.0.0',
		preferences: filePreferences(join(root, 'preferences.json')),
		dialogs: null,
		log: (message, error) => console.error(message, error),
		newsroomPath: join(root, 'none'),
		sampleNewsroom: join(root, 'sample'),
		documentsFolder: join(root, 'documents'),
		userData: join(root, 'user-data'),
	});
	host = await startWebHost({
		core,
		renderer: join(root, 'renderer'),
		port: 0,
		log: (message) => logged.push(message),
	});
	const token = host.address.split('#token=')[1];
	const response = await fetch(new URL('/session', host.address), {
		method: 'POST',
		headers: { 'Content-Type': 'application/json', Origin: new URL(host.address).origin },
		body: JSON.stringify({ token }),
	});
	cookie = response.headers.get('set-cookie')?.split(';')[0] ?? '';
	keys = SessionKeys.parse(JSON.parse(await response.text()).value);
	expect((await ask('newsroom.create', { path: newsroom, name: 'The desk' })).text).toContain('"ok":true');
	await mkdir(join(newsroom, 'media/2025/03'), { recursive: true });
	await symlink(join(root, 'secret.svg'), join(newsroom, 'media/2025/03/link.svg'));
	await symlink(root, join(newsroom, 'media/out'));
});

afterAll(async () => {
	await host.close();
	await core.close();
	await rm(root, { recursive: true });
});

async function ask(name: string, input: unknown): Promise<{ status: number; text: string }> {
	const response = await fetch(new URL(`/api/${name}`, host.address), {
		method: 'POST',
		headers: {
			'Content-Type': 'application/json',
			Origin: new URL(host.address).origin,
			Cookie: cookie,
			'Galley-Key': keys.requests,
			'Galley-Newsroom': (await openIn(core)) ?? '',
		},
		body: JSON.stringify(input),
	});
	return { status: response.status, text: await response.text() };
}

const hostile = [
	'../secret',
	'../secret.json',
	'../../secret.json',
	'articles/../../secret.json',
	'articles/../../../../../../../../etc/passwd',
	'..\\secret.json',
	'%2e%2e/secret.json',
	'/etc/passwd',
	'C:\\Windows\\win.ini',
	'secret.json\0',
	'.',
	'',
];

const withId = ['articles.get', 'articles.duplicate', 'articles.trash', 'articles.restore'];

test.each(withId)('%s takes no path for an id', async (name) => {
	const before = await everyFile();
	for (const id of hostile) {
		const { text } = await ask(name, { id });
		expect(JSON.parse(text), id).toMatchObject({ ok: false, failure: { code: 'bad-input' } });
	}
	expect(await everyFile()).toEqual(before);
});

test('No other operation takes a path for an id either', async () => {
	const before = await everyFile();
	for (const id of hostile) {
		for (const [name, input] of [
			['articles.linked', { ids: [id] }],
			['articles.suggestSlug', { id, headline: 'A' }],
			['articles.save', { article: { id }, basedOn: 'x' }],
			['search.articles', { text: 'a', exclude: [id] }],
			['export.plan', { scope: { kind: 'one', id }, folder: join(root, 'site') }],
			['export.start', { scope: { kind: 'one', id }, folder: join(root, 'site') }],
		] as const) {
			const { text } = await ask(name, input);
			expect(JSON.parse(text), `${name} ${id}`).toMatchObject({ ok: false, failure: { code: 'bad-input' } });
		}
		await ask('jobs.cancel', { job: id });
	}
	expect(await everyFile()).toEqual(before);
});

test("A story's id and slug cannot lead its file out of the newsroom", async () => {
	const opened = JSON.parse((await ask('articles.create', { headline: 'A' })).text).value;
	const before = await everyFile();
	for (const path of hostile) {
		for (const change of [{ id: path }, { slug: path }, { leadImage: { media: path } }]) {
			const { text } = await ask('articles.save', {
				article: { ...opened.article, ...change },
				basedOn: opened.revision,
			});
			expect(JSON.parse(text), JSON.stringify(change)).toMatchObject({ ok: false, failure: { code: 'bad-input' } });
		}
	}
	expect(await everyFile()).toEqual(before);
});

test('The text of damaged files is no way to read others', async () => {
	for (const path of [...hostile, 'newsroom.json', '.galley/.gitignore', join(root, 'secret.json')]) {
		const { text } = await ask('articles.damagedText', { path });
		expect(JSON.parse(text), path).toMatchObject({ ok: false });
		expect(text).not.toContain(secret);
	}
});

test('An image is stored under its own hash, whatever its name', async () => {
	for (const name of [...hostile, '../../out.png']) {
		const { text } = await ask('media.add', { name, base64: png });
		expect(JSON.parse(text), name).toMatchObject({
			ok: true,
			value: { media: expect.stringMatching(/^media\/[\w/]+\.png$/) },
		});
	}
	expect((await everyFile()).filter((file) => file.endsWith('.png'))).toHaveLength(1);
});

test('A newsroom is opened only where one is', async () => {
	for (const path of [root, join(root, 'secret.json'), '/etc', join(root, 'gone'), `${newsroom}\0`, '../desk']) {
		const { text } = await ask('newsroom.open', { path });
		expect(JSON.parse(text), path).toMatchObject({ ok: false });
		expect(text).not.toContain(secret);
	}
	expect((await ask('newsroom.create', { path: root, name: 'Mine' })).text).toContain('"ok":false');
	expect(await readFile(join(root, 'secret.json'), 'utf8')).toContain(secret);
	expect((await ask('newsroom.current', {})).text).toContain('"kind":"open"');
});

test('There is no file manager to show a folder in', async () => {
	expect(JSON.parse((await ask('dialogs.revealFolder', { path: root })).text)).toMatchObject({ ok: false });
	expect(JSON.parse((await ask('dialogs.pickFolder', { title: 'Which?' })).text)).toMatchObject({ ok: false });
});

test.each([
	'media/2025/03/link.svg',
	'media/out/secret.svg',
	'newsroom.json',
	'media/../newsroom.json',
	'media/%2e%2e/newsroom.json',
	'.galley/lock',
	'articles/',
	'media/2025/03',
])('%s is not read as an image', async (path) => {
	const response = await readPicture(path);
	expect(response.status).toBe(404);
	expect(await response.text()).not.toContain(secret);
});

test('A picture is read in its own newsroom only, and an address too long for the disk is not found, quietly', async () => {
	const { media } = JSON.parse((await ask('media.add', { name: 'dot.png', base64: png })).text).value;
	expect((await readPicture(media)).status).toBe(200);
	for (const id of ['', 'f'.repeat(32), '..', '%2e%2e']) expect((await readPicture(media, id)).status, id).toBe(404);
	for (const name of ['a'.repeat(300), 'a'.repeat(12_000), 'a/'.repeat(6000), '%C3%A4'.repeat(2000)]) {
		const response = await readPicture(`media/${name}.png`);
		expect(response.status, name.slice(0, 10)).toBe(404);
	}
	expect(logged).toEqual([]);
});

async function readPicture(path: string, newsroom: string | null = null): Promise<Response> {
	const id = newsroom ?? (await openIn(core)) ?? '';
	const address = `${new URL(host.address).origin}/newsroom/${id}/${path}?key=${keys.pictures}`;
	return fetch(address, { headers: { Cookie: cookie } });
}

async function everyFile(): Promise<string[]> {
	const entries = await readdir(root, { recursive: true, withFileTypes: true });
	return entries
		.filter((entry) => entry.isFile() && entry.name !== 'preferences.json')
		.map((entry) => join(entry.parentPath, entry.name))
		.sort();
}
