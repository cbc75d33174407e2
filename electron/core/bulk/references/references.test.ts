import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { OpenedArticle } from '#shared/contract/articles.ts';
import type { ReferenceChange } from '#shared/contract/references.ts';
import { FailureError } from '#shared/failure.ts';
import type { Article } from '#shared/model/article.ts';
import type { Category } from '#shared/model/category.ts';
import { realFileSystem } from '../../disk/file-system.ts';
import { failingDisk, systemError, type TempNewsroom, tempNewsroom, tempSample } from '../../testing/temp-newsroom.ts';
import { filesOf } from '../testing/files-of.ts';
import { makeBulk, stories } from '../testing/make-bulk.ts';
import { refuseStranding } from './refuse-stranding.ts';
import { touchedStories } from './touched-stories.ts';

const category = (slug: string, parent: string | null = null): Category => ({
	slug,
	label: slug.toUpperCase(),
	parent,
	colour: null,
	uri: null,
});
const taxonomy = [category('news'), category('sport'), category('football', 'sport'), category('culture')];

/** A newsroom with these categories. */
async function desk(disk = realFileSystem): Promise<TempNewsroom> {
	const newsroom = await tempNewsroom(disk);
	await newsroom.saveCategories(taxonomy);
	return newsroom;
}

async function save(newsroom: TempNewsroom, story: OpenedArticle, change: Partial<Article>): Promise<OpenedArticle> {
	const outcome = await newsroom.articles.save({ ...story.article, ...change }, story.revision);
	if (outcome.kind !== 'saved') throw new Error(`the save ended as ${outcome.kind}`);
	return { ...story, ...outcome };
}

async function write(newsroom: TempNewsroom, headline: string, change: Partial<Article>): Promise<OpenedArticle> {
	return save(newsroom, await newsroom.articles.create(headline), change);
}

const slugs = async (newsroom: TempNewsroom) =>
	Object.fromEntries((await stories(newsroom)).map(({ headline, categories }) => [headline, categories]));
const renameSport: ReferenceChange = { kind: 'rename-category', slug: 'sport', to: 'games', label: 'Games' };

test('a renamed category goes along in every story, in its place, and in what readers have; undone, all bytes are back', async () => {
	const newsroom = await desk();
	const live = await write(newsroom, 'Live', { categories: ['news', 'sport'], status: 'published' });
	const edited = await write(newsroom, 'Edited', { categories: ['sport'], status: 'published' });
	await save(newsroom, edited, { standfirst: 'Not for readers yet.' });
	const moved = await write(newsroom, 'Moved', { categories: ['sport'], status: 'published' });
	await save(newsroom, moved, { categories: ['news'] });
	await write(newsroom, 'Draft', { categories: ['sport', 'culture'] });
	await write(newsroom, 'Other', { categories: ['football'] });
	const before = await filesOf(newsroom.path);

	const touched = await touchedStories(newsroom.articles, { of: 'category', slug: 'sport' });
	expect(touched).toMatchObject({ count: 4, alone: 2, damaged: 0 });
	expect(touched.stories.map(({ headline, isLive }) => [headline, isLive]).sort()).toEqual([
		['Draft', false],
		['Edited', false],
		['Live', false],
		['Moved', true],
	]);
	const changesBefore = (await newsroom.articles.index.countQueues()).changes;

	const report = await makeBulk(newsroom).changeReference(renameSport);
	expect(report).toMatchObject({ changed: 4, failedCount: 0, cancelled: false, stopped: null });
	expect(report.note).toBeUndefined();
	expect(newsroom.folder().categories).toEqual([
		category('news'),
		{ ...category('games'), label: 'Games' },
		category('football', 'games'),
		category('culture'),
	]);
	expect(await slugs(newsroom)).toEqual({
		Live: ['news', 'games'],
		Edited: ['games'],
		Moved: ['news'],
		Draft: ['games', 'culture'],
		Other: ['football'],
	});
	// Readers have them under the new name, and nobody has changed anything.
	expect(await newsroom.articles.live(live.article.id)).toBeNull();
	expect((await newsroom.articles.live(edited.article.id))?.article).toMatchObject({
		categories: ['games'],
		standfirst: '',
	});
	expect((await newsroom.articles.live(moved.article.id))?.article.categories).toEqual(['games']);
	expect((await newsroom.articles.index.countQueues()).changes).toBe(changesBefore);
	const now = await newsroom.articles.open(live.article.id);
	expect(now.article.dates).toEqual(live.article.dates);

	// Also after a restart.
	await newsroom.close();
	const again = await newsroom.reopen();
	const references = makeBulk(again);
	expect(await references.done()).toEqual([
		expect.objectContaining({ undo: report.undo, stories: 4, change: renameSport }),
	]);
	expect(await references.undo(report)).toMatchObject({ changed: 4, failedCount: 0, undo: null });
	expect(await filesOf(again.path)).toEqual(before);
	expect(again.folder().categories).toEqual(taxonomy);
	expect(await references.done()).toEqual([]);
	await again.close();
});

