import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { expect, onTestFinished, test, vi } from 'vitest';
import { type FileSystem, realFileSystem } from '../disk/file-system.ts';
import { faultyFileSystem } from '../testing/faulty-file-system.ts';
import { type TempNewsroom, tempNewsroom } from '../testing/temp-newsroom.ts';
import { watchNewsroom } from './newsroom-watch.ts';

const busyMachine = { timeout: 60_000 };

async function watched(disk: FileSystem = realFileSystem) {
	const newsroom = await tempNewsroom(disk);
	let settings = 0;
	const problems: unknown[] = [];
	const watch = watchNewsroom(newsroom, {
		settingsChanged: () => {
			settings += 1;
		},
		log: (_message, error) => problems.push(error),
	});
	onTestFinished(async () => {
		await watch.close();
		expect(problems).toEqual([]);
	});
	return { newsroom, watch, settings: () => settings };
}

const headlines = async (newsroom: TempNewsroom) => {
	const linked = await newsroom.articles.index.linked([...newsroom.articles.catalogue.ids()]);
	return linked.map(({ headline }) => headline);
};
const soon = (check: () => void | Promise<void>) => vi.waitFor(check, busyMachine);
const editAs = async (newsroom: TempNewsroom, path: string, from: string, to: string) =>
	newsroom.put(path, (await newsroom.text(path)).replace(from, to));

test('what another program writes, moves and deletes is seen within two seconds', async () => {
	const { newsroom } = await watched();
	const { path, article } = await newsroom.articles.create('Budget');
	await setTimeout(300);
	newsroom.changes.length = 0;
	await editAs(newsroom, path, 'Budget', 'Budget passes');
	await soon(async () => expect(await headlines(newsroom)).toEqual(['Budget passes']));
	expect(newsroom.changes).toEqual([[article.id]]);

	const moved = 'articles/2031/01/elsewhere.json';
	await mkdir(dirname(join(newsroom.path, moved)), { recursive: true });
	await rename(join(newsroom.path, path), join(newsroom.path, moved));
	await soon(() => expect(newsroom.articles.catalogue.get(article.id)?.path).toBe(moved));
	await setTimeout(800);
	expect(await headlines(newsroom)).toEqual(['Budget passes']);

	await rm(join(newsroom.path, moved));
	await soon(async () => expect(await headlines(newsroom)).toEqual([]));
});

test('what Galley writes itself is told once', async () => {
	const { newsroom } = await watched();
	const { article, revision } = await newsroom.articles.create('Budget');
	await newsroom.articles.save({ ...article, headline: 'Budget passes' }, revision);
	await newsroom.articles.trash(article.id);
	await newsroom.articles.restore(article.id);
	await setTimeout(2500);
	expect(newsroom.changes).toEqual([[article.id], [article.id], [article.id], [article.id]]);
});

test('a file that is written in halves is never listed as damaged; one that stays broken is, until it is mended', async () => {
	const { newsroom } = await watched();
	const { path } = await newsroom.articles.create('Budget');
	const text = await newsroom.text(path);
	await newsroom.put(path, text.slice(0, 40));
	const damaged: number[] = [];
	for (let step = 0; step < 6; step += 1) {
		await setTimeout(100);
		damaged.push(newsroom.articles.damaged.size);
	}
	await newsroom.put(path, text.replace('Budget', 'Whole'));
	await soon(async () => expect(await headlines(newsroom)).toEqual(['Whole']));
	expect(Math.max(...damaged)).toBe(0);
	await newsroom.put(path, '{');
	await soon(() => expect([...newsroom.articles.damaged.keys()]).toEqual([path]));
	await newsroom.put(path, text);
	await soon(() => expect(newsroom.articles.damaged.size).toBe(0));
});

test('two Galleys on one folder see each other make, save, trash and restore', async () => {
	const { newsroom } = await watched();
	const other = await newsroom.reopen();
	const { article, revision } = await other.articles.create('From next door');
	await soon(async () => expect(await headlines(newsroom)).toEqual(['From next door']));
	await other.articles.save({ ...article, headline: 'Changed next door' }, revision);
	await soon(async () => expect(await headlines(newsroom)).toEqual(['Changed next door']));
	await other.articles.trash(article.id);
	await soon(() => expect(newsroom.articles.trashed.has(article.id)).toBe(true));
	expect(await headlines(newsroom)).toEqual([]);
	await other.articles.restore(article.id);
	await soon(async () => expect(await headlines(newsroom)).toEqual(['Changed next door']));
	await soon(() => expect(newsroom.articles.trashed.has(article.id)).toBe(false));
});

test('settings and categories are taken over, and a disk that is pulled out is no newsroom without stories', async () => {
	const { newsroom, settings } = await watched();
	await newsroom.articles.create('Budget');
	await editAs(newsroom, 'newsroom.json', 'The Desk', 'The Other Desk');
	await soon(() => expect(newsroom.folder().newsroom.name).toBe('The Other Desk'));
	expect(settings()).toBe(1);
	await newsroom.saveSettings({ ...newsroom.folder().newsroom, name: 'Ours' });
	await setTimeout(1800);
	expect(settings()).toBe(1);
	await rename(newsroom.path, `${newsroom.path}-away`);
	await setTimeout(2200);
	expect(await headlines(newsroom)).toEqual(['Budget']);
	await rename(`${newsroom.path}-away`, newsroom.path);
});

test('a change by another program leaves what was known in the history', async () => {
	const { newsroom } = await watched();
	const { article, revision, path } = await newsroom.articles.create('One');
	await newsroom.articles.save({ ...article, headline: 'Two' }, revision);
	await newsroom.articles.open(article.id);
	await writeFile(join(newsroom.path, path), (await newsroom.text(path)).replace('Two', 'Three'));
	await soon(async () => expect(await headlines(newsroom)).toEqual(['Three']));
	const { revisions } = await newsroom.history.list(article.id, null, 10);
	expect(revisions.map(({ headline, reason }) => [headline, reason])).toEqual(
		expect.arrayContaining([
			['Two', 'before-external'],
			['Three', 'external'],
		]),
	);
});

test('a file that may not be looked at keeps no other from being seen, and is listed with the reason', async () => {
	const faulty = faultyFileSystem();
	const { newsroom } = await watched(faulty.disk);
	const closed = await newsroom.articles.create('Closed');
	const open = await newsroom.articles.create('Open');
	await setTimeout(300);
	for (const operation of ['lstat', 'readUnlinked'] as const) {
		faulty.fail({ operation, code: 'EACCES', path: (path) => path.endsWith(closed.path) });
	}
	await editAs(newsroom, closed.path, 'Closed', 'Closed again');
	await editAs(newsroom, open.path, 'Open', 'Open again');
	await soon(async () => expect(await headlines(newsroom)).toContain('Open again'));
	await soon(() => expect(newsroom.articles.damaged.get(closed.path)?.reason).toContain('EACCES'));
});
