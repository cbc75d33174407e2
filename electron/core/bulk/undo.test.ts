import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { StoryChange } from '#shared/contract/bulk.ts';
import { tempNewsroom, tempSample } from '../testing/temp-newsroom.ts';
import { filesOf } from './testing/files-of.ts';
import { everything, makeBulk, stories } from './testing/make-bulk.ts';

test('undoing gives each story what it had, and keeps what was changed again since', async () => {
	const newsroom = await tempSample();
	const before = await stories(newsroom);
	const bulk = makeBulk(newsroom);
	const report = await bulk.change(everything, { kind: 'categories', add: ['crime'], remove: [] });
	const [touched] = before.filter(({ categories }) => !categories.includes('crime'));
	if (touched === undefined) throw new Error('every story was in that category');
	const opened = await newsroom.articles.open(touched.id);
	await newsroom.articles.save({ ...opened.article, categories: ['asia'] }, opened.revision);
	const undone = await bulk.undo(report);
	expect(undone).toMatchObject({ changed: report.changed - 1, failedCount: 1 });
	expect(undone.failed).toEqual([
		{ id: touched.id, headline: touched.headline, reason: expect.stringContaining('changed again since') },
	]);
	for (const story of await stories(newsroom)) {
		const was = before.find(({ id }) => id === story.id)?.categories;
		expect(story.categories).toEqual(story.id === touched.id ? ['asia'] : was);
	}
	await expect(bulk.start.undo(newsroom, report.undo ?? '')).rejects.toMatchObject({
		failure: { code: 'not-found' },
	});
	await newsroom.close();
});

test.each<StoryChange>([
	{ kind: 'status', status: 'published' },
	{ kind: 'status', status: 'withdrawn' },
	{ kind: 'trending', trending: true },
	{ kind: 'categories', add: ['science', 'asia'], remove: ['world'] },
	{ kind: 'replace', query: { text: 'the', matchCase: false, wholeWord: true, isPattern: false }, by: 'thy' },
	{ kind: 'trash' },
])('a change of $kind that is undone, be it after a restart, leaves the very bytes of before', async (change) => {
	const newsroom = await tempSample();
	const [odd] = [...newsroom.articles.catalogue.paths()];
	if (odd === undefined) throw new Error('the sample has stories');
	// As another program may write it: in one line, with something of its own.
	const { headline, ...rest } = JSON.parse(await readFile(join(newsroom.path, odd), 'utf8'));
	await writeFile(join(newsroom.path, odd), JSON.stringify({ theirs: { deep: [1, 2] }, headline, ...rest }));
	const bytesNow = () => filesOf(newsroom.path);
	const before = await bytesNow();
	const bulk = makeBulk(newsroom);
	const report = await bulk.change(everything, change);
	expect(await bytesNow()).not.toEqual(before);
	await newsroom.close();
	const again = await newsroom.reopen();
	const undone = await makeBulk(again).undo(report);
	expect(undone).toMatchObject({ changed: report.changed, failedCount: 0 });
	expect(await bytesNow()).toEqual(before);
	await again.close();
});

test('a story whose former address another took since keeps the new one, and gets back the rest', async () => {
	const newsroom = await tempNewsroom();
	const { article, revision } = await newsroom.articles.create('');
	await newsroom.articles.save({ ...article, headline: 'Harbour' }, revision);
	const bulk = makeBulk(newsroom);
	// It leaves the drafts, and with them the address that it had before it had a headline.
	const report = await bulk.change(everything, { kind: 'status', status: 'review' });
	expect((await newsroom.articles.open(article.id)).article.slug).toBe('harbour');
	const other = await newsroom.articles.create('');
	expect(other.article.slug).toBe(article.slug);
	const undone = await bulk.undo(report);
	expect(undone).toMatchObject({ changed: 1, failedCount: 0 });
	expect((await newsroom.articles.open(article.id)).article).toMatchObject({ slug: 'harbour', status: 'draft' });
	await newsroom.close();
});
