import { chmod, readdir, readFile, stat, utimes, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { expect, test } from 'vitest';
import { failingDisk, systemError, tempFolder, tempNewsroom } from '../testing/temp-newsroom.ts';
import { atomicCreate, atomicWrite, durableMove, isTemporary, makeFolders } from './atomic-write.ts';
import { type FileSystem, realFileSystem } from './file-system.ts';

/** A disk that notes what was asked of it, in order. */
function notingDisk(notes: string[]): FileSystem {
	return failingDisk({
		open: async (path, flags) => {
			const file = await realFileSystem.open(path, flags);
			const what = flags === 'wx' ? 'file' : 'folder';
			return {
				writeFile: (bytes) => file.writeFile(bytes),
				sync: async () => {
					notes.push(`sync ${what}`);
					await file.sync();
				},
				chmod: (mode) => file.chmod(mode),
				close: () => file.close(),
			};
		},
		rename: async (from, to) => {
			notes.push('rename');
			await realFileSystem.rename(from, to);
		},
		link: async (from, to) => {
			notes.push('link');
			await realFileSystem.link(from, to);
		},
	});
}

test('the bytes are on the disk before the name is, and the name before the answer', async () => {
	const notes: string[] = [];
	const folder = await tempFolder();
	await atomicWrite(notingDisk(notes), join(folder, 'a.json'), Buffer.from('a'));
	expect(notes).toEqual(['sync file', 'rename', 'sync folder']);
	notes.length = 0;
	await atomicCreate(notingDisk(notes), join(folder, 'b.json'), Buffer.from('b'));
	expect(notes).toEqual(['sync file', 'link', 'sync folder']);
	expect(await readdir(folder)).toEqual(['a.json', 'b.json']);
});

test('a new file never takes the place of another, also on a disk without second names', async () => {
	const folder = await tempFolder();
	const path = join(folder, 'a.json');
	await writeFile(path, 'first');
	for (const disk of [realFileSystem, failingDisk({ link: () => Promise.reject(systemError('EPERM')) })]) {
		await expect(atomicCreate(disk, path, Buffer.from('second'))).rejects.toMatchObject({ code: 'EEXIST' });
		await writeFile(join(folder, 'b.json'), 'second');
		await expect(durableMove(disk, join(folder, 'b.json'), path)).rejects.toMatchObject({ code: 'EEXIST' });
		await atomicCreate(disk, join(folder, 'c.json'), Buffer.from('third'));
		await durableMove(disk, join(folder, 'c.json'), join(folder, 'deep/er/c.json'));
		expect(await readFile(join(folder, 'deep/er/c.json'), 'utf8')).toBe('third');
		await realFileSystem.unlink(join(folder, 'deep/er/c.json'));
	}
	expect(await readFile(path, 'utf8')).toBe('first');
	expect(await readdir(folder)).toEqual(['a.json', 'b.json', 'deep']);
});

test('a write that fails leaves the old file and no leftovers', async () => {
	const folder = await tempFolder();
	const path = join(folder, 'a.json');
	await writeFile(path, 'old');
	const disk = failingDisk({ rename: () => Promise.reject(systemError('EIO')) });
	await expect(atomicWrite(disk, path, Buffer.from('new'))).rejects.toMatchObject({ code: 'EIO' });
	expect(await readFile(path, 'utf8')).toBe('old');
	expect(await readdir(folder)).toEqual(['a.json']);
});

test('a file keeps who may write it', async () => {
	const path = join(await tempFolder(), 'a.json');
	await writeFile(path, 'old');
	await chmod(path, 0o664);
	await atomicWrite(realFileSystem, path, Buffer.from('new'));
	expect((await stat(path)).mode & 0o777).toBe(0o664);
});

test('every new folder’s name is on the disk', async () => {
	const notes: string[] = [];
	const folder = await tempFolder();
	await makeFolders(notingDisk(notes), join(folder, 'articles/2025/03'));
	expect(notes).toEqual(['sync folder', 'sync folder', 'sync folder']);
});

test('leftovers of unfinished writes are passed over, and removed once they are old', async () => {
	const newsroom = await tempNewsroom();
	const hourAgo = new Date(Date.now() - 3_600_000);
	for (const folder of ['', 'articles', 'media/2025/03', 'trash/articles']) {
		const old = join(folder, '.a.json.0123.galley-tmp');
		await newsroom.put(old, '{');
		await utimes(join(newsroom.path, old), hourAgo, hourAgo);
	}
	await newsroom.put('articles/.b.json.4567.galley-tmp', '{');
	const again = await newsroom.reopen();
	expect(again.articles.damaged.size).toBe(0);
	await again.close();
	const left = (await readdir(newsroom.path, { recursive: true })).filter((path) => isTemporary(basename(path)));
	expect(left).toEqual(['articles/.b.json.4567.galley-tmp']);
});
