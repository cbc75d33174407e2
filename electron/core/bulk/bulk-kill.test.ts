import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { expect, test } from 'vitest';
import type { StoryChange } from '#shared/contract/bulk.ts';
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

const stories = 120;
const kills = runsOf({ short: 2, long: 8 });
const trending: StoryChange = { kind: 'trending', trending: true };

test('a change killed in the middle leaves each story changed or as it was, and a second one does the rest', async () => {
	const script = await bundleScript(join(import.meta.dirname, '../testing/change-many.ts'));
	const { path } = await newsroomOf(stories);
	const before = await storiesIn(path, 'articles');
	const acknowledged = new Set<string>();
	for (let kill = 0; kill < kills; kill += 1) {
		const host = await startChangingHost(script, path, trending);
		host.begin();
		await host.hasChanged(1 + Math.floor(Math.random() * 12));
		await setTimeout(Math.random() * 5);
		for (const id of await host.kill()) acknowledged.add(id);
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
	}
	const done = [...(await storiesIn(path, 'articles')).values()].filter((story) => story.trending).length;
	expect(done).toBeGreaterThanOrEqual(acknowledged.size);
	expect(done).toBeLessThan(stories);

	const last = await startChangingHost(script, path, trending);
	last.begin();
	expect(await last.report()).toMatchObject({
		changed: stories - done,
		unchanged: done,
		failedCount: 0,
		stopped: null,
	});
	for (const story of (await storiesIn(path, 'articles')).values()) expect(story.trending).toBe(true);
	await expectHistories(path, [...before.keys()]);
}, 300_000);

test('a move to the trash killed in the middle leaves each story in one place, and a second one does the rest', async () => {
	const script = await bundleScript(join(import.meta.dirname, '../testing/change-many.ts'));
	const { path, ids } = await newsroomOf(stories);
	for (let kill = 0; kill < kills; kill += 1) {
		const host = await startChangingHost(script, path, { kind: 'trash' });
		host.begin();
		await host.hasChanged(1 + Math.floor(Math.random() * 12));
		await setTimeout(Math.random() * 5);
		const moved = await host.kill();
		const [kept, trashed] = [await storiesIn(path, 'articles'), await storiesIn(path, 'trash')];
		for (const id of moved) expect([trashed.has(id), kept.has(id)]).toEqual([true, false]);
		for (const id of ids) expect(kept.has(id) || trashed.has(id)).toBe(true);
	}
	const last = await startChangingHost(script, path, { kind: 'trash' });
	last.begin();
	expect(await last.report()).toMatchObject({ failedCount: 0, stopped: null });
	expect((await storiesIn(path, 'articles')).size).toBe(0);
	expect([...(await storiesIn(path, 'trash')).keys()].sort()).toEqual([...ids].sort());
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
