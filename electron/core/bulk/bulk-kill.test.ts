import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { StoryFilter } from '#shared/contract/articles.ts';
import type { StoryChange } from '#shared/contract/bulk.ts';
import type { ContinuedChange } from '#shared/contract/changes.ts';
import type { Article } from '#shared/model/article.ts';
import { runsOf } from '#shared/testing/runs-of.ts';
import { readArticleFile } from '../articles/article-file.ts';
import { isTemporary } from '../disk/atomic-write.ts';
import { realFileSystem } from '../disk/file-system.ts';
import { openNewsroom } from '../newsroom/open-newsroom.ts';
import { bundleScript } from '../testing/bundle-script.ts';
import { startChangingHost } from '../testing/changing-host.ts';
import { keptStories } from '../testing/kept-stories.ts';
import { newsroomOf } from '../testing/newsroom-of.ts';
import { filesOf } from './testing/files-of.ts';
import { makeBulk } from './testing/make-bulk.ts';

const stories = 120;
const kills = runsOf({ short: 2, long: 8 });
const publishable: Partial<Article> = {
	status: 'published',
	categories: ['news'],
	dates: {
		created: '2026-01-01T08:00:00Z',
		updated: '2026-01-01T08:00:00Z',
		published: '2026-01-01T08:00:00Z',
		updateShown: null,
		scheduled: null,
		embargo: null,
	},
};
const trending: StoryChange = { kind: 'trending', trending: true };

/** Kills what does this while it changes stories, a few times; each next one goes on with it. Answers what was acknowledged. */
async function cutOff(
	path: string,
	what: StoryChange | 'undo',
	look: (acknowledged: ReadonlySet<string>) => Promise<void>,
) {
	const script = await bundleScript(join(import.meta.dirname, '../testing/change-many.ts'));
	const acknowledged = new Set<string>();
	for (let kill = 0; kill < kills; kill += 1) {
		const host = await startChangingHost(script, path, kill === 0 ? what : 'go on');
		host.begin();
		await host.hasChanged(1 + Math.floor((Math.random() * stories) / kills / 2));
		await setTimeout(Math.random() * 5);
		for (const id of await host.kill()) acknowledged.add(id);
		await look(acknowledged);
	}
}

/** Opens the newsroom again, which goes on with what was cut off; answers what came of that. */
async function goOn(path: string): Promise<ContinuedChange[]> {
	const newsroom = await openNewsroom(realFileSystem, path, () => {});
	const bulk = makeBulk(newsroom);
	await bulk.goOn();
	await newsroom.close();
	return bulk.continued;
}

const whole = { failedCount: 0, stopped: null, cancelled: false };

test('a change killed again and again leaves each story changed or as it was, is gone on with, and undone to the same bytes', async () => {
	const { path } = await newsroomOf(stories);
	const before = await storiesIn(path, 'articles');
	const bytes = await filesOf(path);
	await cutOff(path, trending, async (acknowledged) => {
		const found = await storiesIn(path, 'articles');
		expect(found.size).toBe(stories);
		for (const [id, story] of found) {
			const was = before.get(id);
			if (was === undefined) throw new Error(`${id} came from nowhere`);
			// Changed as a whole, or not at all.
			const { updated } = story.dates;
			expect(story).toEqual(story.trending ? { ...was, trending: true, dates: { ...was.dates, updated } } : was);
			if (acknowledged.has(id)) expect(story.trending).toBe(true);
		}
	});
	// Told whole, with those of before it was cut off.
	const told = { ...whole, changed: stories };
	expect(await goOn(path)).toMatchObject([{ change: trending, isUndo: false, report: told }]);
	for (const story of (await storiesIn(path, 'articles')).values()) expect(story.trending).toBe(true);
	await expectHistories(path, [...before.keys()]);

	await cutOff(path, 'undo', async () => {});
	expect(await goOn(path)).toMatchObject([{ change: trending, isUndo: true, report: whole }]);
	expect(await filesOf(path)).toEqual(bytes);
}, 300_000);

test('replacing that is killed again and again replaces nothing twice, is gone on with, and undone to the same bytes', async () => {
	const { path } = await newsroomOf(stories);
	const bytes = await filesOf(path);
	const query = { text: 'tide', matchCase: true, wholeWord: false, isPattern: false };
	const change: StoryChange = { kind: 'replace', query, by: 'tide and the tide' };
	const tides = (story: Article) => JSON.stringify(story.body).split('tide').length - 1;
	await cutOff(path, change, async (acknowledged) => {
		for (const [id, story] of await storiesIn(path, 'articles')) {
			expect([20, 40]).toContain(tides(story));
			if (acknowledged.has(id)) expect(tides(story)).toBe(40);
		}
	});
	expect(await goOn(path)).toMatchObject([{ change, isUndo: false, report: whole }]);
	for (const story of (await storiesIn(path, 'articles')).values()) expect(tides(story)).toBe(40);

	await cutOff(path, 'undo', async () => {});
	expect(await goOn(path)).toMatchObject([{ change, isUndo: true, report: whole }]);
	expect(await filesOf(path)).toEqual(bytes);
}, 300_000);

