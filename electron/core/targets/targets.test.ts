import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { realFileSystem } from '../disk/file-system.ts';
import { runExport } from '../export/run.ts';
import { all as everything, failure } from '../export/testing/desk.ts';
import { readFiles, testId } from '../export/testing/test-newsroom.ts';
import { openNewsroom } from '../newsroom/open-newsroom.ts';
import { findTarget, logOf, planTarget, planTargetRollBack, rollTargetBack, writeTarget } from './target-exports.ts';
import { deskOf, openWhole, siteDesk } from './testing/site-desk.ts';

const all = { kind: 'all' } as const;

async function headlineOf(site: string, number: number): Promise<string> {
	return JSON.parse(await readFile(join(site, `articles/story-${number}.json`), 'utf8')).headline;
}

test('publishing gives the site what was decided, and the log says who gave it what', async () => {
	const { newsroom, site, target, edit, publish } = await siteDesk();
	await writeTarget(newsroom, target, all);
	await edit(1, 'Eleven');
	expect((await planTarget(newsroom, target, all)).stories.map(({ outcome }) => outcome)).not.toContain('changed');
	expect(await headlineOf(site, 1)).toBe('Story 1');
	await publish(1);
	expect(await headlineOf(site, 1)).toBe('Eleven');
	const [line, first] = await logOf(newsroom, target, 9);
	expect(line).toMatchObject({ number: 2, kind: 'export', isNow: true, canRollBack: false, folder: site });
	expect(line?.who).toBe(await newsroom.who());
	expect(line?.stories).toMatchObject([{ id: testId(1), headline: 'Eleven', what: 'changed' }]);
	expect(first).toMatchObject({ number: 1, isNow: false, canRollBack: true });
	expect(first?.stories.map(({ what }) => what)).toEqual(['new', 'new', 'new']);
	// Nothing changed, so there is nothing to tell.
	await writeTarget(newsroom, target, all);
	expect(await logOf(newsroom, target, 9)).toHaveLength(2);
	await newsroom.close();
});

test('a target is brought back byte for byte, and its next export is right', async () => {
	const { newsroom, picture, site, target, edit, publish, keeper } = await siteDesk();
	await mkdir(site);
	await writeFile(join(site, 'robots.txt'), 'theirs');
	await writeTarget(newsroom, target, all);
	const first = await readFiles(site);
	await edit(1, 'Eleven');
	await publish(1);
	await picture('media/2025/03/lead.svg', '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="3"/>');
	await newsroom.articles.trash(testId(2));
	await writeTarget(newsroom, target, all);
	const third = await readFiles(site);
	expect(third).not.toHaveProperty('articles/story-2.json');
	const plan = await planTargetRollBack(newsroom, target, 1);
	expect(plan.stories.map(({ headline, what }) => `${headline} ${what}`).sort()).toEqual([
		'Story 1 changed',
		'Story 2 new',
		'Story 3 changed',
	]);
	expect(await readFiles(site)).toEqual(third);

	expect(await rollTargetBack(newsroom, target, 1)).toEqual(plan);
	expect(await readFiles(site)).toEqual(first);
	expect((await logOf(newsroom, target, 1))[0]).toMatchObject({ number: 4, kind: 'roll back', to: 1, isNow: true });
	// Nothing brings back by itself what was taken back.
	await publish(3, false);
	await keeper.look(newsroom);
	await keeper.idle();
	expect(await readFiles(site)).toEqual(first);
	expect((await keeper.states(newsroom))[0]?.standing).toEqual({ kind: 'rolled back', to: 1 });
	await rollTargetBack(newsroom, target, 3);
	expect(await readFiles(site)).toEqual(third);
	await rollTargetBack(newsroom, target, undefined);
	expect(await headlineOf(site, 1)).toBe('Eleven');
	await publish(3);
	expect(await readFiles(site)).toEqual(third);
	expect((await keeper.states(newsroom))[0]?.standing).toEqual({ kind: 'idle' });
	expect(await failure(rollTargetBack(newsroom, target, 77))).toContain('no export 77');
	await newsroom.close();
});

test('what was taken back and is right by now is not held back any more', async () => {
	const { newsroom, target, edit, publish, keeper } = await siteDesk();
	await writeTarget(newsroom, target, all);
	await edit(1, 'Eleven');
	await publish(1);
	await rollTargetBack(newsroom, target, undefined);
	await edit(1, 'Story 1');
	await publish(1);
	const [standing] = (await keeper.states(newsroom)).map((state) => state.standing);
	expect(standing).toEqual({ kind: 'idle' });
	await newsroom.close();
});

