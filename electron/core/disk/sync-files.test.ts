import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { tempFolder } from '../testing/temp-newsroom.ts';
import { syncFiles } from './sync-files.ts';

/** Syncs so many files, and one that is not there any more. */
async function syncWithOneGone(count: number): Promise<void> {
	const folder = await tempFolder();
	const names = Array.from({ length: count }, (_, number) => `${number}`);
	for (const name of names) await writeFile(join(folder, name), 'x');
	await syncFiles(folder, ['gone', ...names]);
}

test('few files are synced each', async () => {
	await expect(syncWithOneGone(10)).rejects.toMatchObject({ code: 'ENOENT' });
});

test('many files are taken together where the disk can do so, which asks for none of them', async () => {
	const end = syncWithOneGone(300);
	if (process.platform === 'linux') await end;
	else await expect(end).rejects.toMatchObject({ code: 'ENOENT' });
});

test('many files are synced each where the disk does not take them together', async () => {
	const { PATH } = process.env;
	onTestFinished(() => {
		process.env.PATH = PATH;
	});
	process.env.PATH = '';
	await expect(syncWithOneGone(300)).rejects.toMatchObject({ code: 'ENOENT' });
});
