import { mkdir, readdir, rename, rmdir, symlink } from 'node:fs/promises';
import { userInfo } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { OpenedArticle, SaveOutcome } from '#shared/contract/articles.ts';
import { type Article, Correction, mostStatusChanges } from '#shared/model/article.ts';
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

async function save(newsroom: TempNewsroom, story: OpenedArticle, change: Partial<OpenedArticle['article']>) {
	const outcome = await newsroom.articles.save({ ...story.article, ...change }, story.revision);
	if (outcome.kind !== 'saved') throw new Error(`the save ended as ${outcome.kind}`);
	return outcome;
}

test('a new story is a whole file at its lasting path', async () => {
	const newsroom = await tempNewsroom();
	const story = await newsroom.articles.create('Budget: “passes” at last');
	expect(story.article).toMatchObject({
		headline: 'Budget: “passes” at last',
		slug: 'budget-passes-at-last',
		status: 'draft',
	});
	expect(story.path).toMatch(/^articles\/\d{4}\/\d{2}\/budget-passes-at-last-[0-9a-z]{6}\.json$/);
	expect(await newsroom.text(story.path)).toBe(`${JSON.stringify(story.article, null, 2)}\n`);
	const renamed = await save(newsroom, story, { slug: 'spring-budget', headline: 'Spring budget' });
	const again = await (await newsroom.reopen()).articles;
	expect(await again.open(story.article.id)).toEqual({
		...renamed,
		kind: undefined,
		path: story.path,
		readOnly: null,
	});
});

test('slugs are unique, whoever comes first, and free again after a change', async () => {
	const newsroom = await tempNewsroom();
	const made = await Promise.all([1, 2, 3].map(() => newsroom.articles.create('Budget')));
	expect(made.map((story) => story.article.slug).sort()).toEqual(['budget', 'budget-2', 'budget-3']);
	const [first, second] = made;
	if (!first || !second) throw new Error('no stories');
	const taken = await save(newsroom, second, { slug: first.article.slug });
	expect(taken.article.slug).not.toBe(first.article.slug);
	await save(newsroom, first, { slug: 'harbour' });
	expect((await save(newsroom, { ...second, ...taken }, { slug: first.article.slug })).article.slug).toBe(
		first.article.slug,
	);
});

test('a save changes one line and the date, and each save is later than the last', async () => {
	const newsroom = await tempSample();
	const [id] = newsroom.articles.catalogue.ids();
	if (id === undefined) throw new Error('no story');
	const story = await newsroom.articles.open(id);
	const before = await newsroom.text(story.path);
	const saved = await save(newsroom, story, { headline: 'Another headline' });
	const after = (await newsroom.text(story.path)).split('\n');
	const changed = after.filter((line, index) => line !== before.split('\n')[index]);
	expect(changed.map((line) => line.trim().split(':')[0])).toEqual(['"headline"', '"updated"']);
	const next = await save(newsroom, { ...story, ...saved }, { headline: 'A third' });
	expect(next.article.dates.updated > saved.article.dates.updated).toBe(true);
});

test('saving what is in the file already writes nothing', async () => {
	const newsroom = await tempSample();
	const before = await treeOfFolder(newsroom.path);
	for (const id of newsroom.articles.catalogue.ids()) {
		const story = await newsroom.articles.open(id);
		expect(await save(newsroom, story, {})).toMatchObject({ article: story.article, revision: story.revision });
	}
	expect(await treeOfFolder(newsroom.path)).toEqual(before);
	expect(newsroom.changes).toEqual([]);
});

