import { expect, test } from 'vitest';
import type { Article } from '#shared/model/article.ts';
import { tempNewsroom } from '../testing/temp-newsroom.ts';
import type { UnsavedWork } from './journal-store.ts';
import { findPending } from './pending-work.ts';

const session = 'session-0001';
const none: ReadonlySet<string> = new Set();

/** An editor who types into one story; a version is the text with so many words. */
async function typing() {
	const newsroom = await tempNewsroom();
	const story = await newsroom.articles.create('Budget');
	const text = (version: number): Article => ({
		...story.article,
		standfirst: Array.from({ length: version }, (_, at) => `word${at + 1}`).join(' '),
	});
	const work = (version: number, basedOn = story.revision, base = story.article): UnsavedWork => ({
		session,
		version,
		basedOn,
		base,
		mine: text(version),
	});
	const save = (version: number, during = async () => {}) =>
		newsroom.journal.aroundSave(
			work(version),
			async () => {
				const outcome = await newsroom.articles.save(text(version), story.revision);
				await during();
				return outcome;
			},
			({ kind }) => kind === 'saved',
		);
	/** What a host finds that is started now, as after a kill. */
	const offered = async () => (await findPending(await newsroom.reopen(), none)).work;
	return { newsroom, story, text, work, save, offered };
}

test('a save ends the note that is older than it', async () => {
	const { newsroom, work, save, offered } = await typing();
	await newsroom.journal.write(work(1));
	await save(3);
	expect((await newsroom.journal.read()).entries).toEqual([]);
	expect(await offered()).toEqual([]);
});

test('a host that dies between the save and the end of its notes offers nothing that the file holds', async () => {
	const { newsroom, work, save, offered } = await typing();
	await newsroom.journal.write(work(1));
	let found: unknown;
	await save(3, async () => {
		found = await offered();
	});
	expect(found).toEqual([]);
});

test('a note that comes while a newer text is being saved does not outlive it', async () => {
	const { newsroom, work, save, offered } = await typing();
	let found: unknown;
	await save(3, async () => {
		await newsroom.journal.write(work(1));
		found = await offered();
	});
	expect(found).toEqual([]);
	expect((await newsroom.journal.read()).entries).toEqual([]);
});

test('a note that comes after the save that holds it is not written', async () => {
	const { newsroom, work, save } = await typing();
	await save(3);
	await newsroom.journal.write(work(2));
	expect((await newsroom.journal.read()).entries).toEqual([]);
});

test('what was typed while a save was under way comes back by itself over that save', async () => {
	const { newsroom, story, text, work, save, offered } = await typing();
	await save(3, async () => {
		// Before the answer: the editor does not know the new revision yet.
		await newsroom.journal.write(work(5));
	});
	const [found, ...more] = await offered();
	expect(more).toEqual([]);
	const { revision } = await newsroom.articles.open(story.article.id);
	expect(found).toMatchObject({
		theirs: { revision },
		advice: { kind: 'restore', article: { standfirst: text(5).standfirst } },
	});
});

test('what was typed after a save, before its answer was heard, comes back by itself over that save', async () => {
	const { newsroom, text, work, save, offered } = await typing();
	await save(3);
	await newsroom.journal.write(work(5));
	expect(await offered()).toMatchObject([{ advice: { kind: 'restore', article: { standfirst: text(5).standfirst } } }]);
});

test('a newer note that was there before its save began knows that the file is its own', async () => {
	const { newsroom, text, work, save, offered } = await typing();
	await newsroom.journal.write(work(5));
	await save(3);
	expect(await offered()).toMatchObject([{ advice: { kind: 'restore', article: { standfirst: text(5).standfirst } } }]);
});

test('a save that a new host takes ends what the host before it left', async () => {
	const { newsroom, story, text, work } = await typing();
	await newsroom.journal.write(work(1));
	const again = await newsroom.reopen();
	const saving = () => again.articles.save(text(3), story.revision);
	await again.journal.aroundSave(work(3), saving, ({ kind }) => kind === 'saved');
	expect((await findPending(await newsroom.reopen(), none)).work).toEqual([]);
});

test('a save that was refused leaves the note, with all of its text', async () => {
	const { newsroom, work, offered, text } = await typing();
	await newsroom.journal.write(work(1));
	const refuse = () => Promise.reject(new Error('The disk is full.'));
	await expect(newsroom.journal.aroundSave(work(3), refuse, () => true)).rejects.toThrow('full');
	expect(await offered()).toMatchObject([{ mine: { standfirst: text(3).standfirst } }]);
});

test('a text that is noted late keeps the time when it was typed, and does not replace a newer one', async () => {
	const { newsroom, work, offered, text } = await typing();
	await newsroom.journal.write({ ...work(2), typed: '2025-03-31T08:00:00.000Z' });
	expect(await offered()).toMatchObject([{ at: '2025-03-31T08:00:00.000Z' }]);
	const again = await newsroom.reopen();
	await again.journal.write({ ...work(1), typed: '2025-03-31T07:00:00.000Z' });
	expect(await offered()).toMatchObject([{ mine: { standfirst: text(2).standfirst } }]);
});

test('a save that ends while unsaved work is looked for is not offered by the note that was read before', async () => {
	const { newsroom, work, save } = await typing();
	await newsroom.journal.write(work(1));
	let isSaved = false;
	const { read } = newsroom.journal;
	const journal = {
		...newsroom.journal,
		read: async () => {
			const found = await read();
			if (!isSaved) await save(3);
			isSaved = true;
			return found;
		},
	};
	expect((await findPending({ ...newsroom, journal }, none)).work).toEqual([]);
});
