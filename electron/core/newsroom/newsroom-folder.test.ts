import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { Person } from '#shared/model/person.ts';
import { realFileSystem } from '../disk/file-system.ts';
import {
	failingDisk,
	sampleNewsroom,
	systemError,
	tempFolder,
	tempNewsroom,
	treeOfFolder,
} from '../testing/temp-newsroom.ts';
import { copySampleNewsroom, createNewsroomFolder, openNewsroomFolder } from './newsroom-folder.ts';
import { openNewsroom } from './open-newsroom.ts';

const newsroomJson = '{\n  "$schema": "urn:galley:newsroom:1",\n  "name": "The Desk"\n}\n';
const taxonomy = '{\n  "$schema": "urn:galley:categories:1",\n  "categories": []\n}\n';

test.each<[string, Record<string, string>, string, RegExp]>([
	['a folder that is not there', {}, 'nowhere', /There is no folder at .*nowhere\. Check the path/],
	['a file', { 'desk.txt': 'x' }, 'desk.txt', /is a file, not a folder/],
	['a path through a file', { 'desk.txt': 'x' }, 'desk.txt/inside', /lies inside a file/],
	['a folder that is no newsroom', { 'a.txt': 'x' }, '.', /is not a newsroom: it holds no newsroom\.json/],
	[
		'an empty newsroom.json',
		{ 'newsroom.json': '' },
		'.',
		/newsroom\.json in .* is damaged on line 1\. The file is empty/,
	],
	[
		'a damaged newsroom.json',
		{ 'newsroom.json': '{\n  "name": \n}' },
		'.',
		/newsroom\.json in .* is damaged on line 3/,
	],
	[
		'a newsroom.json with a wrong time zone',
		{ 'newsroom.json': newsroomJson.replace('"name"', '"timeZone": "Mars",\n  "name"') },
		'.',
		/newsroom\.json in .* is damaged on line 3\. In timeZone: is not a time zone/,
	],
	[
		'a damaged categories.json',
		{
			'newsroom.json': newsroomJson,
			'categories.json': '{\n  "$schema": "urn:galley:categories:1",\n  "categories": [\n    { "slug": "A b" }\n  ]\n}',
		},
		'.',
		/categories\.json in .* is damaged on line 4\. In categories, entry 1, slug/,
	],
	[
		'a newer newsroom.json of another shape',
		{ 'newsroom.json': '{ "$schema": "urn:galley:newsroom:7" }' },
		'.',
		/A newer Galley wrote it/,
	],
])('%s is not opened, says why, and nothing is changed', async (_name, files, path, message) => {
	const folder = await tempFolder();
	for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text);
	const before = await treeOfFolder(folder);
	await expect(openNewsroom(realFileSystem, join(folder, path), () => {})).rejects.toMatchObject({
		failure: { code: 'newsroom-unusable', message: expect.stringMatching(message) },
	});
	expect(await treeOfFolder(folder)).toEqual(before);
});

test.each(['', 'desk', '../desk', '/tmp/a\0b'])('the path %j is refused', async (path) => {
	await expect(openNewsroomFolder(realFileSystem, path)).rejects.toMatchObject({
		failure: { code: 'newsroom-unusable' },
	});
	await expect(createNewsroomFolder(realFileSystem, path, 'x')).rejects.toMatchObject({
		failure: { code: 'newsroom-unusable' },
	});
});

test('a folder that may not be read says so', async () => {
	const folder = await tempFolder();
	for (const disk of [
		failingDisk({ mayAccess: async () => false }),
		failingDisk({ stat: () => Promise.reject(systemError('EACCES')) }),
	]) {
		await expect(openNewsroomFolder(disk, folder)).rejects.toMatchObject({
			failure: { code: 'newsroom-unusable', message: expect.stringContaining('may not read') },
		});
	}
});

test('a newer newsroom and one that may not be written open for reading only, and nothing is changed', async () => {
	const folder = await tempFolder();
	await writeFile(join(folder, 'newsroom.json'), newsroomJson.replace('newsroom:1', 'newsroom:2'));
	await writeFile(join(folder, 'categories.json'), taxonomy);
	const before = await treeOfFolder(folder);
	const newer = await openNewsroom(realFileSystem, folder, () => {});
	expect(newer.folder().readOnly).toMatch(/newer Galley/);
	await expect(newer.saveCategories([])).rejects.toMatchObject({ failure: { code: 'newer-format' } });
	await expect(newer.saveSettings(newer.folder().newsroom)).rejects.toMatchObject({
		failure: { code: 'newer-format' },
	});
	await expect(newer.media.add('x.png', '')).rejects.toMatchObject({ failure: { code: 'newer-format' } });
	expect(await treeOfFolder(folder)).toEqual(before);
});

