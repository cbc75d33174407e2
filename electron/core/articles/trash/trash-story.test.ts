import { expect, test } from 'vitest';
import { tempNewsroom } from '../../testing/temp-newsroom.ts';
import { readTrashPath, trashPath } from './trash-path.ts';

test('a path in the trash tells where the story came from and when', () => {
	const trashed = new Date('2025-03-31T08:00:00.123Z');
	const path = trashPath('articles/2025/03/budget-1a2b3c.json', trashed);
	expect(path).toBe('trash/articles/2025/03/budget-1a2b3c~20250331T080000123Z.json');
	expect(readTrashPath(path)).toEqual({ path: 'articles/2025/03/budget-1a2b3c.json', trashed });
	expect(readTrashPath('trash/articles/budget.json')).toBeNull();
});

test('a trashed story leaves the newsroom as it was, is known after a restart, and comes back to its place', async () => {
	const newsroom = await tempNewsroom();
	const story = await newsroom.articles.create('Budget');
	const text = await newsroom.text(story.path);
	await newsroom.articles.trash(story.article.id);
	expect([...newsroom.articles.catalogue.ids()]).toEqual([]);
	await expect(newsroom.text(story.path)).rejects.toThrow('ENOENT');
	expect(await newsroom.articles.save({ ...story.article, headline: 'x' }, story.revision)).toMatchObject({
		kind: 'gone',
	});

	const again = await newsroom.reopen();
	expect(await again.articles.listTrash()).toEqual([
		{ id: story.article.id, headline: 'Budget', status: 'draft', trashed: expect.stringMatching(/^\d{4}-.*Z$/) },
	]);
	await again.articles.restore(story.article.id);
	expect(await again.text(story.path)).toBe(text);
	expect(await again.articles.listTrash()).toEqual([]);
	expect((await again.articles.open(story.article.id)).revision).toBe(story.revision);
	expect(again.changes).toEqual([[story.article.id]]);
});

test('a slug that was taken meanwhile is made unique on the way back', async () => {
	const newsroom = await tempNewsroom();
	const story = await newsroom.articles.create('Budget');
	await newsroom.articles.trash(story.article.id);
	expect((await newsroom.articles.create('Budget')).article.slug).toBe('budget');
	await newsroom.articles.restore(story.article.id);
	expect((await newsroom.articles.open(story.article.id)).article.slug).toBe('budget-2');
	expect((await newsroom.reopen()).articles.trashed.size).toBe(0);
});

test('a story comes back beside a file that took its place', async () => {
	const newsroom = await tempNewsroom();
	const story = await newsroom.articles.create('Budget');
	await newsroom.articles.trash(story.article.id);
	await newsroom.put(story.path, 'in the way');
	await newsroom.articles.restore(story.article.id);
	expect(await newsroom.text(story.path)).toBe('in the way');
	expect((await newsroom.articles.open(story.article.id)).path).toBe(story.path.replace('.json', '-2.json'));
});

test('what is not there is neither trashed nor restored', async () => {
	const newsroom = await tempNewsroom();
	const story = await newsroom.articles.create('Budget');
	await expect(newsroom.articles.restore(story.article.id)).rejects.toMatchObject({ failure: { code: 'not-found' } });
	await newsroom.articles.trash(story.article.id);
	await expect(newsroom.articles.trash(story.article.id)).rejects.toMatchObject({ failure: { code: 'not-found' } });
});