test('a save that was based on an older text is a conflict and overwrites nothing', async () => {
	const newsroom = await tempNewsroom();
	const story = await newsroom.articles.create('Budget');
	const theirs = await save(newsroom, story, { standfirst: 'Theirs' });
	const outcome = await newsroom.articles.save({ ...story.article, standfirst: 'Mine' }, story.revision);
	expect(outcome).toMatchObject({
		kind: 'conflict',
		theirs: { revision: theirs.revision, article: { standfirst: 'Theirs' } },
	});
	expect(await newsroom.text(story.path)).toContain('Theirs');
	if (outcome.kind !== 'conflict') throw new Error('no conflict');
	const mine = await save(newsroom, outcome.theirs, { standfirst: 'Mine' });
	expect(await newsroom.text(story.path)).toContain('Mine');
	// The answer to that save was lost, and it is sent again.
	const again = await newsroom.articles.save({ ...story.article, standfirst: 'Mine' }, outcome.theirs.revision);
	expect(again).toEqual({ ...mine, kind: 'saved' });
});

test('of two saves at once on one revision, one is saved and one is a conflict', async () => {
	const newsroom = await tempNewsroom();
	const story = await newsroom.articles.create('Budget');
	const outcomes = await Promise.all(
		['One', 'Two'].map((standfirst) => newsroom.articles.save({ ...story.article, standfirst }, story.revision)),
	);
	expect(outcomes.map((outcome: SaveOutcome) => outcome.kind).sort()).toEqual(['conflict', 'saved']);
});

test('a change by another program is a conflict; a deleted or damaged file is gone and stays as it is', async () => {
	const newsroom = await tempNewsroom();
	const story = await newsroom.articles.create('Budget');
	const mine = { ...story.article, headline: 'Mine' };
	await newsroom.put(story.path, (await newsroom.text(story.path)).replace('Budget', 'Theirs'));
	expect(await newsroom.articles.save(mine, story.revision)).toMatchObject({
		kind: 'conflict',
		theirs: { article: { headline: 'Theirs' } },
	});
	await newsroom.put(story.path, '{ "half": ');
	expect(await newsroom.articles.save(mine, story.revision)).toMatchObject({
		kind: 'gone',
		reason: expect.stringMatching(/damaged by another program on line 1.*not overwritten/),
	});
	expect(await newsroom.text(story.path)).toBe('{ "half": ');
	await realFileSystem.unlink(join(newsroom.path, story.path));
	expect(await newsroom.articles.save(mine, story.revision)).toMatchObject({ kind: 'gone' });
	await expect(newsroom.articles.open(story.article.id)).rejects.toMatchObject({ failure: { code: 'not-found' } });
});

test('a story that began without a headline gets its address from it when it leaves the drafts', async () => {
	const newsroom = await tempNewsroom();
	await newsroom.articles.create('Harbour');
	const story = await newsroom.articles.create('');
	expect(story.article.slug).toBe('story');
	const draft = await save(newsroom, story, { headline: 'Harbour' });
	expect(draft.article.slug).toBe('story');
	const ready = await save(newsroom, { ...story, ...draft }, { status: 'ready' });
	expect(ready.article.slug).toBe('harbour-2');
	const again = await save(newsroom, { ...story, ...ready }, { headline: 'Harbour reopens' });
	expect(again.article.slug).toBe('harbour-2');
});

test('publication is dated once, cannot be taken back, and fixes the slug', async () => {
	const newsroom = await tempNewsroom();
	const story = await newsroom.articles.create('Budget');
	const published = await save(newsroom, story, { status: 'published' });
	const date = published.article.dates.published;
	expect(date).not.toBeNull();
	const dates = { ...published.article.dates, published: null, created: '1999-01-01T00:00:00Z' };
	const later = await save(newsroom, { ...story, ...published }, { slug: 'renamed', status: 'withdrawn', dates });
	expect(later.article).toMatchObject({
		slug: 'budget',
		dates: { published: date, created: story.article.dates.created },
	});
});