test('a change by which both versions of a story become one leaves it without changes, until it is undone', async () => {
	const newsroom = await desk();
	const story = await write(newsroom, 'Story', { categories: ['sport'], status: 'published' });
	await save(newsroom, story, { categories: ['news'] });
	const before = await filesOf(newsroom.path);
	const references = makeBulk(newsroom);
	const report = await references.changeReference({ kind: 'merge-category', slug: 'sport', into: 'news' });
	expect(report).toMatchObject({ changed: 1, failedCount: 0 });
	expect(await newsroom.articles.live(story.article.id)).toBeNull();
	expect((await newsroom.articles.open(story.article.id)).hasChanges).toBe(false);
	expect(await newsroom.has(story.path.replace('articles/', 'live/'))).toBe(false);
	await references.undo(report);
	expect(await filesOf(newsroom.path)).toEqual(before);
	expect((await newsroom.articles.live(story.article.id))?.article.categories).toEqual(['sport']);
	await newsroom.close();
});

test('a merged category gives its stories and what is below it to the other, and each is in that once', async () => {
	const newsroom = await desk();
	await write(newsroom, 'Both', { categories: ['culture', 'sport'] });
	await write(newsroom, 'One', { categories: ['sport'] });
	const before = await filesOf(newsroom.path);
	const references = makeBulk(newsroom);
	const report = await references.changeReference({ kind: 'merge-category', slug: 'sport', into: 'culture' });
	expect(await slugs(newsroom)).toEqual({ Both: ['culture'], One: ['culture'] });
	expect(newsroom.folder().categories).toEqual([
		category('news'),
		category('football', 'culture'),
		category('culture'),
	]);
	await references.undo(report);
	expect(await filesOf(newsroom.path)).toEqual(before);
	// Into one below it, which gets its place.
	await references.changeReference({ kind: 'merge-category', slug: 'sport', into: 'football' });
	expect(newsroom.folder().categories).toEqual([category('news'), category('football'), category('culture')]);
	await newsroom.close();
});

test('a removed category is taken out of its stories; those with no other get the one that was chosen, or none', async () => {
	const newsroom = await desk();
	await write(newsroom, 'Both', { categories: ['culture', 'sport'] });
	await write(newsroom, 'Alone', { categories: ['sport'] });
	const references = makeBulk(newsroom);
	const report = await references.changeReference({ kind: 'remove-category', slug: 'sport', instead: 'news' });
	expect(await slugs(newsroom)).toEqual({ Both: ['culture'], Alone: ['news'] });
	expect(newsroom.folder().categories).toEqual([category('news'), category('football'), category('culture')]);
	await references.undo(report);
	await references.changeReference({ kind: 'remove-category', slug: 'sport', instead: null });
	expect(await slugs(newsroom)).toEqual({ Both: ['culture'], Alone: [] });
	await newsroom.close();
});

test('a new name with the same slug touches no story and is undone as well', async () => {
	const newsroom = await desk();
	await write(newsroom, 'One', { categories: ['sport'] });
	const before = await filesOf(newsroom.path);
	const references = makeBulk(newsroom);
	const report = await references.changeReference({
		kind: 'rename-category',
		slug: 'sport',
		to: 'sport',
		label: 'Sports',
	});
	expect(report.changed).toBe(0);
	expect(newsroom.folder().categories[1]?.label).toBe('Sports');
	await references.undo(report);
	expect(await filesOf(newsroom.path)).toEqual(before);
	await newsroom.close();
});

