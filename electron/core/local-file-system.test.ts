import { symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { atomicWrite } from './atomic-write.ts';
import { realFileSystem } from './file-system.ts';
import { openLocalDisk } from './local-file-system.ts';
import { tempFolder } from './testing/temp-newsroom.ts';

const sizes = [0, 1, 4096, 20_000, 256 * 1024, 256 * 1024 + 1, 2_000_000];

test.each(sizes)('a file of %i bytes is read, and known to hold exactly its own bytes', async (size) => {
	const disk = openLocalDisk();
	const path = join(await tempFolder(), 'a.json');
	const bytes = Buffer.alloc(size, 'Harbour ');
	await atomicWrite(disk, path, bytes);
	expect(bytes.equals(await disk.readFile(path))).toBe(true);
	expect(bytes.equals(await disk.readUnlinked(path))).toBe(true);
	const file = await disk.watch?.(path);
	onTestFinished(async () => file?.close());
	expect(await file?.holds(bytes)).toBe(true);
	expect(await file?.holds(Buffer.concat([bytes, Buffer.of(1)]))).toBe(false);
	if (size === 0) return;
	expect(await file?.holds(bytes.subarray(1))).toBe(false);
	const other = Buffer.from(bytes);
	other[size - 1] = 0;
	expect(await file?.holds(other)).toBe(false);
});

test.each([openLocalDisk(), realFileSystem])('a link is not read where none is wanted', async (disk) => {
	const folder = await tempFolder();
	await writeFile(join(folder, 'a.json'), 'a');
	await symlink('a.json', join(folder, 'link.json'));
	expect(Buffer.from(await disk.readFile(join(folder, 'link.json'))).toString()).toBe('a');
	await expect(disk.readUnlinked(join(folder, 'link.json'))).rejects.toMatchObject({ code: 'ELOOP' });
	await expect(disk.readUnlinked(join(folder, 'none.json'))).rejects.toMatchObject({ code: 'ENOENT' });
	expect(Buffer.from(await disk.readUnlinked(join(folder, 'a.json'))).toString()).toBe('a');
});

test('what a file held before is not taken for what it holds', async () => {
	const disk = openLocalDisk();
	const path = join(await tempFolder(), 'a.json');
	await writeFile(path, '');
	const file = await disk.watch?.(path);
	onTestFinished(async () => file?.close());
	for (const text of ['a long text that is read first', 'short', '', 'a long text again']) {
		await writeFile(path, text);
		expect(Buffer.from(await disk.readFile(path)).toString()).toBe(text);
		expect(await file?.holds(Buffer.from(text))).toBe(true);
		expect(await file?.holds(Buffer.from('a long text that is read first!'))).toBe(false);
	}
	await expect(disk.watch?.(`${path}.none`)).rejects.toMatchObject({ code: 'ENOENT' });
});

test('many files that are kept one after another leave the others their turn', async () => {
	const disk = openLocalDisk();
	const folder = await tempFolder();
	let turns = 0;
	let isOver = false;
	const count = () => {
		turns += 1;
		if (!isOver) setImmediate(count);
	};
	setImmediate(count);
	for (let number = 0; number < 200; number += 1) {
		await atomicWrite(disk, join(folder, `${number}.json`), Buffer.from('Harbour'));
	}
	isOver = true;
	// However quick the disk: a few milliseconds of it are taken at once.
	expect(turns).toBeGreaterThan(10);
});