test('an empty newsroom has all its parts and keeps Galley’s own folder out of git', async () => {
	const folder = join(await tempFolder(), 'new', 'desk');
	await createNewsroomFolder(realFileSystem, folder, 'The Desk');
	expect(
		Object.keys(await treeOfFolder(folder))
			.map((path) => path.slice(folder.length + 1))
			.sort(),
	).toEqual(['.galley', '.galley/.gitignore', 'articles', 'categories.json', 'media', 'newsroom.json']);
	expect(await openNewsroomFolder(realFileSystem, folder)).toMatchObject({
		newsroom: { name: 'The Desk' },
		readOnly: null,
	});
});

test('a newsroom is not made in a folder that holds something, nor without a name', async () => {
	const folder = await tempFolder();
	await expect(createNewsroomFolder(realFileSystem, folder, '  ')).rejects.toMatchObject({
		failure: { code: 'bad-input' },
	});
	await writeFile(join(folder, 'thesis.doc'), 'x');
	await expect(createNewsroomFolder(realFileSystem, folder, 'x')).rejects.toMatchObject({
		failure: { message: expect.stringContaining('is not empty') },
	});
	expect(Object.keys(await treeOfFolder(folder))).toHaveLength(1);
});

test('the sample is copied whole, or not at all', async () => {
	const folder = await tempFolder();
	const target = join(folder, 'documents', 'Galley Sample Newsroom');
	const full = failingDisk({ link: () => Promise.reject(systemError('ENOSPC')) });
	await expect(copySampleNewsroom(full, sampleNewsroom, target)).rejects.toMatchObject({ failure: { code: 'disk' } });
	expect(Object.keys(await treeOfFolder(folder))).toEqual([join(folder, 'documents')]);
	await copySampleNewsroom(realFileSystem, sampleNewsroom, target);
	const copied = await treeOfFolder(target);
	for (const [path, hash] of Object.entries(await treeOfFolder(sampleNewsroom))) {
		expect(copied[path.replace(sampleNewsroom, target)]).toBe(hash);
	}
	const { articles } = await openNewsroom(realFileSystem, target, () => {});
	await articles.reading.whole;
	expect(articles.catalogue.size).toBeGreaterThan(0);
});

test('settings and categories keep what this version does not know', async () => {
	const newsroom = await tempNewsroom();
	await newsroom.put('newsroom.json', newsroomJson.replace('"name"', '"motto": "Dig",\n  "name"'));
	await newsroom.put(
		'categories.json',
		'{\n  "$schema": "urn:galley:categories:1",\n  "categories": [\n    {\n      "slug": "world",\n      "icon": "globe",\n      "label": "World"\n    }\n  ]\n}\n',
	);
	const again = await newsroom.reopen();
	await again.saveSettings({ ...again.folder().newsroom, name: 'The Night Desk' });
	expect(await again.text('newsroom.json')).toBe(
		newsroomJson.replace('"name": "The Desk"', '"motto": "Dig",\n  "name": "The Night Desk"'),
	);
	const [world] = again.folder().categories;
	if (!world) throw new Error('no category');
	await again.saveCategories([{ slug: 'asia', label: 'Asia', parent: 'world', colour: null, uri: null }, world]);
	expect(await again.text('categories.json')).toContain('"icon": "globe",\n      "label": "World"\n    }\n  ]');
	expect((await again.reopen()).folder().categories.map(({ slug }) => slug)).toEqual(['asia', 'world']);
	await expect(again.saveCategories([{ ...world, parent: 'world' }])).rejects.toMatchObject({
		failure: { code: 'bad-input', message: expect.stringContaining('circle') },
	});
});

test('settings that another program damaged meanwhile are not overwritten', async () => {
	const newsroom = await tempNewsroom();
	await newsroom.put('newsroom.json', '{ broken');
	await expect(newsroom.saveSettings({ ...newsroom.folder().newsroom, name: 'x' })).rejects.toMatchObject({
		failure: { code: 'newsroom-unusable' },
	});
	expect(await newsroom.text('newsroom.json')).toBe('{ broken');
});

test('people are kept in a file of their own, and two of one slug are refused', async () => {
	const newsroom = await tempNewsroom();
	const ana = Person.parse({ slug: 'ana-ruiz', name: 'Ana Ruiz', email: 'ana@desk.example' });
	expect(newsroom.folder().people).toEqual([]);
	await newsroom.savePeople([ana]);
	expect(JSON.parse(await newsroom.text('people.json'))).toEqual({ $schema: 'urn:galley:people:1', people: [ana] });
	await expect(newsroom.savePeople([ana, ana])).rejects.toThrow('two people have the slug ana-ruiz');

	// What another program adds to the file stays.
	const other = { ...ana, phone: '12' };
	await newsroom.put('people.json', JSON.stringify({ $schema: 'urn:galley:people:1', people: [other] }));
	expect(await newsroom.reloadSettings()).toBe('same');
	await newsroom.savePeople([{ ...ana, role: 'Editor' }]);
	expect(JSON.parse(await newsroom.text('people.json')).people).toEqual([{ ...other, role: 'Editor' }]);
	await newsroom.put('people.json', '{');
	expect(await newsroom.reloadSettings()).toBe('damaged');
	expect(newsroom.folder().people[0]?.role).toBe('Editor');
});