test('a copy has its own id, slug and dates and everything else of the story', async () => {
	const newsroom = await tempNewsroom();
	const story = await newsroom.articles.create('Budget');
	await save(newsroom, story, {
		status: 'published',
		tags: ['money'],
		corrections: [Correction.parse({ date: '2025-03-31', text: 'x' })],
	});
	await newsroom.put(story.path, (await newsroom.text(story.path)).replace('"tags"', '"mood": "calm",\n  "tags"'));
	const copy = await newsroom.articles.duplicate(story.article.id);
	expect(copy.article).toMatchObject({
		headline: 'Budget',
		slug: 'budget-2',
		status: 'draft',
		tags: ['money'],
		corrections: [],
	});
	expect(copy.article.dates.published).toBeNull();
	expect(copy.article.id).not.toBe(story.article.id);
	expect(await newsroom.text(copy.path)).toContain('"mood": "calm"');
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
	const newsroom = await tempNewsroom(disk);
	const story = await newsroom.articles.create('Budget');
	isFailing = true;
	const before = await treeOfFolder(newsroom.path);
	await expect(save(newsroom, story, { headline: 'New' })).rejects.toMatchObject({
		failure: { code: 'disk', message: expect.stringMatching(new RegExp(`“New” \\(${story.path}\\).*${sentence}`)) },
	});
	expect(await treeOfFolder(newsroom.path)).toEqual(before);
	isFailing = false;
	expect((await save(newsroom, story, { headline: 'New' })).article.headline).toBe('New');
});

test('a disk that was pulled out is no deleted story, and nothing is made in its place', async () => {
	const newsroom = await tempNewsroom();
	const story = await newsroom.articles.create('Budget');
	const away = `${newsroom.path}-away`;
	await rename(newsroom.path, away);
	const unreachable = { failure: { code: 'disk', message: expect.stringContaining('Connect the disk') } };
	for (const stands of [false, true]) {
		// Where a disk was mounted, an empty folder may be left.
		if (stands) await mkdir(newsroom.path);
		await expect(newsroom.articles.open(story.article.id)).rejects.toMatchObject(unreachable);
		await expect(save(newsroom, story, { headline: 'New' })).rejects.toMatchObject(unreachable);
		await expect(newsroom.articles.create('Another')).rejects.toMatchObject(unreachable);
		await expect(newsroom.media.add('x.png', '')).rejects.toMatchObject(unreachable);
		await expect(newsroom.saveSettings(newsroom.folder().newsroom)).rejects.toMatchObject(unreachable);
	}
	expect(await readdir(newsroom.path)).toEqual([]);
	await rmdir(newsroom.path);
	await rename(away, newsroom.path);
	expect((await save(newsroom, story, { headline: 'New' })).article.headline).toBe('New');
});

test('a newer story and a newsroom that may only be read are not written', async () => {
	const newsroom = await tempNewsroom();
	const story = await newsroom.articles.create('Budget');
	const newer = (await newsroom.text(story.path)).replace('article:1', 'article:2');
	await newsroom.put(story.path, newer);
	const opened = await newsroom.articles.open(story.article.id);
	expect(opened.readOnly).toMatch(/newer Galley/);
	await expect(newsroom.articles.save({ ...story.article, headline: 'x' }, opened.revision)).rejects.toMatchObject({
		failure: { code: 'newer-format' },
	});
	expect(await newsroom.text(story.path)).toBe(newer);

	const locked = await tempNewsroom(failingDisk({ mayAccess: async (_path, mode) => (mode & 2) === 0 }));
	expect(locked.folder().readOnly).toMatch(/may not write/);
	const before = await treeOfFolder(locked.path);
	await expect(locked.articles.create('Budget')).rejects.toMatchObject({ failure: { code: 'disk' } });
	expect(await treeOfFolder(locked.path)).toEqual(before);
});

test('a published story keeps its slug though another file has the same', async () => {
	const newsroom = await tempNewsroom();
	const [one, two] = [await newsroom.articles.create('Budget'), await newsroom.articles.create('Budget')];
	await save(newsroom, two, { status: 'published' });
	await newsroom.put(two.path, (await newsroom.text(two.path)).replace('"budget-2"', '"budget"'));
	const again = await newsroom.reopen();
	const opened = await again.articles.open(two.article.id);
	expect((await save(again, opened, { headline: 'Budget passes' })).article.slug).toBe('budget');
	expect((await save(again, one, { headline: 'Another' })).article.slug).toBe('budget-2');
});

