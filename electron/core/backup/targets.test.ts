import { rmSync, writeFileSync } from 'node:fs';
import { mkdir, readdir, readFile, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { realFileSystem } from '../disk/file-system.ts';
import { copySampleNewsroom, createNewsroomFolder } from '../newsroom/newsroom-folder.ts';
import { makePipe } from '../testing/make-pipe.ts';
import { sampleNewsroom, type TempNewsroom, tempFolder, tempSample, treeOfFolder } from '../testing/temp-newsroom.ts';
import { createBackup } from './create-backup.ts';
import { restoreBackup } from './restore-backup.ts';

function backUp(newsroom: TempNewsroom, file: string, replace = false) {
	return createBackup({
		disk: realFileSystem,
		newsroom: newsroom.folder(),
		file,
		replace,
		version: '1.2.3',
		now: () => new Date(),
	});
}

/** A newsroom, a backup of it, and another newsroom beside. */
async function twoNewsrooms() {
	const newsroom = await tempSample();
	const folder = await tempFolder();
	const file = join(folder, 'desk.zip');
	await backUp(newsroom, file);
	const other = join(folder, 'other');
	await createNewsroomFolder(realFileSystem, other, 'Another Desk');
	return { newsroom, folder, file, other };
}

test.each(['articles/2031', 'articles/2031/01/copy', 'media/copy', 'trash/copy', '.galley/copy', 'copy'])(
	'nothing is restored to, made in or backed up to %s of a newsroom',
	async (inside) => {
		const { newsroom, folder, file, other } = await twoNewsrooms();
		await mkdir(join(newsroom.path, 'articles/2031'), { recursive: true });
		await symlink(newsroom.path, join(folder, 'way-in'));
		const before = [await treeOfFolder(newsroom.path), await treeOfFolder(other)];
		for (const place of [newsroom.path, other, join(folder, 'way-in')]) {
			const target = join(place, inside);
			const refused = { failure: { code: 'not-allowed', message: expect.stringContaining('lies in the newsroom') } };
			await expect(restoreBackup(realFileSystem, file, target)).rejects.toMatchObject(refused);
			await expect(createNewsroomFolder(realFileSystem, target, 'Within')).rejects.toMatchObject(refused);
			await expect(copySampleNewsroom(realFileSystem, sampleNewsroom, target)).rejects.toMatchObject(refused);
			await expect(backUp(newsroom, `${target}.zip`)).rejects.toMatchObject(refused);
		}
		expect([await treeOfFolder(newsroom.path), await treeOfFolder(other)]).toEqual(before);
	},
);

test('a link to an empty folder of a newsroom is no way into it', async () => {
	const { newsroom, folder, file } = await twoNewsrooms();
	await mkdir(join(newsroom.path, 'articles/2031'), { recursive: true });
	await symlink(join(newsroom.path, 'articles/2031'), join(folder, 'empty'));
	await expect(restoreBackup(realFileSystem, file, join(folder, 'empty'))).rejects.toThrow(/lies in the newsroom/);
});

test('a pipe is no backup to restore, and none to replace', async () => {
	const newsroom = await tempSample();
	const folder = await tempFolder();
	const pipe = makePipe(join(folder, 'desk.zip'));
	await expect(restoreBackup(realFileSystem, pipe, join(folder, 'desk'))).rejects.toMatchObject({
		failure: { code: 'disk', message: expect.stringContaining('neither a file nor a folder') },
	});
	await expect(backUp(newsroom, pipe, true)).rejects.toThrow(/is not a file/);
}, 300_000);

const longName = `${'a'.repeat(300)}.zip`;

test.each([
	['a path through a file', 'file.txt/desk.zip', /is a file, not a folder|leads through a file/],
	['a path far through a file', 'file.txt/a/desk.zip', /leads through a file/],
	['a name that is too long', longName, /name is too long for this disk/],
])('%s is told in words for backups and restores', async (_name, path, words) => {
	const { newsroom, folder, file } = await twoNewsrooms();
	await writeFile(join(folder, 'file.txt'), 'text');
	const failure = {
		failure: { message: expect.stringMatching(words), code: expect.stringMatching(/^(disk|not-allowed)$/) },
	};
	await expect(backUp(newsroom, join(folder, path))).rejects.toMatchObject(failure);
	await expect(restoreBackup(realFileSystem, join(folder, path), join(folder, 'new'))).rejects.toMatchObject(failure);
	await expect(restoreBackup(realFileSystem, file, join(folder, path))).rejects.toMatchObject(failure);
});

test('only an earlier backup is replaced, and only when asked to', async () => {
	const { newsroom, folder, file } = await twoNewsrooms();
	const letters = join(folder, 'letters.zip');
	for (const content of ['a letter', '', (await readFile(file)).subarray(0, 5000)]) {
		await writeFile(letters, content);
		for (const replace of [false, true])
			await expect(backUp(newsroom, letters, replace)).rejects.toMatchObject({
				failure: { code: 'not-allowed', message: expect.stringContaining('is not a backup that Galley made') },
			});
		expect(await readFile(letters)).toEqual(Buffer.from(content));
	}
	const before = await readFile(file);
	await expect(backUp(newsroom, file)).rejects.toMatchObject({ failure: { code: 'exists', about: file } });
	expect((await readFile(file)).equals(before)).toBe(true);
	await newsroom.put('notes/new.txt', 'new');
	const { files } = await backUp(newsroom, file, true);
	expect((await restoreBackup(realFileSystem, file, join(folder, 'new'))).files).toBe(files);
});

test('a file that takes the place of the earlier backup meanwhile is not replaced', async () => {
	const { newsroom, folder, file } = await twoNewsrooms();
	const request = { disk: realFileSystem, newsroom: newsroom.folder(), file, replace: true, version: '1.2.3' };
	const onProgress = (done: number) => {
		if (done !== 1) return;
		rmSync(file);
		writeFileSync(file, 'a letter');
	};
	const backup = createBackup({ ...request, now: () => new Date() }, { onProgress });
	await expect(backup).rejects.toThrow(/Another program changed/);
	expect(await readFile(file, 'utf8')).toBe('a letter');
	expect((await readdir(folder)).sort()).toEqual(['desk.zip', 'other']);
});
