import { chmod, link, lstat, mkdir, readdir, readFile, readlink, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { newDates } from '#shared/model/article.ts';
import { planExport, runExport } from './run.ts';
import { all, desk, failure, lead, one } from './testing/desk.ts';
import { readFiles, testId, testPicture } from './testing/test-newsroom.ts';

test('published stories are exported with their pictures, an index and the categories', async () => {
	const { newsroom, out, beside } = await desk();
	const source = await newsroom.source();
	expect((await planExport(source, all, out)).stories.map(({ slug, outcome }) => [slug, outcome]).sort()).toEqual([
		['night-trains', 'new'],
		['sea-wall', 'new'],
	]);
	expect(await beside()).toEqual(['newsroom']);
	expect(await runExport(source, all, out)).toMatchObject({
		written: 2,
		unchanged: 0,
		removed: 0,
		media: 1,
		blocked: [],
	});
	const files = await readFiles(out);
	expect(Object.keys(files)).toEqual([
		'.galley-export.json',
		'articles/night-trains.json',
		'articles/sea-wall.json',
		'categories.json',
		'corrections.json',
		'index.json',
		lead.media,
		'redirects.json',
		'withdrawn.json',
	]);
	const story = JSON.parse(files['articles/sea-wall.json'] ?? '');
	expect(story).toMatchObject({
		url: '/sea-wall',
		categories: [{ slug: 'asia', label: 'Asia', path: ['World', 'Asia'], uri: null }],
		leadImage: { src: lead.media, width: 4, height: 3, alt: 'A wall', focus: [0.5, 0.4] },
		bodyHtml: '<p id="block-b1" data-block="b1">The tide <strong>came</strong>.</p>',
		bodyText: 'The tide came.',
		wordCount: 3,
		readingMinutes: 1,
		related: [
			{ article: testId(2), url: '/night-trains', json: 'articles/night-trains.json', title: 'Night trains return' },
		],
	});
	expect(files['articles/sea-wall.json']).not.toContain('Not for readers');
	expect(JSON.parse(files['index.json'] ?? '').articles.map((entry: { slug: string }) => entry.slug)).toEqual([
		'sea-wall',
		'night-trains',
	]);
	for (const [path, text] of Object.entries(files)) {
		// Byte for byte as the standard writes it, however it was put together.
		if (path.endsWith('.json')) expect(text).toBe(`${JSON.stringify(JSON.parse(text), null, 2)}\n`);
	}
	expect(await beside()).toEqual(['newsroom', 'site']);
});

test('paragraphs without words are not exported, and no correction leads to one', async () => {
	const { newsroom, out } = await desk();
	await newsroom.write({
		id: testId(1),
		slug: 'sea-wall',
		body: [
			{ id: 'b1', type: 'paragraph', html: '' },
			{ id: 'b2', type: 'paragraph', html: 'The tide came.' },
			{ id: 'b3', type: 'paragraph', html: ' ' },
		],
		corrections: [
			{ kind: 'correction', date: '2025-04-01', text: 'It was no flood.', block: 'b1', priority: 'normal' },
		],
	});
	await runExport(await newsroom.source(), all, out);
	const story = JSON.parse((await readFiles(out))['articles/sea-wall.json'] ?? '');
	expect(story.body.map(({ id }: { id: string }) => id)).toEqual(['b2']);
	expect(story.bodyHtml).toBe('<p id="block-b2" data-block="b2">The tide came.</p>');
	expect(story.corrections).toMatchObject([{ text: 'It was no flood.', block: null }]);
});

test('the same newsroom gives the same bytes, and a second export touches nothing', async () => {
	const { newsroom, out } = await desk();
	await runExport(await newsroom.source(), all, out);
	const inode = (await stat(out)).ino;
	expect(await runExport(await newsroom.source('2025-06-01T00:00:00Z'), all, out)).toMatchObject({
		written: 0,
		unchanged: 2,
		media: 0,
	});
	expect((await stat(out)).ino).toBe(inode);
	await runExport(await newsroom.source('2026-01-01T00:00:00Z'), all, join(newsroom.root, 'other'));
	expect(await readFiles(join(newsroom.root, 'other'))).toEqual(await readFiles(out));
});

test('what Galley did not write stays: a repository, hidden files, links, rights, empty folders', async () => {
	const { newsroom, out } = await desk();
	await runExport(await newsroom.source(), all, out);
	await mkdir(join(out, '.git/objects'), { recursive: true });
	await writeFile(join(out, '.git/objects/ab'), 'object', { mode: 0o444 });
	await writeFile(join(out, '.env'), 'secret', { mode: 0o600 });
	await writeFile(join(out, 'articles/by-hand.json'), 'mine');
	await writeFile(join(out, 'deploy.sh'), '#!/bin/sh', { mode: 0o755 });
	await link(join(out, 'deploy.sh'), join(out, 'deploy-too.sh'));
	await symlink('nowhere/at/all', join(out, 'broken-link'));
	await mkdir(join(out, 'empty'));
	await chmod(join(out, '.git'), 0o700);
	await chmod(out, 0o750);
	const inode = (await stat(join(out, '.env'))).ino;
	await newsroom.write({ id: testId(2), slug: 'night-trains', headline: 'Night trains stay', status: 'published' });
	await newsroom.remove('sea-wall');
	expect(await planExport(await newsroom.source(), all, out)).toMatchObject({
		stories: [{ outcome: 'changed' }],
		removed: [{ id: testId(1), headline: 'Harbour towns weigh a sea wall', reason: 'is gone or in the trash' }],
	});
	expect(await runExport(await newsroom.source(), all, out)).toMatchObject({ written: 1, removed: 1 });
	expect(Object.keys(await readFiles(out))).toEqual([
		'.env',
		'.galley-export.json',
		'.git/objects/ab',
		'articles/by-hand.json',
		'articles/night-trains.json',
		'categories.json',
		'corrections.json',
		'deploy-too.sh',
		'deploy.sh',
		'index.json',
		'redirects.json',
		'withdrawn.json',
	]);
	expect((await stat(join(out, '.env'))).ino).toBe(inode);
	expect((await stat(join(out, '.env'))).mode & 0o777).toBe(0o600);
	expect((await stat(join(out, '.git'))).mode & 0o777).toBe(0o700);
	expect((await stat(out)).mode & 0o777).toBe(0o750);
	expect((await lstat(join(out, 'deploy.sh'))).nlink).toBe(2);
	expect(await readlink(join(out, 'broken-link'))).toBe('nowhere/at/all');
	expect(await readdir(join(out, 'empty'))).toEqual([]);
	expect(await readdir(out)).not.toContain('media');
});

test('a file in the way that is not Galley’s is never replaced', async () => {
	const { newsroom, out } = await desk();
	await mkdir(out);
	await writeFile(join(out, 'index.json'), 'mine');
	expect(await failure(runExport(await newsroom.source(), all, out))).toContain('already holds index.json');
	expect(await readFiles(out)).toEqual({ 'index.json': 'mine' });
	expect((await readdir(newsroom.root)).sort()).toEqual(['newsroom', 'site']);
});

test('a story with errors is blocked, with its reasons, and readers keep the version before', async () => {
	const { newsroom, out } = await desk();
	await runExport(await newsroom.source(), all, out);
	const before = await readFiles(out);
	await newsroom.write({
		id: testId(1),
		slug: 'sea-wall',
		headline: '',
		leadImage: { ...lead, alt: '' },
		related: [{ article: testId(9) }],
	});
	await newsroom.write({ id: testId(4), slug: 'new-and-bad', categories: [], body: [] });
	const plan = await planExport(await newsroom.source(), all, out);
	const blocked = plan.stories.filter((story) => story.outcome === 'blocked');
	expect(
		Object.fromEntries(
			blocked.map((story) => [story.slug, story.problems.filter((p) => p.severity === 'error').map((p) => p.check)]),
		),
	).toEqual({
		'sea-wall': ['headline-missing', 'lead-image-alt-missing'],
		'new-and-bad': ['category-missing', 'body-missing'],
	});
	expect((await runExport(await newsroom.source(), all, out)).blocked).toHaveLength(2);
	expect(await readFiles(out)).toEqual(before);
});

test('pictures that are gone or broken block a story', async () => {
	const { newsroom, out } = await desk();
	await newsroom.picture(lead.media, 'no picture');
	const checks = async () =>
		(await planExport(await newsroom.source(), all, out)).stories
			.find((story) => story.slug === 'sea-wall')
			?.problems.map((problem) => problem.check);
	expect(await checks()).toContain('picture-broken');
	await rm(join(newsroom.path, lead.media));
	expect(await checks()).toContain('picture-gone');
});

test('withdrawn and trashed stories go; an embargoed one is not exported nor named by others', async () => {
	const { newsroom, out } = await desk();
	await runExport(await newsroom.source(), all, out);
	const dates = { ...newDates('2025-03-31T08:00:00Z'), embargo: '2025-04-01T04:00:00Z' };
	await newsroom.write({ id: testId(2), slug: 'night-trains', dates });
	const plan = await planExport(await newsroom.source(), all, out);
	expect(plan.stories.find((story) => story.slug === 'night-trains')).toMatchObject({
		outcome: 'embargoed',
		withheld: { kind: 'embargo', until: dates.embargo, reason: '' },
	});
	expect(plan.removed).toEqual([
		{
			id: testId(2),
			headline: 'Harbour towns weigh a sea wall',
			reason: expect.stringContaining('is under embargo until'),
		},
	]);
	await runExport(await newsroom.source(), all, out);
	const files = await readFiles(out);
	expect(Object.keys(files)).not.toContain('articles/night-trains.json');
	expect(Object.values(files).join()).not.toContain('night-trains');
	await newsroom.write({ id: testId(1), slug: 'sea-wall', status: 'withdrawn' });
	await runExport(await newsroom.source('2025-04-02T00:00:00Z'), all, out);
	expect(Object.keys(await readFiles(out))).toEqual([
		'.galley-export.json',
		'articles/night-trains.json',
		'categories.json',
		'corrections.json',
		'index.json',
		'redirects.json',
		'withdrawn.json',
	]);
});

test('one story can be exported by itself, and the others of an earlier export stay in the index', async () => {
	const { newsroom, out } = await desk();
	await runExport(await newsroom.source(), all, out);
	await newsroom.write({ id: testId(2), slug: 'night-trains', headline: 'Changed too', status: 'published' });
	await newsroom.write({ id: testId(1), slug: 'new-address', headline: 'The wall stands' });
	expect(await runExport(await newsroom.source(), one(1), out)).toMatchObject({ written: 1, removed: 0 });
	const files = await readFiles(out);
	expect(Object.keys(files)).toEqual([
		'.galley-export.json',
		'articles/new-address.json',
		'articles/night-trains.json',
		'categories.json',
		'corrections.json',
		'index.json',
		'redirects.json',
		'withdrawn.json',
	]);
	expect(JSON.parse(files['index.json'] ?? '').articles.map((entry: { headline: string }) => entry.headline)).toEqual([
		'The wall stands',
		'Night trains return',
	]);
	expect(await failure(runExport(await newsroom.source(), one(9), out))).toContain('gone');
});

test('chosen stories are exported together, and the others of an earlier export stay as they were', async () => {
	const { newsroom, out } = await desk();
	for (const number of [11, 12, 13])
		await newsroom.write({ id: testId(number), slug: `story-${number}`, headline: 'First' });
	await runExport(await newsroom.source(), all, out);
	for (const number of [11, 12, 13])
		await newsroom.write({ id: testId(number), slug: `story-${number}`, headline: 'Second' });
	const selection = { kind: 'ids' as const, ids: [testId(11), testId(13), testId(99)] };
	const scope = { ...all, scope: { kind: 'some' as const, selection } };
	const plan = await planExport(await newsroom.source(), scope, out);
	expect(plan.stories.map(({ slug, outcome }) => [slug, outcome]).sort()).toEqual([
		['story-11', 'changed'],
		['story-13', 'changed'],
	]);
	expect(await runExport(await newsroom.source(), scope, out)).toMatchObject({ written: 2, removed: 0 });
	const headline = async (slug: string) =>
		JSON.parse(await readFile(join(out, 'articles', `${slug}.json`), 'utf8')).headline;
	expect(await Promise.all(['story-11', 'story-12', 'story-13'].map(headline))).toEqual(['Second', 'First', 'Second']);
	const slugs = (await readdir(join(out, 'articles'))).length;
	expect(JSON.parse(await readFile(join(out, 'index.json'), 'utf8')).articles).toHaveLength(slugs);
});

test('a story whose file is damaged now keeps its exported version', async () => {
	const { newsroom, out } = await desk();
	await runExport(await newsroom.source(), all, out);
	await writeFile(join(newsroom.path, 'articles/2025/03/night-trains-000000.json'), '{');
	const plan = await planExport(await newsroom.source(), all, out);
	expect(plan).toMatchObject({ removed: [], damaged: 1 });
});

test('a folder that cannot be used is refused with a reason, and nothing is made', async () => {
	const { newsroom, out, beside } = await desk();
	const source = await newsroom.source();
	const refused = async (folder: string) => {
		const sentence = await failure(planExport(source, all, folder));
		expect(await failure(runExport(source, all, folder))).toBe(sentence);
		return sentence;
	};
	await writeFile(join(newsroom.root, 'file'), 'x');
	await symlink('nowhere', join(newsroom.root, 'dangling'));
	expect(await refused(newsroom.path)).toContain('lies in the newsroom');
	expect(await refused(join(newsroom.path, 'media', 'out'))).toContain('lies in the newsroom');
	expect(await refused(newsroom.root)).toContain('holds the newsroom');
	expect(await refused(join(newsroom.root, 'file'))).toContain('is a file');
	expect(await refused(join(newsroom.root, 'file', 'below'))).toContain('file');
	expect(await refused(join(newsroom.root, 'dangling'))).toContain('leads nowhere');
	expect(await refused('relative/folder')).toContain('full path');
	expect(await refused('/')).toMatch(/holds the newsroom|whole disk/);
	await mkdir(join(newsroom.root, 'another'));
	await writeFile(join(newsroom.root, 'another', 'newsroom.json'), '{}');
	expect(await refused(join(newsroom.root, 'another', 'deep', 'site'))).toContain('lies in the newsroom');
	await rm(join(newsroom.root, 'another'), { recursive: true });
	await mkdir(out);
	await writeFile(join(out, 'newsroom.json'), '{}');
	expect(await refused(out)).toContain('is a newsroom itself');
	await rm(join(out, 'newsroom.json'));
	await symlink(newsroom.path, join(out, 'articles'));
	expect(await refused(out)).toContain('“articles” is a file or a link');
	await rm(join(out, 'articles'));
	await writeFile(join(out, '.galley-export.json'), '{"files":{"../../x":""}}');
	expect(await refused(out)).toContain('is damaged');
	expect((await beside()).sort()).toEqual(['dangling', 'file', 'newsroom', 'site']);
	expect(await readFile(join(newsroom.root, 'file'), 'utf8')).toBe('x');
});

test('a picture is as it was in the newsroom', async () => {
	const { newsroom, out } = await desk();
	await runExport(await newsroom.source(), all, join(out, 'deep', 'inside'));
	expect(await readFile(join(out, 'deep', 'inside', lead.media), 'utf8')).toBe(testPicture);
});

test('the plan and the report say of each story what readers will see change', async () => {
	const { newsroom, out } = await desk();
	await runExport(await newsroom.source(), all, out);
	const body = [
		{ id: 'b1', type: 'paragraph', html: 'The tide went.' },
		{ id: 'b2', type: 'paragraph', html: 'And came.' },
	];
	await newsroom.write({ id: testId(2), slug: 'night-trains', headline: 'Night trains are back', body });
	const plan = await planExport(await newsroom.source(), all, out);
	const difference = 'Headline changed, 1 block changed, 1 block added';
	// The first story links to it.
	expect(plan.stories.map((story) => [story.slug, story.difference]).sort()).toEqual([
		['night-trains', difference],
		['sea-wall', 'Related posts changed'],
	]);
	const report = await runExport(await newsroom.source(), all, out);
	expect(report.stories).toEqual(plan.stories);
});

test('a ready story goes out only where that is asked for, and nothing else names it', async () => {
	const { newsroom, out } = await desk();
	await newsroom.write({ id: testId(5), slug: 'soon', status: 'ready', headline: 'Soon', trending: true });
	await newsroom.write({ id: testId(4), slug: 'linking', headline: 'Linking', related: [{ article: testId(5) }] });
	const source = await newsroom.source();
	await runExport(source, all, out);
	expect(JSON.stringify(await readFiles(out))).not.toMatch(/soon/i);
	expect(await runExport(source, one(5), out)).toMatchObject({ blocked: [{ problems: [{ check: 'story-ready' }] }] });
	// A staging site gets it, in its lists and links too.
	await runExport(source, { ...all, ready: true }, out);
	const files = await readFiles(out);
	for (const path of ['index.json', 'articles/linking.json']) expect(files[path]).toContain('articles/soon.json');
	// The next export that does not ask for it takes it away, wherever it stood.
	expect((await planExport(source, all, out)).removed).toMatchObject([{ reason: expect.stringContaining('ready') }]);
	await runExport(source, all, out);
	expect(JSON.stringify(await readFiles(out))).not.toMatch(/soon/i);
});

test('a draft goes out only where that is asked for, marked, and no list and no link names it', async () => {
	const { newsroom, out } = await desk();
	await newsroom.write({ id: testId(3), slug: 'a-draft', status: 'draft', headline: 'Not yet' });
	await newsroom.write({ id: testId(4), slug: 'linking', headline: 'Linking', related: [{ article: testId(3) }] });
	const refused = await runExport(await newsroom.source(), one(3), out);
	expect(refused).toMatchObject({ written: 0, blocked: [{ slug: 'a-draft', problems: [{ check: 'story-draft' }] }] });
	await runExport(await newsroom.source(), all, out);
	expect(JSON.stringify(await readFiles(out))).not.toContain('a-draft');
	const asked = { ...one(3), drafts: true };
	expect(await runExport(await newsroom.source(), asked, out)).toMatchObject({ written: 1, blocked: [] });
	const files = await readFiles(out);
	expect(JSON.parse(files['articles/a-draft.json'] ?? '')).toMatchObject({ status: 'draft', headline: 'Not yet' });
	expect(files['index.json']).not.toContain('a-draft');
	expect(files['articles/linking.json']).not.toContain('a-draft');
	// The next export that does not ask for it takes it away.
	expect(await runExport(await newsroom.source(), one(1), out)).toMatchObject({ removed: 1 });
	expect(await readFiles(out)).not.toHaveProperty('articles/a-draft.json');
});

test('a byline carries the whole person with the portrait, and a name that is nobody stays a name', async () => {
	const { newsroom, out } = await desk();
	const portrait = 'media/2025/03/ana.svg';
	await newsroom.picture(portrait);
	const ana = { slug: 'ana-ruiz', name: 'Ana Ruiz', role: 'Reporter', email: 'ana@desk.example', picture: portrait };
	const write = (people: unknown[]) =>
		writeFile(join(newsroom.path, 'people.json'), JSON.stringify({ $schema: 'urn:galley:people:1', people }));
	await write([ana]);
	const entry = { name: 'Ana Ruiz', role: '', url: '', person: 'ana-ruiz' };
	const byline = [entry, { ...entry, name: 'Guest', person: null }, { ...entry, name: 'Gone', person: 'gone' }];
	await newsroom.write({ id: testId(1), slug: 'sea-wall', status: 'published', byline });
	await runExport(await newsroom.source(), all, out);
	const shown = async () => JSON.parse((await readFiles(out))['articles/sea-wall.json'] ?? '').byline;
	expect(await shown()).toMatchObject([
		{ name: 'Ana Ruiz', role: 'Reporter', person: { email: 'ana@desk.example', picture: { src: portrait, width: 4 } } },
		{ name: 'Guest', role: '', person: null },
		{ name: 'Gone', role: '', person: null },
	]);
	expect(Object.keys(await readFiles(out))).toContain(portrait);

	// What changes of a person reaches sites, though no story changed; a portrait that is gone keeps nobody back.
	await write([{ ...ana, role: 'Editor', picture: 'media/2025/03/gone.svg' }]);
	await runExport(await newsroom.source(), all, out);
	expect(await shown()).toMatchObject([{ role: 'Editor', person: { picture: null } }, {}, {}]);
});