test('tags are renamed, merged and removed in all ways of writing them', async () => {
	const newsroom = await desk();
	await write(newsroom, 'One', { tags: ['Élan', 'port', 'elan'] });
	await write(newsroom, 'Two', { tags: ['harbour', 'ELAN'] });
	const tags = async () => Object.fromEntries((await stories(newsroom)).map(({ headline, tags }) => [headline, tags]));
	const before = await tags();
	const references = makeBulk(newsroom);
	const renamed = await references.changeReference({ kind: 'rename-tag', tag: 'elan', to: 'Drive' });
	expect(await tags()).toEqual({ One: ['Drive', 'port'], Two: ['harbour', 'Drive'] });
	const merged = await references.changeReference({ kind: 'rename-tag', tag: 'harbour', to: 'drive' });
	expect(merged.changed).toBe(1);
	expect((await tags()).Two).toEqual(['drive']);
	const removed = await references.changeReference({ kind: 'remove-tag', tag: 'DRIVE' });
	expect(await tags()).toEqual({ One: ['port'], Two: [] });
	for (const report of [removed, merged, renamed]) await references.undo(report);
	expect(await tags()).toEqual(before);
	await newsroom.close();
});

test('what does not fit the taxonomy is refused, and nothing is changed', async () => {
	const newsroom = await desk();
	await write(newsroom, 'One', { categories: ['sport'] });
	const before = await filesOf(newsroom.path);
	const references = makeBulk(newsroom);
	const refused: readonly (readonly [ReferenceChange, string])[] = [
		[{ kind: 'rename-category', slug: 'sport', to: 'news', label: 'News' }, 'exists'],
		[{ kind: 'rename-category', slug: 'gone', to: 'x', label: 'X' }, 'not-found'],
		[{ kind: 'merge-category', slug: 'sport', into: 'sport' }, 'bad-input'],
		[{ kind: 'merge-category', slug: 'sport', into: 'gone' }, 'not-found'],
		[{ kind: 'remove-category', slug: 'sport', instead: 'sport' }, 'bad-input'],
	];
	for (const [change, code] of refused)
		expect(await references.end(references.start.changeReference(newsroom, change))).toMatchObject({
			kind: 'failed',
			failure: { code },
		});
	expect(await filesOf(newsroom.path)).toEqual(before);
	expect(await references.done()).toEqual([]);
	await expect(refuseStranding(newsroom, taxonomy.slice(0, 1))).rejects.toThrow(/one story stands in “SPORT”/);
	await refuseStranding(
		newsroom,
		taxonomy.filter(({ slug }) => slug !== 'culture'),
	);
	await newsroom.close();
});

test('a story that cannot be changed is told, the others follow, and its category stays until it can be', async () => {
	const newsroom = await desk();
	await write(newsroom, 'Fine', { categories: ['sport'] });
	const lost = await write(newsroom, 'Lost', { categories: ['sport'], status: 'published' });
	await save(newsroom, lost, { standfirst: 'More.' });
	await rm(join(newsroom.path, lost.path.replace('articles/', 'live/')));
	await rm(join(newsroom.path, '.galley/history'), { recursive: true });
	const newer = await write(newsroom, 'Newer', { categories: ['sport'] });
	await newsroom.put(
		newer.path,
		(await newsroom.text(newer.path)).replace('urn:galley:article:1', 'urn:galley:article:9'),
	);
	const references = makeBulk(newsroom);
	const report = await references.changeReference(renameSport);
	expect(report).toMatchObject({
		changed: 1,
		failedCount: 2,
		note: '“SPORT” stays in the list, as stories still stand in it.',
	});
	expect(report.failed.map(({ headline, reason }) => [headline, reason]).sort()).toEqual([
		['Lost', expect.stringContaining('is missing')],
		['Newer', expect.stringContaining('newer Galley')],
	]);
	expect(newsroom.folder().categories.map(({ slug }) => slug)).toEqual([
		'news',
		'sport',
		'games',
		'football',
		'culture',
	]);
	await references.undo(report);
	expect(newsroom.folder().categories).toEqual(taxonomy);
	await newsroom.close();
});

