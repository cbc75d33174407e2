import { constants } from 'node:fs';
import { open, readFile as readWaiting, stat, symlink, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { makePipe } from '../testing/make-pipe.ts';
import { failingDisk, tempFolder } from '../testing/temp-newsroom.ts';
import { notAFile, readFileAtOnce, realFileSystem } from './file-system.ts';
import { limitDisk } from './limit-disk.ts';

async function makeSocket(path: string): Promise<string> {
	const server = createServer();
	await new Promise<void>((resolve) => server.listen(path, resolve));
	onTestFinished(() => {
		server.close();
	});
	return path;
}

test.each([
	['a pipe', async (folder: string) => makePipe(join(folder, 'a.json'))],
	['a socket', async (folder: string) => makeSocket(join(folder, 'a.json'))],
	['a device', async () => '/dev/zero'],
	[
		'a link to a pipe',
		async (folder: string) => {
			makePipe(join(folder, 'pipe'));
			await symlink('pipe', join(folder, 'a.json'));
			return join(folder, 'a.json');
		},
	],
])(
	'%s is neither read nor written, and nobody waits for it',
	async (_name, make) => {
		const path = await make(await tempFolder());
		const refused = { code: notAFile };
		await expect(realFileSystem.readFile(path)).rejects.toMatchObject(refused);
		await expect(realFileSystem.readPart(path, 0, 1)).rejects.toMatchObject(refused);
		await expect(realFileSystem.open(path, 'r')).rejects.toMatchObject(refused);
		await expect(realFileSystem.open(path, 'a')).rejects.toMatchObject(refused);
		expect(() => readFileAtOnce(path)).toThrow(expect.objectContaining(refused));
		const isLink = _name === 'a link to a pipe';
		await expect(realFileSystem.readUnlinked(path)).rejects.toMatchObject(isLink ? { code: 'ELOOP' } : refused);
	},
	5000,
);

test('a folder is opened to be synced, and not read', async () => {
	const folder = await tempFolder();
	await (await realFileSystem.open(folder, 'r')).close();
	for (const read of [realFileSystem.readFile, realFileSystem.readUnlinked]) {
		await expect(read(folder)).rejects.toMatchObject({ code: 'EISDIR' });
	}
	await expect(realFileSystem.open(folder, 'a')).rejects.toMatchObject({ code: 'EISDIR' });
	expect(() => readFileAtOnce(folder)).toThrow(expect.objectContaining({ code: 'EISDIR' }));
});

test.each([0, 1, 20_000, 2_000_000])('a file of %i bytes is read whole, and in part', async (size) => {
	const path = join(await tempFolder(), 'a.json');
	const bytes = Buffer.alloc(size, 'Harbour ');
	await writeFile(path, bytes);
	expect(bytes.equals(await realFileSystem.readFile(path))).toBe(true);
	expect(bytes.equals(await realFileSystem.readUnlinked(path))).toBe(true);
	expect(bytes.equals(readFileAtOnce(path))).toBe(true);
	expect(bytes.subarray(3, 9).equals(await realFileSystem.readPart(path, 3, 6))).toBe(true);
});

test('what is added to a file goes to its end, be it there or not', async () => {
	const path = join(await tempFolder(), 'a.log');
	for (const text of ['one', 'two']) {
		const file = await realFileSystem.open(path, 'a');
		await file.writeFile(Buffer.from(text));
		await file.sync();
		await file.close();
	}
	expect(Buffer.from(await realFileSystem.readFile(path)).toString()).toBe('onetwo');
});

test('a link is not read where none is wanted', async () => {
	const folder = await tempFolder();
	await writeFile(join(folder, 'a.json'), 'a');
	await symlink('a.json', join(folder, 'link.json'));
	expect(Buffer.from(await realFileSystem.readFile(join(folder, 'link.json'))).toString()).toBe('a');
	await expect(realFileSystem.readUnlinked(join(folder, 'link.json'))).rejects.toMatchObject({ code: 'ELOOP' });
	await expect(realFileSystem.readUnlinked(join(folder, 'none.json'))).rejects.toMatchObject({ code: 'ENOENT' });
	expect(Buffer.from(await realFileSystem.readUnlinked(join(folder, 'a.json'))).toString()).toBe('a');
});

test('a file takes the place of the very one that it is meant to, and of no other', async () => {
	const folder = await tempFolder();
	const [next, path] = [join(folder, 'next'), join(folder, 'a.json')];
	await writeFile(path, 'one');
	const before = await stat(path);
	await writeFile(join(folder, 'other'), 'other');
	await realFileSystem.rename(join(folder, 'other'), path);
	await writeFile(next, 'next');
	await expect(realFileSystem.rename(next, path, before)).rejects.toMatchObject({ code: 'ESTALE' });
	expect(Buffer.from(await realFileSystem.readFile(path)).toString()).toBe('other');
	await realFileSystem.rename(next, path, await stat(path));
	expect(Buffer.from(await realFileSystem.readFile(path)).toString()).toBe('next');
});

test('a disk that hangs at every call leaves another disk answering', async () => {
	const folder = await tempFolder();
	const pipe = makePipe(join(folder, 'pipe'));
	await writeFile(join(folder, 'a.json'), 'a');
	// Reading a pipe plainly keeps a thread of Node waiting, as a disk does that hangs.
	const hanging = limitDisk(failingDisk({ readFile: (path) => readWaiting(path) }), 3);
	const calls = Array.from({ length: 10 }, () => hanging.readFile(pipe));
	expect(Buffer.from(await realFileSystem.readFile(join(folder, 'a.json'))).toString()).toBe('a');
	const ended = Promise.all(calls);
	let isOver = false;
	ended.finally(() => {
		isOver = true;
	});
	// A writer that comes and goes lets those go on that are reading.
	while (!isOver) await (await open(pipe, constants.O_RDWR | constants.O_NONBLOCK)).close();
	expect(await ended).toHaveLength(10);
}, 300_000);
