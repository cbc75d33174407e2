import { symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { StoryFilter } from '#shared/contract/articles.ts';
import { makeBulk } from '../bulk/testing/make-bulk.ts';
import { realFileSystem } from '../disk/file-system.ts';
import { articleServices } from '../services/article-services.ts';
import { tempFolder, tempNewsroom } from '../testing/temp-newsroom.ts';

const noTargets = { publishing: <Value>(_: unknown, __: boolean, work: () => Promise<Value>) => work() };

test('damaged files, links and copies are listed with reason and line, can be read, and nothing else can', async () => {
	const newsroom = await tempNewsroom();
	const story = await newsroom.articles.create('Budget');
	await newsroom.put('articles/2020/01/bad.json', '{\n  "a": 1\n  "b"\n}');
	await newsroom.put('articles/zz-copy.json', await newsroom.text(story.path));
	await newsroom.put('articles/.half.json.abc.galley-tmp', 'half');
	await newsroom.put('articles/notes.txt', 'not ours');
	const outside = await tempFolder();
	await symlink(outside, join(newsroom.path, 'articles/outside'));
	const again = await newsroom.reopen();
	const { damaged, damagedText, counts, list } = articleServices(makeBulk(again).start, () => {}, noTargets).articles;
	expect(await damaged({}, again)).toEqual([
		{ path: 'articles/2020/01/bad.json', line: 3, reason: expect.stringContaining('not valid JSON') },
		{ path: 'articles/outside', line: null, reason: expect.stringContaining('link to another place') },
		{ path: 'articles/zz-copy.json', line: null, reason: expect.stringContaining(`same id as ${story.path}`) },
	]);
	expect(await counts({}, again)).toMatchObject({ damaged: 3, queues: { all: 1 } });
	expect(await damagedText({ path: 'articles/2020/01/bad.json' }, again)).toEqual({ text: '{\n  "a": 1\n  "b"\n}' });
	for (const path of ['newsroom.json', '../session/newsroom.json', '/etc/passwd', story.path]) {
		await expect(damagedText({ path }, again)).rejects.toMatchObject({ failure: { code: 'not-found' } });
	}
	await expect(damagedText({ path: 'articles/outside' }, again)).rejects.toMatchObject({
		failure: { code: 'not-allowed' },
	});
	expect(
		await list({ ...StoryFilter.parse({}), sort: 'updated', cursor: null, offset: 0, limit: 9 }, again),
	).toMatchObject({
		rows: [{ id: story.article.id }],
	});
});

test('a damaged file that was mended is a story again', async () => {
	const newsroom = await tempNewsroom();
	const story = await newsroom.articles.create('Budget');
	const text = await newsroom.text(story.path);
	await newsroom.put(story.path, text.slice(0, 50));
	await newsroom.put('articles/other.json', '{');
	const again = await newsroom.reopen();
	const { damaged } = articleServices(makeBulk(again).start, () => {}, noTargets).articles;
	expect(await damaged({}, again)).toHaveLength(2);
	await newsroom.put(story.path, text);
	await realFileSystem.unlink(join(newsroom.path, 'articles/other.json'));
	expect(await damaged({}, again)).toEqual([]);
	expect(again.changes).toEqual([[story.article.id]]);
	expect((await again.articles.open(story.article.id)).revision).toBe(story.revision);
});
