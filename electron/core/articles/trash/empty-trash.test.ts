import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { failingDisk, systemError, tempNewsroom } from '../../testing/temp-newsroom.ts';

async function filesInTrash(path: string): Promise<string[]> {
	const entries = await readdir(join(path, 'trash'), { recursive: true, withFileTypes: true });
	return entries.filter((entry) => entry.isFile()).map((entry) => entry.name);
}

test('stories that were confirmed are deleted for ever, and their last text is in the history', async () => {
	const newsroom = await tempNewsroom();
	const [budget, storm] = [await newsroom.articles.create('Budget'), await newsroom.articles.create('Storm')];
	for (const { article } of [budget, storm]) await newsroom.articles.trash(article.id);
	const { id } = budget.article;
	expect(await newsroom.articles.emptyTrash([id, id])).toEqual({ deleted: [id], kept: [] });
	expect(await filesInTrash(newsroom.path)).toHaveLength(1);
	expect(newsroom.changes.at(-1)).toEqual([id]);
	const { revisions } = await newsroom.history.list(id, null, 10);
	expect(revisions[0]).toMatchObject({ headline: 'Budget', revision: budget.revision });
	const again = await newsroom.reopen();
	expect([...again.articles.trashed.keys()]).toEqual([storm.article.id]);
});

test('a story that is not in the trash, or cannot be deleted, is told and the others are deleted', async () => {
	let broken = '';
	const disk = failingDisk({});
	const newsroom = await tempNewsroom({
		...disk,
		unlink: async (path) => {
			if (broken !== '' && path.includes(broken) && path.includes('trash')) throw systemError('EACCES');
			return disk.unlink(path);
		},
	});
	const stories = [];
	for (const headline of ['Budget', 'Storm', 'Open']) stories.push(await newsroom.articles.create(headline));
	const [budget, storm, open] = stories.map(({ article }) => article.id);
	if (budget === undefined || storm === undefined || open === undefined) throw new Error('three stories were made');
	await newsroom.articles.trash(budget);
	await newsroom.articles.trash(storm);
	broken = 'budget';
	const { deleted, kept } = await newsroom.articles.emptyTrash([budget, storm, open]);
	expect(deleted).toEqual([storm]);
	expect(kept.map(({ id }) => id)).toEqual([budget, open]);
	expect(newsroom.articles.trashed.has(budget)).toBe(true);
	expect(newsroom.articles.catalogue.get(open)).not.toBeNull();
});