test('a move to the trash killed again and again leaves each story in one place, is gone on with, and undone', async () => {
	const { path, ids } = await newsroomOf(stories);
	const bytes = await filesOf(path);
	await cutOff(path, { kind: 'trash' }, async (moved) => {
		const [kept, trashed] = [await storiesIn(path, 'articles'), await storiesIn(path, 'trash')];
		for (const id of moved) expect([trashed.has(id), kept.has(id)]).toEqual([true, false]);
		for (const id of ids) expect(kept.has(id) || trashed.has(id)).toBe(true);
	});
	expect(await goOn(path)).toMatchObject([{ isUndo: false, report: whole }]);
	expect((await storiesIn(path, 'articles')).size).toBe(0);
	expect([...(await storiesIn(path, 'trash')).keys()].sort()).toEqual([...ids].sort());

	await cutOff(path, 'undo', async () => {});
	expect(await goOn(path)).toMatchObject([{ isUndo: true, report: whole }]);
	// A kill between the two names of a moving file leaves a copy in the trash, of a story that is in its place.
	const inPlace = Object.entries(await filesOf(path)).filter(([file]) => !file.startsWith(join(path, 'trash/')));
	expect(Object.fromEntries(inPlace)).toEqual(bytes);
}, 300_000);

test('publishing many that is killed again and again is gone on with, but for a story that was edited since; undone, readers have what they had', async () => {
	const { path, ids } = await newsroomOf(stories, () => publishable);
	const first = await openNewsroom(realFileSystem, path, () => {});
	await first.whole();
	await first.saveCategories([{ slug: 'news', label: 'News', parent: null, colour: null, uri: null }]);
	for (const id of ids) {
		const { article, revision } = await first.articles.open(id);
		await first.articles.save({ ...article, standfirst: 'More of it.' }, revision);
	}
	await first.close();
	const bytes = await filesOf(path);
	await cutOff(path, { kind: 'publish' }, async () => {});
	const second = await openNewsroom(realFileSystem, path, () => {});
	await second.whole();
	const waiting = await second.articles.index.select({
		kind: 'filter',
		filter: StoryFilter.parse({ queue: 'changes' }),
		except: [],
	});
	const edited = waiting.at(-1);
	if (edited === undefined) throw new Error('all of it was published before the last kill');
	const { article, revision, path: editedPath } = await second.articles.open(edited.id);
	await second.articles.save({ ...article, headline: 'Nobody has seen this' }, revision);
	const bulk = makeBulk(second);
	await bulk.goOn();
	const [continued] = bulk.continued;
	expect(continued?.report).toMatchObject({ failedCount: 1, failed: [{ id: edited.id }], stopped: null });
	expect((await second.articles.live(edited.id))?.article.standfirst).toBe('');
	expect((await second.articles.index.countQueues()).changes).toBe(1);
	await second.close();

	await cutOff(path, 'undo', async () => {});
	expect(await goOn(path)).toMatchObject([{ isUndo: true, report: { stopped: null } }]);
	const after = await filesOf(path);
	const differing = Object.keys(bytes).filter((file) => bytes[file] !== after[file]);
	// The one that was edited keeps that, and nothing else differs.
	expect(differing).toEqual([join(path, editedPath)]);
	expect(await readFile(join(path, editedPath), 'utf8')).toContain('Nobody has seen this');
}, 300_000);

/** The stories in a folder by their ids; a file that is torn is an error. */
async function storiesIn(newsroom: string, folder: string): Promise<Map<string, Article>> {
	const found = new Map<string, Article>();
	for (const entry of await readdir(join(newsroom, folder), { withFileTypes: true, recursive: true })) {
		if (!entry.isFile() || isTemporary(entry.name)) continue;
		const file = readArticleFile(await readFile(join(entry.parentPath, entry.name)));
		if (file.kind !== 'article') throw new Error(`${entry.name} is torn: ${file.reason}`);
		found.set(file.article.id, file.article);
	}
	return found;
}

/**
 * Every revision can be read, and a story can go back to what it was; but for those that a killed process had just
 * written, as the history is written after the story.
 */
async function expectHistories(path: string, ids: readonly string[]): Promise<void> {
	const newsroom = await openNewsroom(realFileSystem, path, () => {});
	let without = 0;
	for (const id of ids) {
		const kept = await keptStories(newsroom, id);
		if (!kept.some((story) => !story.trending)) without += 1;
	}
	await newsroom.close();
	expect(without).toBeLessThanOrEqual(kills * 4);
}