test('the last ten exports can be gone back to, and no file of others is kept', async () => {
	const { newsroom, path, site, target, edit, publish } = await siteDesk(1);
	await writeTarget(newsroom, target, all);
	const states = [await readFiles(site)];
	for (let number = 2; number <= 13; number += 1) {
		await edit(1, `Version ${number}`);
		await publish(1);
		states.push(await readFiles(site));
	}
	const can = (await logOf(newsroom, target, 99)).filter(({ canRollBack }) => canRollBack).map(({ number }) => number);
	expect(can).toEqual([12, 11, 10, 9, 8, 7, 6, 5, 4]);
	const kept = await readFiles(join(path, '.galley/targets'));
	expect(JSON.stringify(kept)).not.toContain('"headline": "Version 3"');
	for (const number of [4, 12]) {
		await rollTargetBack(newsroom, target, number);
		expect(await readFiles(site)).toEqual(states[number - 1]);
	}
	await newsroom.close();
});

test('a site whose folder is gone is behind, is not made anew on another disk, and catches up by itself', async () => {
	const { newsroom, root, site, target, edit, publish, keeper, told } = await siteDesk();
	await writeTarget(newsroom, target, all);
	await rename(site, join(root, 'elsewhere'));
	await mkdir(site);
	await edit(1, 'Eleven');
	await publish(1);
	expect((await newsroom.articles.open(testId(1))).hasChanges).toBe(false);
	const behind = { kind: 'behind', reason: expect.stringContaining('is gone. Connect its disk') };
	expect((await keeper.states(newsroom))[0]?.standing).toMatchObject(behind);
	expect(await readFiles(site)).toEqual({});
	await keeper.look(newsroom);
	await keeper.idle();
	expect(await readFiles(site)).toEqual({});
	await rm(site, { recursive: true });
	await rename(join(root, 'elsewhere'), site);
	await keeper.look(newsroom);
	await keeper.idle();
	expect(await headlineOf(site, 1)).toBe('Eleven');
	expect((await keeper.states(newsroom))[0]?.standing).toEqual({ kind: 'idle' });
	expect(told).toContainEqual({ name: 'Site', written: 1 });
	await newsroom.close();
});

test('ready stories go to the target that says so, and to no other', async () => {
	const { newsroom, root, site, write } = await siteDesk();
	await write({ id: testId(7), slug: 'soon', status: 'ready', headline: 'Soon' });
	await newsroom.close();
	const again = await openWhole(join(root, 'newsroom'));
	for (const name of ['site', 'STAGING']) await writeTarget(again, findTarget(again, name), all);
	expect(JSON.stringify(await readFiles(site))).not.toContain('Soon');
	expect(JSON.stringify(await readFiles(join(root, 'staging')))).toContain('Soon');
	expect(() => findTarget(again, 'Moon')).toThrow('no target “Moon”. There are Site, Staging.');
	await again.close();
});

test('what was exported before anything was kept can be gone back to; what is damaged there is told', async () => {
	const { newsroom, path, site, source, edit, publish, target } = await siteDesk();
	await runExport(await source(), everything, site);
	const first = await readFiles(site);
	await edit(1, 'Eleven');
	await publish(1);
	expect((await logOf(newsroom, target, 9)).map(({ kind }) => kind)).toEqual(['export', 'found']);
	const now = await readFiles(site);
	await rollTargetBack(newsroom, target, undefined);
	expect(await readFiles(site)).toEqual(first);
	await rollTargetBack(newsroom, target, 2);
	expect(await readFiles(site)).toEqual(now);
	const kept = await readFiles(join(path, '.galley/targets'));
	const [place] = Object.entries(kept).find(([, text]) => text === first['articles/story-1.json']) ?? [];
	await writeFile(join(path, '.galley/targets', place ?? ''), 'damaged');
	expect(await failure(rollTargetBack(newsroom, target, 1))).toContain('articles/story-1.json of export 1 is lost');
	expect(await readFiles(site)).toEqual(now);
	await newsroom.close();
});

test('a published story goes to the site by itself when its embargo ends', async () => {
	const { newsroom, root, write } = await siteDesk();
	await newsroom.close();
	const embargo = '2030-01-01T09:00:00Z';
	const since = '2025-03-31T08:00:00Z';
	const dates = { created: since, updated: since, published: since, updateShown: null, scheduled: null, embargo };
	await write({ id: testId(7), slug: 'secret', headline: 'Secret', dates });
	const clock = { now: '2030-01-01T08:59:00Z' };
	const again = await openNewsroom(
		realFileSystem,
		join(root, 'newsroom'),
		() => {},
		() => new Date(clock.now),
	);
	await again.whole();
	const { keeper } = deskOf(again);
	const site = join(root, 'site');
	await keeper.publishing(again, true, async () => {});
	await keeper.idle();
	expect(JSON.stringify(await readFiles(site))).not.toMatch(/secret/i);
	const nothing = await readFiles(site);
	await keeper.look(again);
	await keeper.idle();
	expect(await readFiles(site)).toEqual(nothing);
	clock.now = '2030-01-01T09:00:05Z';
	await keeper.look(again);
	await keeper.idle();
	expect(await readFiles(site)).toHaveProperty('articles/secret.json');
	// Work that gave readers nothing leaves nothing owed.
	await keeper.publishing(
		again,
		false,
		async () => false,
		(value) => value,
	);
	expect((await keeper.states(again))[0]?.standing).toEqual({ kind: 'idle' });
	await again.close();
});
