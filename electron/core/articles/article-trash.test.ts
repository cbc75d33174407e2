import { expect, test } from 'vitest';
import { tempNewsroom } from '../testing/temp-newsroom.ts';
import { createStory, openStory, saveStory } from './article-store.ts';
import { listTrash, readTrashPath, restoreStory, trashPath, trashStory } from './article-trash.ts';

test('a path in the trash tells where the story came from and when', () => {
	const trashed = new Date('2025-03-31T08:00:00.123Z');
	const path = trashPath('articles/2025/03/budget-1a2b3c.json', trashed);
	expect(path).toBe('trash/articles/2025/03/budget-1a2b3c~20250331T080000123Z.json');
	expect(readTrashPath(path)).toEqual({ path: 'articles/2025/03/budget-1a2b3c.json', trashed });
	expect(readTrashPath('trash/articles/budget.json')).toBeNull();
});

test('a trashed story leaves the newsroom as it was, is known after a restart, and comes back to its place', async () => {
	const desk = await tempNewsroom();
	const story = await createStory(desk.shelf, 'Budget');
	const text = await desk.text(story.path);
	await trashStory(desk.shelf, story.article.id);
	expect([...desk.shelf.catalogue.ids()]).toEqual([]);
	await expect(desk.text(story.path)).rejects.toThrow('ENOENT');
	expect(await saveStory(desk.shelf, { ...story.article, headline: 'x' }, story.revision)).toMatchObject({
		kind: 'gone',
	});

	const again = await desk.reopen();
	expect(await listTrash(again.shelf)).toEqual([
		{ id: story.article.id, headline: 'Budget', status: 'draft', trashed: expect.stringMatching(/^\d{4}-.*Z$/) },
	]);
	await restoreStory(again.shelf, story.article.id);
	expect(await again.text(story.path)).toBe(text);
	expect(await listTrash(again.shelf)).toEqual([]);
	expect((await openStory(again.shelf, story.article.id)).revision).toBe(story.revision);
	expect(again.changes).toEqual([[story.article.id]]);
});

test('a slug that was taken meanwhile is made unique on the way back', async () => {
	const desk = await tempNewsroom();
	const story = await createStory(desk.shelf, 'Budget');
	await trashStory(desk.shelf, story.article.id);
	expect((await createStory(desk.shelf, 'Budget')).article.slug).toBe('budget');
	await restoreStory(desk.shelf, story.article.id);
	expect((await openStory(desk.shelf, story.article.id)).article.slug).toBe('budget-2');
	expect((await desk.reopen()).shelf.trashed.size).toBe(0);
});

test('a story comes back beside a file that took its place', async () => {
	const desk = await tempNewsroom();
	const story = await createStory(desk.shelf, 'Budget');
	await trashStory(desk.shelf, story.article.id);
	await desk.put(story.path, 'in the way');
	await restoreStory(desk.shelf, story.article.id);
	expect(await desk.text(story.path)).toBe('in the way');
	expect((await openStory(desk.shelf, story.article.id)).path).toBe(story.path.replace('.json', '-2.json'));
});

test('what is not there is neither trashed nor restored', async () => {
	const desk = await tempNewsroom();
	const story = await createStory(desk.shelf, 'Budget');
	await expect(restoreStory(desk.shelf, story.article.id)).rejects.toMatchObject({ failure: { code: 'not-found' } });
	await trashStory(desk.shelf, story.article.id);
	await expect(trashStory(desk.shelf, story.article.id)).rejects.toMatchObject({ failure: { code: 'not-found' } });
});
