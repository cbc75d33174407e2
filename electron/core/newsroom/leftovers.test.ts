import { readdir, utimes } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { realFileSystem } from '../disk/file-system.ts';
import { tempNewsroom } from '../testing/temp-newsroom.ts';
import { removeLeftovers } from './leftovers.ts';

test('what unfinished writes left is removed once it is old, in the journal too', async () => {
	const newsroom = await tempNewsroom();
	const old = new Date(Date.now() - 3600_000);
	for (const folder of ['articles/2026/01', '.galley/journal']) {
		await newsroom.put(`${folder}/.note.json.0a1b2c.galley-tmp`, 'half');
		await utimes(join(newsroom.path, folder, '.note.json.0a1b2c.galley-tmp'), old, old);
		await newsroom.put(`${folder}/.fresh.json.0a1b2c.galley-tmp`, 'being written');
	}
	await removeLeftovers(realFileSystem, newsroom.folder().path);
	for (const folder of ['articles/2026/01', '.galley/journal']) {
		expect(await readdir(join(newsroom.path, folder))).toEqual(['.fresh.json.0a1b2c.galley-tmp']);
	}
});
