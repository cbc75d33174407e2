import { expect, test } from 'vitest';
import { tempNewsroom } from '../../testing/temp-newsroom.ts';

test('a draft that nothing was written in is gone, and leaves nothing in the trash', async () => {
	const newsroom = await tempNewsroom();
	const { article } = await newsroom.articles.create('');
	expect(await newsroom.articles.discardUntouched(article.id)).toBe(true);
	expect(newsroom.articles.catalogue.get(article.id)).toBeNull();
	expect(newsroom.articles.trashed.size).toBe(0);
	const again = await newsroom.reopen();
	expect(again.articles.catalogue.get(article.id)).toBeNull();
});

test('any other story stays as it is', async () => {
	const newsroom = await tempNewsroom();
	const named = await newsroom.articles.create('Budget');
	const written = await newsroom.articles.create('');
	const body = [{ id: 'b1', type: 'paragraph' as const, html: 'Water.' }];
	await newsroom.articles.save({ ...written.article, body }, written.revision, 'auto');
	const tagged = await newsroom.articles.create('');
	await newsroom.articles.save({ ...tagged.article, tags: ['rivers'] }, tagged.revision, 'auto');
	for (const { article } of [named, written, tagged]) {
		expect(await newsroom.articles.discardUntouched(article.id)).toBe(false);
		expect(newsroom.articles.catalogue.get(article.id)).not.toBeNull();
	}
	expect(await newsroom.articles.discardUntouched('01JQNV3M8Z4T6W9X2Y5B7C1D3F')).toBe(false);
});
