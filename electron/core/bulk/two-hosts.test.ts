import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { BulkReport, StoryChange } from '#shared/contract/bulk.ts';
import type { Article } from '#shared/model/article.ts';
import { realFileSystem } from '../disk/file-system.ts';
import { type OpenNewsroom, openNewsroom } from '../newsroom/open-newsroom.ts';
import { bundleScript } from '../testing/bundle-script.ts';
import { startChangingHost } from '../testing/changing-host.ts';
import { keptStories } from '../testing/kept-stories.ts';
import { newsroomOf } from '../testing/newsroom-of.ts';

const stories = 100;

/** Lets two processes change the same stories at the same time; answers what each reported and what then lies there. */
async function changeAtOnce(...changes: readonly [StoryChange, StoryChange]) {
	const script = await bundleScript(join(import.meta.dirname, '../testing/change-many.ts'));
	const { path, ids } = await newsroomOf(stories);
	const hosts = await Promise.all(changes.map((change) => startChangingHost(script, path, change)));
	for (const host of hosts) host.begin();
	const [one, other] = await Promise.all(hosts.map((host) => host.report()));
	if (one === undefined || other === undefined) throw new Error('there are two hosts');
	const newsroom = await openNewsroom(realFileSystem, path, () => {});
	await newsroom.whole();
	return { one, other, ids, newsroom };
}

const read = (newsroom: OpenNewsroom): Promise<Article[]> =>
	Promise.all([...newsroom.articles.catalogue.ids()].map(async (id) => (await newsroom.articles.open(id)).article));
const told = ({ changed, unchanged, failedCount }: BulkReport) => changed + unchanged + failedCount;

test('two hosts that change different parts of the same stories at once both have their way', async () => {
	const { one, other, newsroom, ids } = await changeAtOnce(
		{ kind: 'status', status: 'review' },
		{ kind: 'trending', trending: true },
	);
	for (const report of [one, other])
		expect(report).toMatchObject({ changed: stories, unchanged: 0, failed: [], stopped: null });
	for (const story of await read(newsroom)) expect(story).toMatchObject({ status: 'review', trending: true });
	for (const id of ids) {
		const kept = await keptStories(newsroom, id);
		const states = kept.map(({ status, trending }) => ({ status, trending }));
		expect(states).toContainEqual({ status: 'review', trending: true });
		expect(states).toContainEqual({ status: 'draft', trending: false });
	}
	await newsroom.close();
}, 300_000);

test('of two hosts that want the opposite at once, each story has what one of them wanted, and both know of every one', async () => {
	const { one, other, newsroom } = await changeAtOnce(
		{ kind: 'status', status: 'review' },
		{ kind: 'status', status: 'ready' },
	);
	for (const report of [one, other]) {
		expect(report).toMatchObject({ failed: [], stopped: null });
		expect(told(report)).toBe(stories);
	}
	for (const { status } of await read(newsroom)) expect(['review', 'ready']).toContain(status);
	await newsroom.close();
}, 300_000);

test('two hosts that move the same stories to the trash at once lose none and keep each once', async () => {
	const { one, other, newsroom, ids } = await changeAtOnce({ kind: 'trash' }, { kind: 'trash' });
	expect(one.changed + other.changed).toBe(stories);
	for (const report of [one, other]) {
		// Whoever came second did not fail by a fault of the disk, and went through to the end.
		expect(report).toMatchObject({ stopped: null });
		expect(told(report)).toBe(stories);
		for (const { reason } of report.failed) expect(reason).toMatch(/no longer in the newsroom/);
	}
	expect(newsroom.articles.catalogue.size).toBe(0);
	expect([...newsroom.articles.trashed.keys()].sort()).toEqual([...ids].sort());
	await newsroom.close();
}, 300_000);

test('stories that one host moves to the trash while another changes them are in the trash, whole', async () => {
	const { one, other, newsroom, ids } = await changeAtOnce({ kind: 'trash' }, { kind: 'trending', trending: true });
	expect(one).toMatchObject({ changed: stories, failed: [], stopped: null });
	expect(told(other)).toBe(stories);
	expect(other.stopped).toBeNull();
	expect(newsroom.articles.catalogue.size).toBe(0);
	expect([...newsroom.articles.trashed.keys()].sort()).toEqual([...ids].sort());
	expect([...newsroom.articles.damaged.keys()]).toEqual([]);
	await newsroom.close();
}, 300_000);
