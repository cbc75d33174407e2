import { cp, readdir, readFile, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { OpenedArticle } from '#shared/contract/articles.ts';
import { contract } from '#shared/contract/index.ts';
import type { AddedMedia } from '#shared/contract/newsroom.ts';
import { type Core, createCore } from '../create-core.ts';
import { askCore, openIn } from '../testing/ask-core.ts';
import { sampleNewsroom, tempFolder, treeOfFolder } from '../testing/temp-newsroom.ts';
import { filePreferences } from './preferences.ts';

const session = 'a-window-that-types';
const png = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';

async function startCore(folder: string, newsroom: string): Promise<Core> {
	return createCore({
		version: '1.2.3',
		preferences: filePreferences(join(folder, 'user-data', 'preferences.json')),
		dialogs: null,
		log: (message, error) => {
			throw new Error(message, { cause: error });
		},
		newsroomPath: newsroom,
		sampleNewsroom,
		documentsFolder: folder,
		userData: join(folder, 'user-data'),
	});
}

async function must<Value>(answer: ReturnType<Core['request']>): Promise<Value> {
	const result = await answer;
	if (!result.ok) throw new Error(result.failure.message);
	return result.value as Value;
}

/** A newsroom with a story, which is open, and two copies of it that are not. */
async function makeThree() {
	const folder = await tempFolder();
	const [original, copy, third] = ['original', 'copy', 'third'].map((name) => join(folder, name)) as [
		string,
		string,
		string,
	];
	const core = await startCore(folder, join(folder, 'nowhere'));
	await must(core.request('newsroom.create', { path: original, name: 'The Original' }, 100));
	const story = await must<OpenedArticle>(askCore(core, 'articles.create', { headline: 'Budget' }));
	for (const other of [copy, third]) {
		await cp(original, other, { recursive: true, filter: (path) => !path.includes('.galley') });
	}
	const id = await openIn(core);
	const typed = { ...story.article, standfirst: 'Typed while another window opened the copy.' };
	const storyIn = (newsroom: string) => readFile(join(newsroom, story.path), 'utf8');
	return {
		folder,
		original,
		copy,
		third,
		core,
		id,
		story,
		typed,
		storyIn,
		open: (path: string) => must(core.request('newsroom.open', { path }, 100)),
		note: (newsroom: unknown) =>
			core.request('journal.write', { session, version: 1, basedOn: story.revision, article: typed }, 100, newsroom),
		save: (newsroom: unknown) =>
			core.request(
				'articles.save',
				{ article: typed, basedOn: story.revision, from: { session, version: 1 } },
				100,
				newsroom,
			),
	};
}

const journalOf = (newsroom: string) =>
	readdir(join(newsroom, '.galley/journal')).catch((error: NodeJS.ErrnoException) => {
		if (error.code === 'ENOENT') return [];
		throw error;
	});

test('what a window still has to save when another opens a copy lands in its own newsroom, and nothing in the copy', async () => {
	const { original, copy, core, id, typed, storyIn, open, note, save } = await makeThree();
	await open(copy);
	expect(await note(id)).toMatchObject({ ok: true });
	expect(await journalOf(original)).toHaveLength(1);
	expect(await save(id)).toMatchObject({ ok: true, value: { kind: 'saved' } });
	expect(await storyIn(original)).toContain(typed.standfirst);
	expect(await storyIn(copy)).not.toContain(typed.standfirst);
	expect([...(await journalOf(original)), ...(await journalOf(copy))]).toEqual([]);
	await core.close();
	expect(await storyIn(original)).toContain(typed.standfirst);
});

test('a window that comes too late is refused in words that say what to do, until its newsroom is opened again', async () => {
	const { original, copy, third, core, id, typed, storyIn, open, note, save } = await makeThree();
	await open(copy);
	await open(third);
	const before = await Promise.all([original, copy, third].map(treeOfFolder));
	for (const answer of [await note(id), await save(id)]) {
		expect(answer).toEqual({
			ok: false,
			failure: {
				code: 'other-newsroom',
				message:
					'Another newsroom, “The Original”, was opened in place of this one. Open this one again to go on in it.',
			},
		});
	}
	expect(await Promise.all([original, copy, third].map(treeOfFolder))).toEqual(before);
	await open(original);
	expect(await openIn(core)).toBe(id);
	expect(await save(id)).toMatchObject({ ok: true, value: { kind: 'saved' } });
	expect(await storyIn(original)).toContain(typed.standfirst);
	await core.close();
});

const operations = Object.entries(contract).flatMap(([group, names]) =>
	Object.entries(names).map(([name, { about }]) => ({ name: `${group}.${name}`, about })),
);

test('only what is about Galley itself names no newsroom', () => {
	expect(operations.filter(({ about }) => about === 'app').map(({ name }) => name)).toEqual([
		'app.info',
		'newsroom.current',
		'newsroom.open',
		'newsroom.create',
		'backup.restore',
		'jobs.cancel',
		'preferences.get',
		'preferences.set',
		'dialogs.pickFolder',
		'dialogs.pickFile',
		'dialogs.saveFile',
		'dialogs.revealFolder',
	]);
});

test('a request that names no newsroom, or one that is not open, changes nothing and reads nothing', async () => {
	const { folder, original, core, id, story, typed } = await makeThree();
	const before = await treeOfFolder(original);
	const { revision, article } = story;
	const selection = { kind: 'ids', ids: [article.id] };
	const target = { scope: { kind: 'all' }, folder: join(folder, 'site') };
	const settings = await must<{ newsroom: object }>(core.request('newsroom.current', {}, 2));
	// Each as it would work, so that nothing but the name is in the way.
	const inputs: Readonly<Record<string, unknown>> = {
		'newsroom.saveSettings': { newsroom: { ...settings.newsroom, name: 'Taken over' } },
		'newsroom.savePeople': { people: [] },
		'newsroom.saveHouseStyle': { rules: [], dropsBad: false },
		'newsroom.changeWords': { add: ['Lund'], remove: [] },
		'newsroom.saveCategories': { categories: [] },
		'articles.get': { id: article.id },
		'articles.duplicate': { id: article.id },
		'articles.save': { article: typed, basedOn: revision },
		'articles.live': { id: article.id },
		'articles.publish': { id: article.id, basedOn: revision },
		'articles.change': { selection, change: { kind: 'trash' } },
		'articles.publications': { selection, first: true },
		'articles.find': {
			selection,
			query: { text: 'a', matchCase: false, wholeWord: false, isPattern: false },
			by: '',
		},
		'articles.undoChange': { undo: 'x' },
		'articles.trash': { id: article.id },
		'articles.discardUntouched': { id: article.id },
		'articles.restore': { id: article.id },
		'articles.emptyTrash': { ids: [article.id] },
		'articles.damagedText': { path: 'articles/bad.json' },
		'articles.facets': { of: 'tag' },
		'articles.linked': { ids: [article.id] },
		'articles.atAddresses': { slugs: [article.slug] },
		'articles.linkingTo': { selection },
		'articles.stillSaying': { id: article.id, facts: ['eleven'] },
		'references.touched': { carried: { of: 'tag', tag: 'harbour' } },
		'references.change': { change: { kind: 'remove-tag', tag: 'harbour' } },
		'articles.suggestLinks': {
			id: article.id,
			text: 'Budget',
			tags: [],
			categories: [],
			people: [],
			language: 'en',
			taken: [],
		},
		'articles.suggestSlug': { id: article.id, headline: 'Budget' },
		'search.articles': { text: 'Budget' },
		'media.uses': { media: 'media/2025/03/0123456789ab.png' },
		'media.add': { name: 'dot.png', base64: png },
		'media.describe': { url: 'http://127.0.0.1/' },
		'media.fetch': { url: 'http://127.0.0.1/a.png' },
		'documents.read': { name: 'a.txt', base64: 'YQ==' },
		'documents.open': { name: 'a.txt', base64: 'YQ==' },
		'history.list': { id: article.id },
		'history.get': { id: article.id, revision: '01JQNV3M8Z4T6W9X2Y5B7C1D3F' },
		'history.restore': { id: article.id, revision: '01JQNV3M8Z4T6W9X2Y5B7C1D3F', basedOn: revision },
		'journal.write': { session, version: 1, basedOn: revision, article: typed },
		'journal.clear': { session, id: article.id },
		'journal.resolve': { session, id: article.id, keep: 'mine' },
		'export.plan': target,
		'export.json': { ...target, story: article.id },
		'export.start': target,
		'targets.plan': { name: 'Site', scope: { kind: 'all' } },
		'targets.write': { name: 'Site', scope: { kind: 'all' } },
		'targets.catchUp': { name: 'Site' },
		'targets.log': { name: 'Site' },
		'targets.planRollBack': { name: 'Site' },
		'targets.rollBack': { name: 'Site', to: 1 },
		'backup.create': { file: join(folder, 'backup.zip') },
	};
	for (const { name } of operations.filter(({ about }) => about === 'newsroom')) {
		const ask = (newsroom: unknown) => core.request(name, inputs[name] ?? {}, 100, newsroom);
		for (const none of [null, undefined, 7, {}, [id]]) {
			expect(await ask(none), name).toMatchObject({
				failure: { code: 'bad-input', message: expect.stringContaining('which newsroom') },
			});
		}
		for (const other of ['', 'f'.repeat(32), `${id}x`, original]) {
			expect(await ask(other), name).toMatchObject({ failure: { code: 'other-newsroom' } });
		}
	}
	expect(await treeOfFolder(original)).toEqual(before);
	expect((await readdir(folder)).sort()).toEqual(['copy', 'original', 'third', 'user-data']);
	await core.close();
});

test('a picture is read from the newsroom that its address names, and from no copy', async () => {
	const { copy, third, core, id, open } = await makeThree();
	const { media } = await must<AddedMedia>(askCore(core, 'media.add', { name: 'dot.png', base64: png }));
	expect(await core.readNewsroomFile(id ?? '', media)).toMatchObject({ type: 'image/png' });
	await open(copy);
	expect(await core.readNewsroomFile((await openIn(core)) ?? '', media)).toBeNull();
	await open(third);
	expect(await core.readNewsroomFile(id ?? '', media)).toBeNull();
	await core.close();
});

test('a newsroom has one id, by whatever links it is reached and after a new start; a copy has another', async () => {
	const { folder, original, copy, core, id, open } = await makeThree();
	await symlink(original, join(folder, 'link'));
	await open(join(folder, 'link'));
	expect(await openIn(core)).toBe(id);
	await open(copy);
	expect(await openIn(core)).not.toBe(id);
	await core.close();
	const again = await startCore(folder, original);
	expect(await openIn(again)).toBe(id);
	await again.close();
});

test('of two newsrooms that are opened at once, one is open after the other', async () => {
	const { original, copy, third, core, save, id, storyIn, typed } = await makeThree();
	const opened = await Promise.all(
		[copy, third].map((path) => must<{ path: string }>(core.request('newsroom.open', { path }, 100))),
	);
	expect(opened.at(-1)?.path).toBe(third);
	expect(await must(core.request('newsroom.current', {}, 2))).toMatchObject({ path: third });
	expect(await save(id)).toMatchObject({ failure: { code: 'other-newsroom' } });
	expect(await askCore(core, 'articles.total', {})).toEqual({ ok: true, value: { total: 1 } });
	for (const newsroom of [original, copy, third]) expect(await storyIn(newsroom)).not.toContain(typed.standfirst);
	await core.close();
});
