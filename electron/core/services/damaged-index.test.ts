import { open as openFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { type Selection, StoryFilter } from '#shared/contract/articles.ts';
import { open } from '../index/testing/opened-newsroom.ts';
import { newsroomOf } from '../testing/newsroom-of.ts';
import { exportSourceOf } from './export-source-of.ts';

const everything: Selection = { kind: 'filter', filter: StoryFilter.parse({}), except: [] };

test('an export is refused while its index, which turns out to be damaged, is made anew, and then has every story', async () => {
	const count = 1500;
	const { path } = await newsroomOf(count);
	const first = await open(path);
	await first.whole();
	await first.close();
	const opened = await open(path);
	await opened.whole();
	const { stories } = exportSourceOf(opened);
	expect(await stories(everything)).toHaveLength(count);

	const index = join(path, '.galley/index.db');
	const file = await openFile(index, 'r+');
	await file.write(Buffer.alloc((await stat(index)).size), 0);
	await file.close();
	// What is still in memory is right; a search comes across the rest.
	await vi.waitUntil(
		async () => {
			await opened.articles.index.search('harbour', 20, []);
			return opened.logged.some((message) => message.includes('made anew'));
		},
		{ timeout: 30_000 },
	);
	await expect(stories(everything)).rejects.toThrow(/being made anew/);
	await opened.whole();
	expect(await stories(everything)).toHaveLength(count);
});
