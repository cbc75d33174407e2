import { rename, rm, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { runExport } from './run.ts';
import { all, desk } from './testing/desk.ts';

test('a story that became a link is followed inside the newsroom, and no link leads out of it', async () => {
	const { newsroom, out } = await desk();
	const source = await newsroom.source();
	const story = join(newsroom.path, 'articles/2025/03/sea-wall-000000.json');
	const inside = join(newsroom.path, 'media/sea-wall.json');
	await rename(story, inside);
	await symlink(inside, story);
	expect(await runExport(source, all, out)).toMatchObject({ written: 2, blocked: [] });
	const outside = join(newsroom.root, 'sea-wall.json');
	await rename(inside, outside);
	await rm(story);
	await symlink(outside, story);
	const report = await runExport(source, all, join(newsroom.root, 'other'));
	expect(report).toMatchObject({ written: 1, blocked: [{ slug: 'sea-wall' }] });
	expect(report.blocked[0]?.problems[0]?.message).toContain('leads out of the newsroom');
});
