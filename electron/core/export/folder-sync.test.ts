import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { tempFolder } from '../testing/temp-newsroom.ts';
import { createFolderSync } from './folder-sync.ts';

/** A sync that was told of so many files, and of one that is not there any more. */
async function syncOf(count: number) {
	const folder = await tempFolder();
	const sync = createFolderSync(folder);
	sync.wrote('gone');
	for (let number = 0; number < count; number += 1) {
		await writeFile(join(folder, `${number}`), 'x');
		sync.wrote(`${number}`);
	}
	return sync;
}

test('few files are synced each', async () => {
	await expect((await syncOf(10)).end()).rejects.toMatchObject({ code: 'ENOENT' });
});

test('many files are taken together where the disk can do so, which none asks for each', async () => {
	const end = (await syncOf(300)).end();
	if (process.platform === 'linux') await end;
	else await expect(end).rejects.toMatchObject({ code: 'ENOENT' });
});

test('many files are synced each where the disk does not take them together, also those that it was told of before', async () => {
	const { PATH } = process.env;
	onTestFinished(() => {
		process.env.PATH = PATH;
	});
	const sync = await syncOf(300);
	process.env.PATH = '';
	sync.begin();
	await new Promise((resolve) => setTimeout(resolve, 50));
	process.env.PATH = PATH;
	for (let number = 0; number < 300; number += 1) sync.wrote(`${number}`);
	await expect(sync.end()).rejects.toMatchObject({ code: 'ENOENT' });
});
