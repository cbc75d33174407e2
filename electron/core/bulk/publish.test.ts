import { expect, test } from 'vitest';
import type { Article } from '#shared/model/article.ts';
import { tempSample } from '../testing/temp-newsroom.ts';
import { filesOf } from './testing/files-of.ts';
import { everything, makeBulk, stories } from './testing/make-bulk.ts';

const trending = ({ trending: is }: Article) => is;

test('a change of many published stories is published for all of them, and taken back to the bytes of before', async () => {
	const newsroom = await tempSample();
	const bulk = makeBulk(newsroom);
	const published = (await stories(newsroom)).filter(({ status }) => status === 'published');
	const changed = published.filter((story) => !trending(story)).length;
	await bulk.change(everything, { kind: 'trending', trending: true });
	expect(await newsroom.articles.index.countQueues()).toMatchObject({ changes: changed });
	const before = await filesOf(newsroom.path);

	const report = await bulk.change(everything, { kind: 'publish' });
	expect(report).toMatchObject({ changed, failedCount: 0 });
	expect(await newsroom.articles.index.countQueues()).toMatchObject({ changes: 0 });
	await newsroom.close();
	const again = await newsroom.reopen();
	expect(await makeBulk(again).undo(report)).toMatchObject({ changed, failedCount: 0 });
	expect(await filesOf(newsroom.path)).toEqual(before);
	await again.close();
});

test('a story with errors is published by nobody, and the others are', async () => {
	const newsroom = await tempSample();
	const [story, other] = (await stories(newsroom)).filter(({ status }) => status === 'published');
	if (story === undefined || other === undefined) throw new Error('the sample has published stories');
	const ids = [story.id, other.id];
	for (const { id } of [story, other]) {
		const { article, revision } = await newsroom.articles.open(id);
		await newsroom.articles.save({ ...article, headline: id === story.id ? '' : 'Another headline' }, revision);
	}
	const bulk = makeBulk(newsroom);
	const report = await bulk.change({ kind: 'ids', ids }, { kind: 'publish' });
	expect(report).toMatchObject({ changed: 1, failedCount: 1 });
	expect(report.failed[0]).toMatchObject({ id: story.id, reason: expect.stringContaining('no headline') });
	// Nor for the first time.
	const draft = await newsroom.articles.create('');
	const first = await bulk.change({ kind: 'ids', ids: [draft.article.id] }, { kind: 'status', status: 'published' });
	expect(first).toMatchObject({ changed: 0, failedCount: 1 });
	expect((await newsroom.articles.open(draft.article.id)).article.status).toBe('draft');
	await newsroom.close();
});
