import { mkdir, readdir, rename, rmdir, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { OpenedArticle, SaveOutcome } from '#shared/contract/articles.ts';
import { realFileSystem } from '../disk/file-system.ts';
import {
	failingDisk,
	systemError,
	type TempNewsroom,
	tempFolder,
	tempNewsroom,
	tempSample,
	treeOfFolder,
} from '../testing/temp-newsroom.ts';

async function save(desk: TempNewsroom, story: OpenedArticle, change: Partial<OpenedArticle['article']>) {
	const outcome = await desk.articles.save({ ...story.article, ...change }, story.revision);
	if (outcome.kind !== 'saved') throw new Error(`the save ended as ${outcome.kind}`);
	return outcome;
}

test('a new story is a whole file at its lasting path', async () => {
	const desk = await tempNewsroom();
	const story = await desk.articles.create('Budget: “passes” at last');
	expect(story.article).toMatchObject({
		headline: 'Budget: “passes” at last',
		slug: 'budget-passes-at-last',
		status: 'draft',
	});
	expect(story.path).toMatch(/^articles\/\d{4}\/\d{2}\/budget-passes-at-last-[0-9a-z]{6}\.json$/);
	expect(await desk.text(story.path)).toBe(`${JSON.stringify(story.article, null, 2)}\n`);
	const renamed = await save(desk, story, { slug: 'spring-budget', headline: 'Spring budget' });
	const again = await (await desk.reopen()).articles;
	expect(await again.open(story.article.id)).toEqual({
		...renamed,
		kind: undefined,
		path: story.path,
		readOnly: null,
	});
});

test('slugs are unique, whoever comes first, and free again after a change', async () => {
	const desk = await tempNewsroom();
	const made = await Promise.all([1, 2, 3].map(() => desk.articles.create('Budget')));
	expect(made.map((story) => story.article.slug).sort()).toEqual(['budget', 'budget-2', 'budget-3']);
	const [first, second] = made;
	if (!first || !second) throw new Error('no stories');
	const taken = await save(desk, second, { slug: first.article.slug });
	expect(taken.article.slug).not.toBe(first.article.slug);
	await save(desk, first, { slug: 'harbour' });
	expect((await save(desk, { ...second, ...taken }, { slug: first.article.slug })).article.slug).toBe(
		first.article.slug,
	);
});

test('a save changes one line and the date, and each save is later than the last', async () => {
	const desk = await tempSample();
	const [id] = desk.articles.catalogue.ids();
	if (id === undefined) throw new Error('no story');
	const story = await desk.articles.open(id);
	const before = await desk.text(story.path);
	const saved = await save(desk, story, { headline: 'Another headline' });
	const after = (await desk.text(story.path)).split('\n');
	const changed = after.filter((line, index) => line !== before.split('\n')[index]);
	expect(changed.map((line) => line.trim().split(':')[0])).toEqual(['"headline"', '"updated"']);
	const next = await save(desk, { ...story, ...saved }, { headline: 'A third' });
	expect(next.article.dates.updated > saved.article.dates.updated).toBe(true);
});

test('saving what is in the file already writes nothing', async () => {
	const desk = await tempSample();
	const before = await treeOfFolder(desk.path);
	for (const id of desk.articles.catalogue.ids()) {
		const story = await desk.articles.open(id);
		expect(await save(desk, story, {})).toMatchObject({ article: story.article, revision: story.revision });
	}
	expect(await treeOfFolder(desk.path)).toEqual(before);
	expect(desk.changes).toEqual([]);
});

test('a save that was based on an older text is a conflict and overwrites nothing', async () => {
	const desk = await tempNewsroom();
	const story = await desk.articles.create('Budget');
	const theirs = await save(desk, story, { standfirst: 'Theirs' });
	const outcome = await desk.articles.save({ ...story.article, standfirst: 'Mine' }, story.revision);
	expect(outcome).toMatchObject({
		kind: 'conflict',
		theirs: { revision: theirs.revision, article: { standfirst: 'Theirs' } },
	});
	expect(await desk.text(story.path)).toContain('Theirs');
	if (outcome.kind !== 'conflict') throw new Error('no conflict');
	const mine = await save(desk, outcome.theirs, { standfirst: 'Mine' });
	expect(await desk.text(story.path)).toContain('Mine');
	// The answer to that save was lost, and it is sent again.
	const again = await desk.articles.save({ ...story.article, standfirst: 'Mine' }, outcome.theirs.revision);
	expect(again).toEqual({ ...mine, kind: 'saved' });
});

test('of two saves at once on one revision, one is saved and one is a conflict', async () => {
	const desk = await tempNewsroom();
	const story = await desk.articles.create('Budget');
	const outcomes = await Promise.all(
		['One', 'Two'].map((standfirst) => desk.articles.save({ ...story.article, standfirst }, story.revision)),
	);
	expect(outcomes.map((outcome: SaveOutcome) => outcome.kind).sort()).toEqual(['conflict', 'saved']);
});

test('a change by another program is a conflict; a deleted or damaged file is gone and stays as it is', async () => {
	const desk = await tempNewsroom();
	const story = await desk.articles.create('Budget');
	const mine = { ...story.article, headline: 'Mine' };
	await desk.put(story.path, (await desk.text(story.path)).replace('Budget', 'Theirs'));
	expect(await desk.articles.save(mine, story.revision)).toMatchObject({
		kind: 'conflict',
		theirs: { article: { headline: 'Theirs' } },
	});
	await desk.put(story.path, '{ "half": ');
	expect(await desk.articles.save(mine, story.revision)).toMatchObject({
		kind: 'gone',
		reason: expect.stringMatching(/damaged by another program on line 1.*not overwritten/),
	});
	expect(await desk.text(story.path)).toBe('{ "half": ');
	await realFileSystem.unlink(join(desk.path, story.path));
	expect(await desk.articles.save(mine, story.revision)).toMatchObject({ kind: 'gone' });
	await expect(desk.articles.open(story.article.id)).rejects.toMatchObject({ failure: { code: 'not-found' } });
});

test('a story that began without a headline gets its address from it when it leaves the drafts', async () => {
	const desk = await tempNewsroom();
	await desk.articles.create('Harbour');
	const story = await desk.articles.create('');
	expect(story.article.slug).toBe('story');
	const draft = await save(desk, story, { headline: 'Harbour' });
	expect(draft.article.slug).toBe('story');
	const ready = await save(desk, { ...story, ...draft }, { status: 'ready' });
	expect(ready.article.slug).toBe('harbour-2');
	const again = await save(desk, { ...story, ...ready }, { headline: 'Harbour reopens' });
	expect(again.article.slug).toBe('harbour-2');
});

test('publication is dated once, cannot be taken back, and fixes the slug', async () => {
	const desk = await tempNewsroom();
	const story = await desk.articles.create('Budget');
	const published = await save(desk, story, { status: 'published' });
	const date = published.article.dates.published;
	expect(date).not.toBeNull();
	const dates = { ...published.article.dates, published: null, created: '1999-01-01T00:00:00Z' };
	const later = await save(desk, { ...story, ...published }, { slug: 'renamed', status: 'withdrawn', dates });
	expect(later.article).toMatchObject({
		slug: 'budget',
		dates: { published: date, created: story.article.dates.created },
	});
});

test('a copy has its own id, slug and dates and everything else of the story', async () => {
	const desk = await tempNewsroom();
	const story = await desk.articles.create('Budget');
	await save(desk, story, {
		status: 'published',
		tags: ['money'],
		corrections: [{ date: '2025-03-31', text: 'x', block: null }],
	});
	await desk.put(story.path, (await desk.text(story.path)).replace('"tags"', '"mood": "calm",\n  "tags"'));
	const copy = await desk.articles.duplicate(story.article.id);
	expect(copy.article).toMatchObject({
		headline: 'Budget',
		slug: 'budget-2',
		status: 'draft',
		tags: ['money'],
		corrections: [],
	});
	expect(copy.article.dates.published).toBeNull();
	expect(copy.article.id).not.toBe(story.article.id);
	expect(await desk.text(copy.path)).toContain('"mood": "calm"');
});

test.each([
	['ENOSPC', 'the disk is full'],
	['EACCES', 'not allowed to'],
	['EROFS', 'can only be read'],
	['EIO', 'reports a fault'],
])('a disk that answers %s leaves the old story whole and says what to do', async (code, sentence) => {
	let isFailing = false;
	const disk = failingDisk({
		open: async (path, flags) => {
			const file = await realFileSystem.open(path, flags);
			if (!isFailing || flags === 'r') return file;
			return {
				writeFile: async (bytes) => {
					await file.writeFile(bytes.subarray(0, 10));
					throw systemError(code);
				},
				sync: () => file.sync(),
				chmod: (mode) => file.chmod(mode),
				close: () => file.close(),
			};
		},
	});
	const desk = await tempNewsroom(disk);
	const story = await desk.articles.create('Budget');
	isFailing = true;
	const before = await treeOfFolder(desk.path);
	await expect(save(desk, story, { headline: 'New' })).rejects.toMatchObject({
		failure: { code: 'disk', message: expect.stringMatching(new RegExp(`“New” \\(${story.path}\\).*${sentence}`)) },
	});
	expect(await treeOfFolder(desk.path)).toEqual(before);
	isFailing = false;
	expect((await save(desk, story, { headline: 'New' })).article.headline).toBe('New');
});

test('a disk that was pulled out is no deleted story, and nothing is made in its place', async () => {
	const desk = await tempNewsroom();
	const story = await desk.articles.create('Budget');
	const away = `${desk.path}-away`;
	await rename(desk.path, away);
	const unreachable = { failure: { code: 'disk', message: expect.stringContaining('Connect the disk') } };
	for (const stands of [false, true]) {
		// Where a disk was mounted, an empty folder may be left.
		if (stands) await mkdir(desk.path);
		await expect(desk.articles.open(story.article.id)).rejects.toMatchObject(unreachable);
		await expect(save(desk, story, { headline: 'New' })).rejects.toMatchObject(unreachable);
		await expect(desk.articles.create('Another')).rejects.toMatchObject(unreachable);
		await expect(desk.media.add('x.png', '')).rejects.toMatchObject(unreachable);
		await expect(desk.saveSettings(desk.folder().newsroom)).rejects.toMatchObject(unreachable);
	}
	expect(await readdir(desk.path)).toEqual([]);
	await rmdir(desk.path);
	await rename(away, desk.path);
	expect((await save(desk, story, { headline: 'New' })).article.headline).toBe('New');
});

test('a newer story and a newsroom that may only be read are not written', async () => {
	const desk = await tempNewsroom();
	const story = await desk.articles.create('Budget');
	const newer = (await desk.text(story.path)).replace('article:1', 'article:2');
	await desk.put(story.path, newer);
	const opened = await desk.articles.open(story.article.id);
	expect(opened.readOnly).toMatch(/newer Galley/);
	await expect(desk.articles.save({ ...story.article, headline: 'x' }, opened.revision)).rejects.toMatchObject({
		failure: { code: 'newer-format' },
	});
	expect(await desk.text(story.path)).toBe(newer);

	const locked = await tempNewsroom(failingDisk({ mayAccess: async (_path, mode) => (mode & 2) === 0 }));
	expect(locked.folder().readOnly).toMatch(/may not write/);
	const before = await treeOfFolder(locked.path);
	await expect(locked.articles.create('Budget')).rejects.toMatchObject({ failure: { code: 'disk' } });
	expect(await treeOfFolder(locked.path)).toEqual(before);
});

test('a published story keeps its slug though another file has the same', async () => {
	const desk = await tempNewsroom();
	const [one, two] = [await desk.articles.create('Budget'), await desk.articles.create('Budget')];
	await save(desk, two, { status: 'published' });
	await desk.put(two.path, (await desk.text(two.path)).replace('"budget-2"', '"budget"'));
	const again = await desk.reopen();
	const opened = await again.articles.open(two.article.id);
	expect((await save(again, opened, { headline: 'Budget passes' })).article.slug).toBe('budget');
	expect((await save(again, one, { headline: 'Another' })).article.slug).toBe('budget-2');
});

test('no story is written through a link that leads out of the newsroom', async () => {
	const desk = await tempNewsroom();
	const outside = await tempFolder();
	await symlink(outside, join(desk.path, 'articles', String(new Date().getUTCFullYear())));
	await expect(desk.articles.create('Budget')).rejects.toMatchObject({ failure: { code: 'not-allowed' } });
	expect(await treeOfFolder(outside)).toEqual({});
});
