import { join } from 'node:path';
import { expect, test } from 'vitest';
import { contract, type OperationName } from '#shared/contract/index.ts';
import { preferenceDefaults } from '#shared/model/preferences.ts';
import { createCore } from './create-core.ts';
import { defaultPreferences } from './newsroom/preferences.ts';
import { askCore } from './testing/ask-core.ts';
import { sampleNewsroom, tempFolder, treeOfFolder } from './testing/temp-newsroom.ts';

async function startCore(newsroomPath: string | null = null) {
	const folder = await tempFolder();
	const logged: string[] = [];
	let stored = defaultPreferences();
	const core = await createCore({
		version: '1.2.3',
		preferences: {
			read: async () => stored,
			write: async (value) => {
				stored = value;
			},
		},
		dialogs: null,
		log: (message) => logged.push(message),
		newsroomPath,
		sampleNewsroom,
		documentsFolder: folder,
		userData: join(folder, 'user-data'),
	});
	return { core, folder, logged, newsroom: join(folder, 'Galley Sample Newsroom') };
}

test.each([
	['__proto__.toString', {}],
	['constructor', {}],
	['articles', {}],
	['articles.constructor', {}],
	['articles.get.call', {}],
	['articles.nothing', {}],
	['', {}],
	[null, {}],
	[7, {}],
	[['articles', 'get'], {}],
	['articles.get', null],
	['articles.get', { id: '01JQNV3M8Z4T6W9X2Y5B7C1D3F', extra: 1 }],
	['articles.get', { id: 7 }],
	['articles.list', { limit: 1e9 }],
	['articles.save', { article: {}, basedOn: 'x' }],
])('the request %j with %j is refused in words', async (name, input) => {
	const { core, logged } = await startCore('/nowhere/at/all');
	expect(await core.request(name, input, 10)).toEqual({
		ok: false,
		failure: expect.objectContaining({ code: 'bad-input', message: expect.stringMatching(/\.$/) }),
	});
	expect(logged).toEqual([]);
});

const climbing = [
	'../../newsroom.json',
	'..',
	'/etc/passwd',
	'media/../newsroom.json',
	'01JQNV3M8Z4T6W9X2Y5B7C1D3F/../x',
];
/** Every operation that takes an id, or a path inside the newsroom. */
const reaching: readonly [OperationName, (path: string) => unknown][] = [
	['articles.get', (id) => ({ id })],
	['articles.duplicate', (id) => ({ id })],
	['articles.trash', (id) => ({ id })],
	['articles.discardUntouched', (id) => ({ id })],
	['articles.restore', (id) => ({ id })],
	['articles.damagedText', (path) => ({ path })],
	['articles.linked', (id) => ({ ids: [id] })],
	['articles.suggestSlug', (id) => ({ id, headline: 'x' })],
	[
		'articles.suggestLinks',
		(id) => ({ id, text: '', tags: [], categories: [id], people: [], language: 'en', taken: [id] }),
	],
	['articles.list', (category) => ({ category })],
	['search.articles', (id) => ({ text: '', exclude: [id] })],
	['export.plan', (id) => ({ scope: { kind: 'one', id }, folder: '/tmp/nowhere' })],
	['export.start', (id) => ({ scope: { kind: 'one', id }, folder: '/tmp/nowhere' })],
	['jobs.cancel', (job) => ({ job })],
];
test.each(reaching)('%s climbs out of nothing', async (name, input) => {
	const { core, newsroom } = await startCore();
	const before = await treeOfFolder(newsroom);
	for (const path of climbing) {
		const result = await askCore(core, name, input(path));
		expect(result).toMatchObject({ ok: false, failure: { code: expect.stringMatching(/^(bad-input|not-found)$/) } });
	}
	expect(await treeOfFolder(newsroom)).toEqual(before);
});

test('a request that is too large is refused before it is read', async () => {
	const { core } = await startCore('/nowhere/at/all');
	for (const [name, limit] of [
		['articles.save', 8],
		['media.add', 36],
	]) {
		expect(await core.request(name, {}, Number(limit) * 1024 * 1024 + 1)).toMatchObject({
			failure: { code: 'too-large', message: expect.stringContaining(`${limit} MB`) },
		});
	}
});

test('every operation of the contract is served, and says so when no newsroom is open', async () => {
	const { core, logged } = await startCore('/nowhere/at/all');
	const names = Object.entries(contract).flatMap(([group, operations]) =>
		Object.keys(operations).map((name) => `${group}.${name}`),
	);
	for (const name of names) {
		const result = await core.request(name, {}, 10);
		if (!result.ok) expect(result.failure.code).toMatch(/^(bad-input|no-newsroom)$/);
	}
	expect(await core.request('articles.counts', {}, 10)).toMatchObject({ failure: { code: 'no-newsroom' } });
	expect(await core.readNewsroomFile('', 'media/x.png')).toBeNull();
	expect(logged).toEqual([]);
});

test('the first run opens a copy of the sample; later ones what was open last; a path that was asked for comes first', async () => {
	const first = await startCore();
	expect(await first.core.request('newsroom.current', {}, 2)).toMatchObject({
		value: { kind: 'open', path: first.newsroom, readOnly: null, recent: [{ path: first.newsroom }] },
	});
	const asked = await startCore(join(first.folder, 'missing'));
	expect(await asked.core.request('newsroom.current', {}, 2)).toMatchObject({
		value: { kind: 'none', problem: expect.stringContaining('There is no folder') },
	});
	expect(await treeOfFolder(asked.folder)).toEqual({});
	expect(await first.core.request('newsroom.open', { path: join(first.folder, 'missing') }, 2)).toMatchObject({
		failure: { code: 'newsroom-unusable' },
	});
	expect(await first.core.request('newsroom.current', {}, 2)).toMatchObject({ value: { path: first.newsroom } });
});

test('preferences change field by field and never show the recent newsrooms', async () => {
	const { core } = await startCore();
	await core.request('preferences.set', { theme: 'dark' }, 10);
	await core.request('preferences.set', { preview: true }, 10);
	expect(await core.request('preferences.get', {}, 10)).toEqual({
		ok: true,
		value: { ...preferenceDefaults, theme: 'dark', preview: true },
	});
	expect(await core.request('newsroom.current', {}, 2)).toMatchObject({ value: { recent: [{}] } });
});

test('a host without dialogs says to type the path', async () => {
	const { core } = await startCore();
	expect(await core.request('dialogs.pickFolder', { title: 'Export to' }, 10)).toMatchObject({
		failure: { code: 'not-allowed', message: expect.stringContaining('Type the path') },
	});
	expect(await core.request('app.info', {}, 2)).toEqual({
		ok: true,
		value: {
			version: '1.2.3',
			capabilities: { pickFolder: false, pickFile: false, saveFile: false, revealFolder: false, menu: false },
		},
	});
});
