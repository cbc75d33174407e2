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
	const desk = await tempNewsroom();
	const story = await desk.articles.create('Budget');
	const text = await desk.text(story.path);
	await desk.articles.trash(story.article.id);
	expect([...desk.articles.catalogue.ids()]).toEqual([]);
	await expect(desk.text(story.path)).rejects.toThrow('ENOENT');
	expect(await desk.articles.save({ ...story.article, headline: 'x' }, story.revision)).toMatchObject({
		kind: 'gone',
	});

	const again = await desk.reopen();
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
	const desk = await tempNewsroom();
	const story = await desk.articles.create('Budget');
	await desk.articles.trash(story.article.id);
	expect((await desk.articles.create('Budget')).article.slug).toBe('budget');
	await desk.articles.restore(story.article.id);
	expect((await desk.articles.open(story.article.id)).article.slug).toBe('budget-2');
	expect((await desk.reopen()).articles.trashed.size).toBe(0);
});

test('a story comes back beside a file that took its place', async () => {
	const desk = await tempNewsroom();
	const story = await desk.articles.create('Budget');
	await desk.articles.trash(story.article.id);
	await desk.put(story.path, 'in the way');
	await desk.articles.restore(story.article.id);
	expect(await desk.text(story.path)).toBe('in the way');
	expect((await desk.articles.open(story.article.id)).path).toBe(story.path.replace('.json', '-2.json'));
});

test('what is not there is neither trashed nor restored', async () => {
	const desk = await tempNewsroom();
	const story = await desk.articles.create('Budget');
	await expect(desk.articles.restore(story.article.id)).rejects.toMatchObject({ failure: { code: 'not-found' } });
	await desk.articles.trash(story.article.id);
	await expect(desk.articles.trash(story.article.id)).rejects.toMatchObject({ failure: { code: 'not-found' } });
});
