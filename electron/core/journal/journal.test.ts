import { readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { realFileSystem } from '../disk/file-system.ts';
import { openNewsroom } from '../newsroom/open-newsroom.ts';
import { faultyFileSystem } from '../testing/faulty-file-system.ts';
import { tempFolder, tempNewsroom } from '../testing/temp-newsroom.ts';
import { createJournalStore } from './journal-store.ts';
import { findPending, keepMine, keepTheirs } from './pending-work.ts';

const session = 'session-0001';
const none: ReadonlySet<string> = new Set();

async function newsroomWithWork(disk = realFileSystem) {
	const newsroom = await tempNewsroom(disk);
	const story = await newsroom.articles.create('Budget');
	const mine = { ...story.article, standfirst: 'Unsaved' };
	await newsroom.journal.write({ session, version: 1, basedOn: story.revision, base: story.article, mine });
	return { newsroom, story, mine };
}

test('unsaved work is found after a restart, beside the file; kept, it is saved and offered no more', async () => {
	const { newsroom, story, mine } = await newsroomWithWork();
	const again = await newsroom.reopen();
	expect((await findPending(again, new Set([session]))).work).toEqual([]);
	const { work } = await findPending(again, none);
	expect(work).toMatchObject([{ session, mine, advice: { kind: 'restore', article: mine } }]);
	expect(await keepMine(again, session, mine.id, undefined, story.revision)).toMatchObject({ kind: 'saved' });
	expect(await newsroom.text(story.path)).toContain('Unsaved');
	expect((await findPending(again, none)).work).toEqual([]);
});

test('unsaved work that is set aside is in the history; while the history refuses, it stays in the journal', async () => {
	const faulty = faultyFileSystem();
	const newsroom = await tempNewsroom(faulty.disk);
	const story = await newsroom.articles.create('Budget');
	const mine = { ...story.article, standfirst: 'Unsaved' };
	await newsroom.journal.write({ session, version: 2, basedOn: story.revision, base: null, mine });
	const mend = faulty.fail({ operation: 'open', code: 'ENOSPC', path: (path) => path.includes('history') });
	await expect(keepTheirs(newsroom, session, mine.id)).rejects.toThrow('disk is full');
	expect((await findPending(newsroom, none)).work).toHaveLength(1);
	mend();
	expect(await keepTheirs(newsroom, session, mine.id)).toEqual({ kind: 'discarded' });
	expect((await findPending(newsroom, none)).work).toEqual([]);
	const [kept] = (await newsroom.history.list(mine.id, null, 9)).revisions;
	expect(kept?.reason).toBe('discarded');
	expect(Buffer.from(await newsroom.history.read(mine.id, kept?.id ?? '')).toString()).toContain('Unsaved');
});

test('work on a file that changed since is a conflict and stays; work on one that is gone makes it anew', async () => {
	const { newsroom, story, mine } = await newsroomWithWork();
	const theirs = await newsroom.articles.save({ ...story.article, standfirst: 'Theirs' }, story.revision);
	expect(theirs.kind).toBe('saved');
	expect(await keepMine(newsroom, session, mine.id, undefined, story.revision)).toMatchObject({ kind: 'conflict' });
	expect((await findPending(newsroom, none)).work).toHaveLength(1);
	await newsroom.disk.unlink(join(newsroom.path, story.path));
	expect((await findPending(newsroom, none)).work).toMatchObject([{ theirs: null, missing: expect.any(String) }]);
	expect(await keepMine(newsroom, session, mine.id, undefined, null)).toMatchObject({ kind: 'saved' });
	expect((await newsroom.articles.open(mine.id)).article.standfirst).toBe('Unsaved');
});

test('what is the same as the file is cleaned; a damaged entry is listed and stays', async () => {
	const { newsroom, story, mine } = await newsroomWithWork();
	await newsroom.articles.save(mine, story.revision);
	const damaged = join(newsroom.path, '.galley/journal', `${mine.id}.session-0002.json`);
	await writeFile(damaged, '{"format":1,');
	const found = await findPending(newsroom, none);
	expect(found).toMatchObject({ work: [], damaged: [{ path: damaged }] });
	expect(await readdir(join(newsroom.path, '.galley/journal'))).toEqual([`${mine.id}.session-0002.json`]);
});

test.each(['ENOSPC', 'EROFS', 'EACCES', 'EIO', 'stall'])(
	'a newsroom that answers %s sends the journal to the user folder',
	async (code) => {
		const { newsroom, story, mine } = await newsroomWithWork();
		const userData = await tempFolder();
		const faulty = faultyFileSystem();
		const keeping = { author: async () => '', userData, historyChanged: () => {}, log: () => {} };
		const again = await openNewsroom(faulty.disk, newsroom.path, () => {}, undefined, keeping);
		const mend = faulty.fail({ operation: 'any write', code, path: (path) => path.startsWith(newsroom.path) });
		const later = { ...mine, standfirst: 'Later' };
		const noted = await again.journal.write({ session, version: 2, basedOn: story.revision, base: null, mine: later });
		expect(noted.besideNewsroom).toBeTruthy();
		faulty.release();
		mend();
		await new Promise((resolve) => setTimeout(resolve, 50));
		expect((await findPending(again, none)).work).toMatchObject([{ mine: { standfirst: 'Later' } }]);
		const back = await again.journal.write({
			session,
			version: 3,
			basedOn: story.revision,
			base: null,
			mine: { ...mine, standfirst: 'Last' },
		});
		expect(back.besideNewsroom).toBeNull();
		expect((await findPending(again, none)).work).toMatchObject([{ mine: { standfirst: 'Last' } }]);
		await again.journal.clear(session, mine.id);
		expect((await findPending(again, none)).work).toEqual([]);
	},
);

test('no fault at any step of writing loses what was noted before', async () => {
	let cases = 0;
	for (const code of ['ENOSPC', 'EIO', 'EACCES', 'EROFS']) {
		for (let call = 1; call <= 6; call += 1) {
			const { newsroom, story, mine } = await newsroomWithWork();
			const faulty = faultyFileSystem();
			const folder = join(newsroom.path, '.galley/journal');
			const journal = createJournalStore({
				disk: faulty.disk,
				fallbackDisk: faulty.disk,
				folder,
				fallback: null,
				checkFolder: async () => {},
				now: () => new Date(),
				log: () => {},
			});
			faulty.fail({ operation: 'any write', code, call });
			const next = { ...mine, standfirst: 'Next' };
			const isNoted = await journal
				.write({ session, version: 2, basedOn: story.revision, base: null, mine: next })
				.then(
					() => true,
					() => false,
				);
			const [entry] = (await newsroom.journal.read()).entries;
			expect(isNoted ? ['Next'] : ['Unsaved', 'Next']).toContain(entry?.mine.standfirst);
			cases += 1;
		}
	}
	console.log(`journal: ${cases} faults, 0 losses`);
});

test('noting 20 kB again and again reads nothing, and syncs one file and its folder each time', async () => {
	const faulty = faultyFileSystem();
	const { newsroom, story, mine } = await newsroomWithWork(faulty.disk);
	const body = Array.from({ length: 40 }, (_, at) => ({
		id: `b${at}`,
		type: 'paragraph' as const,
		html: 'words and '.repeat(50).trim(),
	}));
	faulty.calls.clear();
	for (let at = 0; at < 60; at += 1) {
		await newsroom.journal.write({
			session,
			version: 3,
			basedOn: story.revision,
			base: { ...mine, body },
			mine: { ...mine, body, standfirst: `${at}` },
		});
	}
	expect(faulty.calls.get('readFile') ?? 0).toBe(0);
	expect(faulty.calls.get('file.writeFile')).toBe(60);
	expect(faulty.calls.get('file.sync')).toBeLessThanOrEqual(120);
});