test('a cancelled change says how far it came, and what is done is undone', async () => {
	const newsroom = await tempSample();
	const [slug] = newsroom
		.folder()
		.categories.map((one) => one.slug)
		.filter((one) => one === 'world');
	if (slug === undefined) throw new Error('the sample has a category world');
	const before = await filesOf(newsroom.path);
	const cancelled = await makeBulk(newsroom, 1).changeReference({
		kind: 'rename-category',
		slug,
		to: 'globe',
		label: 'Globe',
	});
	expect(cancelled.cancelled).toBe(true);
	expect(cancelled.changed).toBeGreaterThan(0);
	const known = newsroom.folder().categories.map((one) => one.slug);
	expect(known).toEqual(expect.arrayContaining(['world', 'globe']));
	await makeBulk(newsroom).undo(cancelled);
	expect(await filesOf(newsroom.path)).toEqual(before);
	await newsroom.close();
});

test('undoing keeps what was edited since, and takes along the stories that came under the new name', async () => {
	const newsroom = await desk();
	const story = await write(newsroom, 'Edited since', { categories: ['sport'] });
	const references = makeBulk(newsroom);
	const report = await references.changeReference(renameSport);
	const now = await newsroom.articles.open(story.article.id);
	await save(newsroom, now, { categories: ['news', 'games'], standfirst: 'New.' });
	await write(newsroom, 'New', { categories: ['games'] });
	await newsroom.saveCategories([...newsroom.folder().categories, category('weather', 'games')]);
	expect(await references.undo(report)).toMatchObject({ changed: 2, failedCount: 0 });
	expect(await slugs(newsroom)).toEqual({ 'Edited since': ['news', 'sport'], New: ['sport'] });
	expect((await newsroom.articles.open(story.article.id)).article.standfirst).toBe('New.');
	const after = newsroom.folder().categories.map(({ slug, parent }) => [slug, parent]);
	expect(after).toContainEqual(['weather', 'sport']);
	expect(after.map(([slug]) => slug)).not.toContain('games');
	await newsroom.close();
});

test('a disk that takes nothing changes nothing, and nothing is gone on with later', async () => {
	let isFull = false;
	const disk = failingDisk({
		open: async (path, flags) => {
			if (isFull && flags !== 'r') throw systemError('ENOSPC');
			return realFileSystem.open(path, flags);
		},
	});
	const newsroom = await desk(disk);
	for (let number = 0; number < 12; number += 1) await write(newsroom, `Story ${number}`, { categories: ['sport'] });
	const before = await filesOf(newsroom.path);
	isFull = true;
	const references = makeBulk(newsroom);
	expect(await references.end(references.start.changeReference(newsroom, renameSport))).toMatchObject({
		kind: 'failed',
		failure: { code: 'disk' },
	});
	isFull = false;
	await references.goOn();
	expect(references.continued).toEqual([]);
	expect(await filesOf(newsroom.path)).toEqual(before);
	await newsroom.close();
});

test('a change that breaks off in the middle is told, loses nothing of the taxonomy, and can be undone', async () => {
	const newsroom = await desk();
	for (let number = 0; number < 6; number += 1) await write(newsroom, `Story ${number}`, { categories: ['sport'] });
	const before = await filesOf(newsroom.path);
	let asked = 0;
	const wholeAnswer: TempNewsroom['articles']['wholeAnswer'] = (ask) => {
		asked += 1;
		if (asked === 2) throw new FailureError('damaged', 'The index is being made anew.');
		return newsroom.articles.wholeAnswer(ask);
	};
	const breaking = makeBulk({ ...newsroom, articles: { ...newsroom.articles, wholeAnswer } });
	const report = await breaking.changeReference(renameSport);
	expect(report).toMatchObject({ changed: 6, stopped: 'The index is being made anew.' });
	expect(newsroom.folder().categories.map(({ slug }) => slug)).toEqual(expect.arrayContaining(['sport', 'games']));
	await makeBulk(newsroom).undo(report);
	expect(await filesOf(newsroom.path)).toEqual(before);
	await newsroom.close();
});