test('no story is written through a link that leads out of the newsroom', async () => {
	const newsroom = await tempNewsroom();
	const outside = await tempFolder();
	await symlink(outside, join(newsroom.path, 'articles', String(new Date().getUTCFullYear())));
	await expect(newsroom.articles.create('Budget')).rejects.toMatchObject({ failure: { code: 'not-allowed' } });
	expect(await treeOfFolder(outside)).toEqual({});
});

test('a published story gets another address only together with the old one, which no other story gets', async () => {
	const newsroom = await tempNewsroom();
	const { articles } = newsroom;
	const made = await articles.create('Sea wall');
	const save = async (change: Partial<Article>) => {
		const { article, revision } = await articles.open(made.article.id);
		await articles.save({ ...article, ...change }, revision);
		return (await articles.open(made.article.id)).article;
	};
	const kept = ({ slug, formerSlugs }: Article) => [slug, formerSlugs];
	// Nobody has come by the addresses of a draft.
	expect(kept(await save({ slug: 'wall', formerSlugs: ['sea-wall'] }))).toEqual(['wall', []]);
	expect(kept(await save({ status: 'published' }))).toEqual(['wall', []]);
	expect(kept(await save({ slug: 'new-wall' }))).toEqual(['wall', []]);
	expect(kept(await save({ slug: 'new-wall', formerSlugs: ['wall'] }))).toEqual(['new-wall', ['wall']]);
	// Readers have it where it was until that is published.
	expect((await articles.live(made.article.id))?.article.slug).toBe('wall');
	expect((await articles.create('Wall')).article.slug).toBe('wall-2');
	// An address that was never published is not kept.
	expect(kept(await save({ slug: 'third-wall', formerSlugs: ['new-wall', 'wall'] }))).toEqual(['third-wall', ['wall']]);
	expect(kept(await save({ formerSlugs: [] }))).toEqual(['third-wall', ['wall']]);
	// Back again, as if nothing had been.
	expect(kept(await save({ slug: 'wall', formerSlugs: [] }))).toEqual(['wall', []]);
	expect(await articles.live(made.article.id)).toBeNull();

	await save({ slug: 'new-wall', formerSlugs: ['wall'] });
	const { revision } = await articles.open(made.article.id);
	await articles.publishChanges(made.article.id, revision);
	expect(await articles.live(made.article.id)).toBeNull();
	expect(kept(await save({ slug: 'wall', formerSlugs: [] }))).toEqual(['new-wall', ['wall']]);
	await newsroom.close();
	const again = await newsroom.reopen();
	expect((await again.articles.create('Wall')).article.slug).toBe('wall-3');
	const copy = await again.articles.duplicate(made.article.id);
	expect(copy.article.formerSlugs).toEqual([]);
	await again.close();
});

test('a story keeps who changed its status and when, the newest twenty steps, whatever is sent with it', async () => {
	const { articles } = await tempNewsroom();
	let story: OpenedArticle = await articles.create('Harbour opens');
	const save = async (change: Partial<Article>) => {
		const outcome = await articles.save({ ...story.article, ...change }, story.revision);
		if (outcome.kind !== 'saved') throw new Error(outcome.kind);
		story = { ...story, ...outcome };
		return outcome.article;
	};
	expect((await save({ standfirst: 'Boats came.' })).statusHistory).toEqual([]);
	const made = [{ status: 'published' as const, date: '2020-01-01T00:00:00Z', who: 'Nobody' }];
	const { dates, statusHistory } = await save({ status: 'review', statusHistory: made });
	expect(statusHistory).toEqual([{ status: 'review', date: dates.updated, who: userInfo().username }]);
	for (let step = 0; step < 25; step += 1) await save({ status: step % 2 === 0 ? 'ready' : 'draft' });
	expect(story.article.statusHistory).toHaveLength(mostStatusChanges);
	expect(story.article.statusHistory.at(-1)).toMatchObject({ status: 'ready', date: story.article.dates.updated });
	expect((await articles.duplicate(story.article.id)).article.statusHistory).toEqual([]);
});
