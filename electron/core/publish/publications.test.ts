import { expect, test } from 'vitest';
import { everything, makeBulk, stories } from '../bulk/testing/make-bulk.ts';
import { tempSample } from '../testing/temp-newsroom.ts';
import { publicationsOf } from './publications.ts';

test('what publishing many stories would do is what it does', async () => {
	const newsroom = await tempSample();
	const { articles } = newsroom;
	const all = await stories(newsroom);
	const [edited, broken] = all.filter(({ status }) => status === 'published');
	if (edited === undefined || broken === undefined) throw new Error('the sample has published stories');
	for (const { id } of [edited, broken]) {
		const { article, revision } = await articles.open(id);
		await articles.save({ ...article, headline: id === broken.id ? '' : 'Another headline' }, revision);
	}
	const changes = await publicationsOf(newsroom, everything, false);
	expect(changes).toMatchObject({
		count: 1,
		stories: [{ id: edited.id, headline: 'Another headline' }],
		unchanged: all.length - 2,
		refusedCount: 1,
		refused: [{ id: broken.id, headline: '', reason: expect.stringContaining('no headline') }],
	});
	const first = await publicationsOf(newsroom, everything, true);
	const published = all.filter(({ status }) => status === 'published').length;
	expect(first.count + first.refusedCount).toBe(all.length - published);
	expect(first.unchanged).toBe(published);

	const bulk = makeBulk(newsroom);
	for (const [change, foreseen] of [
		[{ kind: 'publish' }, changes],
		[{ kind: 'status', status: 'published' }, first],
	] as const) {
		expect(await bulk.change(everything, change)).toMatchObject({
			changed: foreseen.count,
			unchanged: foreseen.unchanged,
			failedCount: foreseen.refusedCount,
		});
	}
	await newsroom.close();
});
