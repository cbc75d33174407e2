import { rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import type { OpenedArticle } from '#shared/contract/articles.ts';
import { realFileSystem } from '../../disk/file-system.ts';
import { findFormat } from '../../export/formats/index.ts';
import { runExport } from '../../export/run.ts';
import { exportSourceOf } from '../../services/export-source-of.ts';
import { failingDisk, systemError, type TempNewsroom, tempNewsroom } from '../../testing/temp-newsroom.ts';

const body = [{ id: 'b1', type: 'paragraph', html: 'Boats came in.' }] as const;

/** A newsroom with one published story. */
async function published(): Promise<{ newsroom: TempNewsroom; story: OpenedArticle; live: string }> {
	const empty = await tempNewsroom();
	await empty.close();
	const categories = [{ slug: 'world', label: 'World', parent: null, colour: null, uri: null }];
	await empty.put('categories.json', JSON.stringify({ $schema: 'urn:galley:categories:1', categories }));
	const newsroom = await empty.reopen();
	const draft = await newsroom.articles.create('Harbour opens');
	const story = await save(newsroom, draft, { body: [...body], status: 'published', categories: ['world'] });
	return { newsroom, story, live: story.path.replace('articles/', 'live/') };
}

async function save(newsroom: TempNewsroom, story: OpenedArticle, change: Partial<OpenedArticle['article']>) {
	const outcome = await newsroom.articles.save({ ...story.article, ...change }, story.revision);
	if (outcome.kind !== 'saved') throw new Error(`the save ended as ${outcome.kind}`);
	return { ...story, ...outcome };
}

/** What an export gives readers: each story's headline by its slug, and what is held back. */
async function exported(newsroom: TempNewsroom) {
	const out = join(dirname(newsroom.path), 'site');
	await newsroom.whole();
	const source = exportSourceOf(newsroom);
	const order = {
		scope: { kind: 'all' },
		ready: false,
		drafts: false,
		format: findFormat('publishable-json'),
	} as const;
	const { blocked } = await runExport(source, order, out);
	const index = JSON.parse(await newsroom.text('../site/index.json'));
	const headlines = index.articles.map(({ headline }: { headline: string }) => headline);
	return { headlines, reasons: blocked.flatMap(({ problems }) => problems.map(({ message }) => message)) };
}

test('readers keep what was published until the changes are published', async () => {
	const { newsroom, story, live } = await published();
	const text = await newsroom.text(story.path);
	expect(story.hasChanges).toBe(false);
	expect(await newsroom.has(live)).toBe(false);

	const edited = await save(newsroom, story, { headline: 'Harbour opens late' });
	expect(edited.hasChanges).toBe(true);
	expect(await newsroom.text(live)).toBe(text);
	expect((await newsroom.articles.live(story.article.id))?.article.headline).toBe('Harbour opens');
	expect((await exported(newsroom)).headlines).toEqual(['Harbour opens']);
	expect(await newsroom.articles.index.countQueues()).toMatchObject({ published: 1, changes: 1 });

	const again = await save(newsroom, edited, { headline: 'Harbour opens at last' });
	expect(await newsroom.text(live)).toBe(text);
	const outcome = await newsroom.articles.publishChanges(story.article.id, again.revision);
	expect(outcome).toMatchObject({ kind: 'saved', hasChanges: false });
	expect(await newsroom.has(live)).toBe(false);
	expect((await exported(newsroom)).headlines).toEqual(['Harbour opens at last']);
	expect(await newsroom.articles.index.countQueues()).toMatchObject({ published: 1, changes: 0 });
});

test('a story that becomes again what readers have is the very file of then', async () => {
	const { newsroom, story, live } = await published();
	const text = await newsroom.text(story.path);
	const edited = await save(newsroom, story, { headline: 'Harbour opens late' });
	const back = await save(newsroom, edited, { headline: 'Harbour opens' });
	expect(back.hasChanges).toBe(false);
	expect(await newsroom.text(story.path)).toBe(text);
	expect(await newsroom.has(live)).toBe(false);
	// Notes are not for readers.
	const noted = await save(newsroom, back, { notes: 'Ask the harbour master' });
	expect(noted.hasChanges).toBe(false);
	expect((await save(newsroom, noted, { ignoredWords: ['Rosenlund'], targetWords: 600 })).hasChanges).toBe(false);
	expect(JSON.parse(await newsroom.text(story.path))).toMatchObject({ ignoredWords: ['Rosenlund'] });
});

test('what another program makes of a published story waits too, whether Galley ran or not', async () => {
	const { newsroom, story } = await published();
	const text = await newsroom.text(story.path);
	await newsroom.close();
	await newsroom.put(story.path, text.replace('Harbour opens', 'Harbour burns'));
	const again = await newsroom.reopen();
	expect((await exported(again)).headlines).toEqual(['Harbour opens']);
	expect(await again.articles.open(story.article.id)).toMatchObject({ hasChanges: true });
	// The next save puts beside it what was in the history alone.
	await save(again, await again.articles.open(story.article.id), { standfirst: 'No boats' });
	expect(await again.text(story.path.replace('articles/', 'live/'))).toBe(text);
});

test('a live version that is lost or damaged is told, and what was exported before stays', async () => {
	const { newsroom, story, live } = await published();
	await exported(newsroom);
	const edited = await save(newsroom, story, { headline: 'Harbour opens late' });
	await rm(join(newsroom.path, '.galley/history'), { recursive: true });
	const kept = await newsroom.text(live);
	for (const [what, harm] of [
		['is missing', () => rm(join(newsroom.path, live))],
		['is damaged on line 1', () => newsroom.put(live, 'half')],
		['was changed by another program', () => newsroom.put(live, kept.replace('opens', 'sinks'))],
	] as const) {
		await harm();
		const { headlines, reasons } = await exported(newsroom);
		expect(headlines).toEqual(['Harbour opens']);
		expect(reasons.join()).toContain(what);
		await expect(newsroom.articles.live(story.article.id)).rejects.toThrow(what);
	}
	await newsroom.articles.publishChanges(story.article.id, edited.revision);
	expect((await exported(newsroom)).headlines).toEqual(['Harbour opens late']);
});

test('a story that is taken back, trashed or deleted leaves no live version behind that comes back', async () => {
	const { newsroom, story, live } = await published();
	const { id } = story.article;
	let now = await save(newsroom, story, { headline: 'Harbour opens late' });
	await newsroom.articles.trash(id);
	await newsroom.articles.restore(id);
	expect((await exported(newsroom)).headlines).toEqual(['Harbour opens']);

	now = await save(newsroom, { ...now, ...(await newsroom.articles.open(id)) }, { status: 'withdrawn' });
	expect(await newsroom.has(live)).toBe(false);
	expect((await exported(newsroom)).headlines).toEqual([]);
	now = await save(newsroom, now, { status: 'published' });
	expect(now.hasChanges).toBe(false);
	await save(newsroom, now, { headline: 'Harbour opens again' });
	await newsroom.articles.trash(id);
	await newsroom.articles.emptyTrash([id]);
	expect(await newsroom.has(live)).toBe(false);
});

test('a disk that does not take the live version takes no change either', async () => {
	const { newsroom, story, live } = await published();
	const text = await newsroom.text(story.path);
	await newsroom.close();
	const full = failingDisk({
		rename: async (from, to) => {
			if (to.includes('/live/')) throw systemError('ENOSPC');
			await realFileSystem.rename(from, to);
		},
	});
	const again = await newsroom.reopen(full);
	const opened = await again.articles.open(story.article.id);
	await expect(again.articles.save({ ...opened.article, headline: 'Late' }, opened.revision)).rejects.toThrow('full');
	expect([await again.text(story.path), await again.has(live)]).toEqual([text, false]);
});

test('a story that was published without Galley goes out as it is, until Galley changes it', async () => {
	const { newsroom, story } = await published();
	const text = (await newsroom.text(story.path)).replace(/\n {2}"live": "[0-9a-f]+",/, '');
	await newsroom.put(story.path, text);
	const opened = await newsroom.articles.open(story.article.id);
	expect(opened.hasChanges).toBe(false);
	const edited = await save(newsroom, opened, { headline: 'Harbour opens late' });
	expect((await exported(newsroom)).headlines).toEqual(['Harbour opens']);
	await save(newsroom, edited, { headline: 'Harbour opens' });
	expect(await newsroom.text(story.path)).toBe(text);
});

test('what readers are told of changes goes out with them, and a save never moves the date that they see', async () => {
	const { newsroom, story } = await published();
	const { id } = story.article;
	const first = await newsroom.articles.open(id);
	const edited = await save(newsroom, first, { standfirst: 'Twelve ships came.' });
	const update = await newsroom.articles.publishChanges(id, edited.revision, { kind: 'update' });
	if (update.kind !== 'saved') throw new Error(update.kind);
	const { updateShown } = update.article.dates;
	expect(updateShown).toBe(update.article.dates.updated);
	expect(update.hasChanges).toBe(false);

	const again = await save(newsroom, { ...first, ...update }, { standfirst: 'Thirteen ships came.' });
	const note = { kind: 'correction', text: 'It was thirteen.', priority: 'high', block: null } as const;
	const corrected = await newsroom.articles.publishChanges(id, again.revision, note);
	if (corrected.kind !== 'saved') throw new Error(corrected.kind);
	expect(corrected.article.dates.updateShown).toBe(updateShown);
	expect(corrected.article.corrections).toEqual([{ ...note, date: corrected.article.dates.updated }]);
	expect(await newsroom.articles.live(id)).toBeNull();
	// Sent again, as when the answer was lost, it is there once.
	expect(await newsroom.articles.publishChanges(id, corrected.revision, note)).toMatchObject({
		article: { corrections: [note] },
	});
});
