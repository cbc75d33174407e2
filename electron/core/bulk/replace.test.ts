import { expect, test } from 'vitest';
import type { FindQuery } from '#shared/text/find/find-query.ts';
import { tempSample } from '../testing/temp-newsroom.ts';
import { filesOf } from './testing/files-of.ts';
import { everything, makeBulk, stories } from './testing/make-bulk.ts';

const word = (text: string, more: Partial<FindQuery> = {}): FindQuery => ({
	text,
	matchCase: false,
	wholeWord: false,
	isPattern: false,
	...more,
});

test('what would be replaced is shown beforehand, and that is what is replaced', async () => {
	const newsroom = await tempSample();
	const bulk = makeBulk(newsroom);
	const query = word('microsoft', { wholeWord: true });
	const found = await bulk.find(everything, { query, by: 'the maker of Windows' });
	expect(found.storyCount).toBeGreaterThan(0);
	expect(found.stories[0]?.places[0]).toMatchObject({ found: 'Microsoft', by: 'the maker of Windows' });
	const report = await bulk.change(everything, { kind: 'replace', query, by: 'the maker of Windows' });
	expect(report).toMatchObject({ changed: found.storyCount, failedCount: 0 });
	expect(await bulk.find(everything, { query, by: '' })).toMatchObject({ storyCount: 0, count: 0, stories: [] });
	const now = await bulk.find(everything, { query: word('the maker of Windows', { matchCase: true }), by: '' });
	expect(now).toMatchObject({ storyCount: found.storyCount, count: found.count });
	await newsroom.close();
});

test('a story that was edited since keeps what it says, and is told', async () => {
	const newsroom = await tempSample();
	const bulk = makeBulk(newsroom);
	const report = await bulk.change(everything, {
		kind: 'replace',
		query: word('(\\w+)ing\\b', { isPattern: true }),
		by: '$1yng',
	});
	expect(report.changed).toBeGreaterThan(1);
	const [touched] = (await stories(newsroom)).filter(({ headline, standfirst }) => /yng/.test(headline + standfirst));
	if (touched === undefined) throw new Error('no headline has such a word');
	const opened = await newsroom.articles.open(touched.id);
	await newsroom.articles.save({ ...opened.article, headline: 'Another one' }, opened.revision);
	expect(await bulk.undo(report)).toMatchObject({
		changed: report.changed - 1,
		failed: [{ id: touched.id, reason: expect.stringContaining('changed again since') }],
	});
	await newsroom.close();
});

test('a pattern that is none changes nothing', async () => {
	const newsroom = await tempSample();
	const bulk = makeBulk(newsroom);
	const query = word('(a', { isPattern: true });
	await expect(bulk.find(everything, { query, by: '' })).rejects.toMatchObject({ failure: { code: 'bad-input' } });
	const before = await filesOf(newsroom.path);
	await expect(bulk.change(everything, { kind: 'replace', query, by: 'b' })).rejects.toThrow(/no regular expression/);
	expect(await filesOf(newsroom.path)).toEqual(before);
	await newsroom.close();
});
