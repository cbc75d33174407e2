import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { expect, test } from 'vitest';
import type { ReferenceChange } from '#shared/contract/references.ts';
import { runsOf } from '#shared/testing/runs-of.ts';
import { realFileSystem } from '../../disk/file-system.ts';
import { type OpenNewsroom, openNewsroom } from '../../newsroom/open-newsroom.ts';
import { bundleScript } from '../../testing/bundle-script.ts';
import { startChangingHost } from '../../testing/changing-host.ts';
import { newsroomOf } from '../../testing/newsroom-of.ts';
import { filesOf } from '../testing/files-of.ts';
import { makeBulk } from '../testing/make-bulk.ts';
import { touchedStories } from './touched-stories.ts';

const stories = runsOf({ short: 200, long: 5000 });
const kills = runsOf({ short: 2, long: 6 });
const edited = 12;
const rename: ReferenceChange = { kind: 'rename-category', slug: 'sport', to: 'games', label: 'Games' };

const open = async (path: string): Promise<OpenNewsroom> => {
	const newsroom = await openNewsroom(realFileSystem, path, () => {});
	await newsroom.whole();
	return newsroom;
};

test('a renaming that is killed again and again is gone on with, and undone to the same bytes though that is killed too', async () => {
	const script = await bundleScript(join(import.meta.dirname, '../../testing/change-many.ts'));
	const { path, ids } = await newsroomOf(stories, (number) => ({
		categories: number % 10 === 0 ? ['news'] : ['news', 'sport'],
		status: number % 2 === 0 ? 'draft' : 'published',
	}));
	const category = (slug: string) => ({ slug, label: slug, parent: null, colour: null, uri: null });
	const first = await open(path);
	await first.saveCategories([category('news'), category('sport')]);
	for (const id of ids.filter((_, number) => number % 2 === 1).slice(0, edited)) {
		const { article, revision } = await first.articles.open(id);
		await first.articles.save({ ...article, standfirst: 'Not for readers yet.' }, revision);
	}
	const wanted = (await touchedStories(first.articles, { of: 'category', slug: 'sport' })).count;
	expect(wanted).toBe(stories * 0.9);
	await first.close();
	const before = await filesOf(path);

	/** Kills what does this while it changes stories; the next ones go on with it. */
	const cutOff = async (what: ReferenceChange | 'undo') => {
		for (let kill = 0; kill < kills; kill += 1) {
			const host = await startChangingHost(script, path, kill === 0 ? what : 'go on');
			host.begin();
			await host.hasChanged(1 + Math.floor((Math.random() * stories) / kills / 2));
			await setTimeout(Math.random() * 5);
			await host.kill();
		}
	};
	await cutOff(rename);
	const second = await open(path);
	const references = makeBulk(second);
	await references.goOn();
	expect(references.continued).toMatchObject([
		{ change: rename, isUndo: false, report: { failedCount: 0, stopped: null } },
	]);
	expect(await touchedStories(second.articles, { of: 'category', slug: 'sport' })).toMatchObject({ count: 0 });
	expect(await touchedStories(second.articles, { of: 'category', slug: 'games' })).toMatchObject({ count: wanted });
	expect(second.folder().categories.map(({ slug }) => slug)).toEqual(['news', 'games']);
	expect((await second.articles.index.countQueues()).changes).toBe(edited);
	for (const id of ids.filter((_, number) => number % 2 === 1).slice(0, edited))
		expect((await second.articles.live(id))?.article).toMatchObject({ categories: ['news', 'games'], standfirst: '' });
	await second.close();

	await cutOff('undo');
	const third = await open(path);
	const back = makeBulk(third);
	await back.goOn();
	expect(back.continued).toMatchObject([{ isUndo: true, report: { failedCount: 0, stopped: null } }]);
	await third.close();
	expect(await filesOf(path)).toEqual(before);
}, 1_800_000);

test('a change that another Galley is at work with is waited for, and not begun twice', async () => {
	const script = await bundleScript(join(import.meta.dirname, '../../testing/change-many.ts'));
	const { path } = await newsroomOf(60, () => ({ categories: [], tags: ['harbour'] }));
	const newsroom = await open(path);
	const host = await startChangingHost(script, path, { kind: 'rename-tag', tag: 'harbour', to: 'port' });
	host.begin();
	await host.hasChanged(1);
	const bulk = makeBulk(newsroom);
	const refused = await bulk.end(bulk.start.changeReference(newsroom, { kind: 'remove-tag', tag: 'harbour' }));
	expect(refused).toMatchObject({ kind: 'failed', failure: { message: expect.stringContaining('under way') } });
	expect(await host.report()).toMatchObject({ changed: 60, failedCount: 0 });
	await newsroom.close();
}, 300_000);