test('a story in the trash gets the new name too, in what readers had of it as well, and all bytes come back', async () => {
	const newsroom = await desk();
	await write(newsroom, 'Here', { categories: ['sport'] });
	const draft = await write(newsroom, 'Draft', { categories: ['sport'] });
	const live = await write(newsroom, 'Live', { categories: ['news', 'sport'], status: 'published' });
	await save(newsroom, live, { categories: ['news'], standfirst: 'Not for readers yet.' });
	const other = await write(newsroom, 'Other', { categories: ['news'] });
	for (const { article } of [draft, live, other]) await newsroom.articles.trash(article.id);
	await newsroom.close();
	const again = await newsroom.reopen();
	const before = await filesOf(again.path);
	const touched = await touchedStories(again.articles, { of: 'category', slug: 'sport' });
	expect(touched.count).toBe(3);
	expect(touched.stories.map(({ headline, isLive, isTrashed }) => [headline, isLive, isTrashed])).toEqual([
		['Here', false, false],
		['Draft', false, true],
		['Live', true, true],
	]);
	await expect(refuseStranding(again, [category('news')])).rejects.toThrow(/3 stories stand in “SPORT”/);

	const references = makeBulk(again);
	const report = await references.changeReference(renameSport);
	expect(report).toMatchObject({ changed: 3, failedCount: 0 });
	expect(report.note).toBeUndefined();
	// One comes back meanwhile, and is undone where it is.
	await again.articles.restore(live.article.id);
	expect((await again.articles.live(live.article.id))?.article.categories).toEqual(['news', 'games']);
	await again.articles.trash(live.article.id);
	await again.articles.restore(draft.article.id);
	expect((await again.articles.open(draft.article.id)).article.categories).toEqual(['games']);
	expect(await references.undo(report)).toMatchObject({ changed: 3, failedCount: 0 });
	expect((await again.articles.open(draft.article.id)).article).toEqual(draft.article);
	const withoutMoments = (files: Record<string, string>) =>
		Object.entries(files)
			.map(([path, is]) => `${path.replace(/~\w+Z\.json$/, '.json').replace('/trash/', '/')} ${is}`)
			.sort();
	expect(withoutMoments(await filesOf(again.path))).toEqual(withoutMoments(before));
	await again.close();
});

test('a name is changed in all bylines, once where both stand, and all bytes come back', async () => {
	const newsroom = await desk();
	const entry = { name: 'Ana Ruiz', role: 'Reporter', url: '', person: 'ana-ruiz' };
	const ben = { name: 'Ben', role: '', url: '', person: null };
	const live = await write(newsroom, 'Live', { byline: [ben, entry], status: 'published' });
	const edited = await write(newsroom, 'Edited', { byline: [entry], status: 'published' });
	await save(newsroom, edited, { standfirst: 'Not for readers yet.' });
	await write(newsroom, 'Both', {
		byline: [
			{ ...entry, name: 'ANA RUÍZ', person: null },
			{ ...ben, name: 'Ana Silva' },
		],
	});
	await write(newsroom, 'Other', { byline: [ben] });
	const before = await filesOf(newsroom.path);
	expect(await touchedStories(newsroom.articles, { of: 'author', name: 'ana ruiz' })).toMatchObject({ count: 3 });

	const references = makeBulk(newsroom);
	const change = { kind: 'rename-author', name: 'Ana Ruiz', to: 'Ana Silva', person: 'ana-silva' } as const;
	const report = await references.changeReference(change);
	expect(report).toMatchObject({ changed: 3, failedCount: 0 });
	const bylines = Object.fromEntries(
		(await stories(newsroom)).map(({ headline, byline }) => [
			headline,
			byline.map(({ name, person }) => [name, person]),
		]),
	);
	expect(bylines).toEqual({
		Live: [
			['Ben', null],
			['Ana Silva', 'ana-silva'],
		],
		Edited: [['Ana Silva', 'ana-silva']],
		Both: [['Ana Silva', 'ana-silva']],
		Other: [['Ben', null]],
	});
	expect(await newsroom.articles.live(live.article.id)).toBeNull();
	expect((await newsroom.articles.live(edited.article.id))?.article.byline[0]?.name).toBe('Ana Silva');
	await references.undo(report);
	expect(await filesOf(newsroom.path)).toEqual(before);
});
