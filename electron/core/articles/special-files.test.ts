import { mkdir, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { realFileSystem } from '../disk/file-system.ts';
import { createCurrentPreferences } from '../newsroom/current-preferences.ts';
import { openNewsroom } from '../newsroom/open-newsroom.ts';
import { filePreferences } from '../newsroom/preferences.ts';
import { makePipe } from '../testing/make-pipe.ts';
import { type TempNewsroom, tempFolder, tempNewsroom } from '../testing/temp-newsroom.ts';

/** Saves another story, which must work whatever stands in the place of the first. */
async function mustSave(newsroom: TempNewsroom): Promise<void> {
	const { article, revision } = await newsroom.articles.create('Ferry');
	expect(await newsroom.articles.save({ ...article, standfirst: 'Saved' }, revision)).toMatchObject({ kind: 'saved' });
	const work = {
		session: 'session-0001',
		version: 1,
		basedOn: revision,
		base: null,
		mine: { ...article, standfirst: 'Noted' },
	};
	expect(await newsroom.journal.write(work)).toMatchObject({ besideNewsroom: null });
}

const picture = 'media/2025/03/0123456789ab.png';

test.each([
	['a pipe', async (path: string) => void makePipe(path)],
	['a folder', (path: string) => mkdir(path, { recursive: true }).then(() => {})],
	['a link that leads to itself', (path: string) => symlink(path, path)],
])(
	'%s in the place of a picture is no picture, and everything else goes on',
	async (_name, make) => {
		const newsroom = await tempNewsroom();
		await mkdir(join(newsroom.path, 'media/2025/03'), { recursive: true });
		await make(join(newsroom.path, picture));
		expect(await newsroom.media.read(picture)).toBeNull();
		await mustSave(newsroom);
	},
	60_000,
);

test('a picture with a name that no disk can hold is no picture', async () => {
	const newsroom = await tempNewsroom();
	expect(await newsroom.media.read(`media/${'a'.repeat(300)}.png`)).toBeNull();
});

test.each([
	['a pipe', async (path: string) => void makePipe(path), /neither a file nor a folder/],
	[
		'a folder',
		async (path: string) => {
			await realFileSystem.unlink(path);
			await mkdir(path);
		},
		/a folder stands where a file is needed/,
	],
	[
		'a link that leads to itself',
		async (path: string) => {
			await realFileSystem.unlink(path);
			await symlink(path, path);
		},
		/links on its path lead nowhere/,
	],
])(
	'a story with %s in its place says so, and the others are opened and saved',
	async (_name, make, reason) => {
		const newsroom = await tempNewsroom();
		const story = await newsroom.articles.create('Harbour');
		await make(join(newsroom.path, story.path));
		await expect(newsroom.articles.open(story.article.id)).rejects.toMatchObject({
			failure: { code: 'disk', message: expect.stringMatching(reason) },
		});
		await mustSave(newsroom);
		const again = await newsroom.reopen();
		await mustSave(again);
	},
	60_000,
);

test.each(['newsroom.json', 'categories.json'])(
	'a newsroom with a pipe for its %s is refused in words',
	async (name) => {
		const newsroom = await tempNewsroom();
		await newsroom.close();
		makePipe(join(newsroom.path, name));
		await expect(openNewsroom(realFileSystem, newsroom.path, () => {})).rejects.toMatchObject({
			failure: { code: 'newsroom-unusable', message: expect.stringContaining(name) },
		});
	},
	60_000,
);

test('a pipe in the place of a history is told, and the story is saved', async () => {
	const newsroom = await tempNewsroom();
	const { article, revision } = await newsroom.articles.create('Harbour');
	await newsroom.settle();
	makePipe(join(newsroom.path, `.galley/history/${article.id}.log`));
	const outcome = await newsroom.articles.save({ ...article, standfirst: 'Saved' }, revision, 'explicit');
	expect(outcome).toMatchObject({ kind: 'saved', warning: expect.any(String) });
	await mustSave(newsroom);
}, 300_000);

test('a pipe in the place of a journal entry is passed over, and noting goes on', async () => {
	const newsroom = await tempNewsroom();
	const { article } = await newsroom.articles.create('Harbour');
	makePipe(join(newsroom.path, `.galley/journal/${article.id}.session-0002.json`));
	expect((await newsroom.journal.read()).entries).toEqual([]);
	await mustSave(newsroom);
	expect((await newsroom.journal.read()).entries).toHaveLength(1);
}, 300_000);

test('a pipe in the place of the preferences leaves the defaults, and is replaced', async () => {
	const file = makePipe(join(await tempFolder(), 'preferences.json'));
	const logged: string[] = [];
	const preferences = createCurrentPreferences(filePreferences(file), (message) => logged.push(message));
	expect((await preferences.read()).theme).toBe('system');
	expect(logged).toHaveLength(1);
	await preferences.change((stored) => ({ ...stored, theme: 'dark' }));
	expect((await filePreferences(file).read()).theme).toBe('dark');
}, 300_000);
