import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { expect, onTestFinished, test, vi } from 'vitest';
import { type FileSystem, realFileSystem } from '../disk/file-system.ts';
import { faultyFileSystem } from '../testing/faulty-file-system.ts';
import { type TempNewsroom, tempNewsroom } from '../testing/temp-newsroom.ts';
import { watchNewsroom } from './newsroom-watch.ts';

const twoSeconds = { timeout: 2000, interval: 20 };

async function watched(disk: FileSystem = realFileSystem) {
	const desk = await tempNewsroom(disk);
	let settings = 0;
	const problems: unknown[] = [];
	const watch = watchNewsroom(desk, {
		settingsChanged: () => {
			settings += 1;
		},
		log: (_message, error) => problems.push(error),
	});
	onTestFinished(async () => {
		await watch.close();
		expect(problems).toEqual([]);
	});
	return { desk, watch, settings: () => settings };
}

const headlines = async (desk: TempNewsroom) => {
	const linked = await desk.articles.index.linked([...desk.articles.catalogue.ids()]);
	return linked.map(({ headline }) => headline);
};
const soon = (check: () => void | Promise<void>) => vi.waitFor(check, twoSeconds);
const editAs = async (desk: TempNewsroom, path: string, from: string, to: string) =>
	desk.put(path, (await desk.text(path)).replace(from, to));

test('what another program writes, moves and deletes is seen within two seconds', async () => {
	const { desk } = await watched();
	const { path, article } = await desk.articles.create('Budget');
	await setTimeout(300);
	desk.changes.length = 0;
	await editAs(desk, path, 'Budget', 'Budget passes');
	await soon(async () => expect(await headlines(desk)).toEqual(['Budget passes']));
	expect(desk.changes).toEqual([[article.id]]);

	const moved = 'articles/2031/01/elsewhere.json';
	await mkdir(dirname(join(desk.path, moved)), { recursive: true });
	await rename(join(desk.path, path), join(desk.path, moved));
	await soon(() => expect(desk.articles.catalogue.get(article.id)?.path).toBe(moved));
	await setTimeout(800);
	expect(await headlines(desk)).toEqual(['Budget passes']);

	await rm(join(desk.path, moved));
	await soon(async () => expect(await headlines(desk)).toEqual([]));
});

test('what Galley writes itself is told once', async () => {
	const { desk } = await watched();
	const { article, revision } = await desk.articles.create('Budget');
	await desk.articles.save({ ...article, headline: 'Budget passes' }, revision);
	await desk.articles.trash(article.id);
	await desk.articles.restore(article.id);
	await setTimeout(2500);
	expect(desk.changes).toEqual([[article.id], [article.id], [article.id], [article.id]]);
});

test('a file that is written in halves is never listed as damaged; one that stays broken is, until it is mended', async () => {
	const { desk } = await watched();
	const { path } = await desk.articles.create('Budget');
	const text = await desk.text(path);
	await desk.put(path, text.slice(0, 40));
	const damaged: number[] = [];
	for (let step = 0; step < 6; step += 1) {
		await setTimeout(100);
		damaged.push(desk.articles.damaged.size);
	}
	await desk.put(path, text.replace('Budget', 'Whole'));
	await soon(async () => expect(await headlines(desk)).toEqual(['Whole']));
	expect(Math.max(...damaged)).toBe(0);
	await desk.put(path, '{');
	await soon(() => expect([...desk.articles.damaged.keys()]).toEqual([path]));
	await desk.put(path, text);
	await soon(() => expect(desk.articles.damaged.size).toBe(0));
});

test('two Galleys on one folder see each other make, save, trash and restore', async () => {
	const { desk } = await watched();
	const other = await desk.reopen();
	const { article, revision } = await other.articles.create('From next door');
	await soon(async () => expect(await headlines(desk)).toEqual(['From next door']));
	await other.articles.save({ ...article, headline: 'Changed next door' }, revision);
	await soon(async () => expect(await headlines(desk)).toEqual(['Changed next door']));
	await other.articles.trash(article.id);
	await soon(() => expect(desk.articles.trashed.has(article.id)).toBe(true));
	expect(await headlines(desk)).toEqual([]);
	await other.articles.restore(article.id);
	await soon(async () => expect(await headlines(desk)).toEqual(['Changed next door']));
	await soon(() => expect(desk.articles.trashed.has(article.id)).toBe(false));
});

test('settings and categories are taken over, and a disk that is pulled out is no newsroom without stories', async () => {
	const { desk, settings } = await watched();
	await desk.articles.create('Budget');
	await editAs(desk, 'newsroom.json', 'The Desk', 'The Other Desk');
	await soon(() => expect(desk.folder().newsroom.name).toBe('The Other Desk'));
	expect(settings()).toBe(1);
	await desk.saveSettings({ ...desk.folder().newsroom, name: 'Ours' });
	await setTimeout(1800);
	expect(settings()).toBe(1);
	await rename(desk.path, `${desk.path}-away`);
	await setTimeout(2200);
	expect(await headlines(desk)).toEqual(['Budget']);
	await rename(`${desk.path}-away`, desk.path);
});

test('a change by another program leaves what was known in the history', async () => {
	const { desk } = await watched();
	const { article, revision, path } = await desk.articles.create('One');
	await desk.articles.save({ ...article, headline: 'Two' }, revision);
	await desk.articles.open(article.id);
	await writeFile(join(desk.path, path), (await desk.text(path)).replace('Two', 'Three'));
	await soon(async () => expect(await headlines(desk)).toEqual(['Three']));
	const { revisions } = await desk.history.list(article.id, null, 10);
	expect(revisions.map(({ headline, reason }) => [headline, reason])).toEqual(
		expect.arrayContaining([
			['Two', 'before-external'],
			['Three', 'external'],
		]),
	);
});

test('a file that may not be looked at keeps no other from being seen, and is listed with the reason', async () => {
	const faulty = faultyFileSystem();
	const { desk } = await watched(faulty.disk);
	const closed = await desk.articles.create('Closed');
	const open = await desk.articles.create('Open');
	await setTimeout(300);
	for (const operation of ['lstat', 'readUnlinked'] as const) {
		faulty.fail({ operation, code: 'EACCES', path: (path) => path.endsWith(closed.path) });
	}
	await editAs(desk, closed.path, 'Closed', 'Closed again');
	await editAs(desk, open.path, 'Open', 'Open again');
	await soon(async () => expect(await headlines(desk)).toContain('Open again'));
	await soon(() => expect(desk.articles.damaged.get(closed.path)?.reason).toContain('EACCES'));
});
