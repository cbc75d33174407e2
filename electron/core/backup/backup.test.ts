import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { expect, test } from 'vitest';
import { ZipFile } from 'yazl';
import { type FileSystem, realFileSystem } from '../disk/file-system.ts';
import { faultyFileSystem } from '../testing/faulty-file-system.ts';
import { failingDisk, type TempNewsroom, tempFolder, tempSample, treeOfFolder } from '../testing/temp-newsroom.ts';
import type { WorkTools } from './cancelling.ts';
import { createBackup } from './create-backup.ts';
import { restoreBackup } from './restore-backup.ts';

interface BackUpOptions extends WorkTools {
	readonly disk?: FileSystem;
	readonly replace?: boolean;
}

function backUp(newsroom: TempNewsroom, file: string, options: BackUpOptions = {}) {
	const { disk = realFileSystem, replace = false, ...tools } = options;
	const request = { disk, newsroom: newsroom.folder(), file, replace, version: '1.2.3', now: () => new Date() };
	return createBackup(request, tools);
}

/** What a folder holds by paths relative to it. */
async function contentOf(folder: string): Promise<Record<string, string>> {
	const tree = await treeOfFolder(folder);
	return Object.fromEntries(Object.entries(tree).map(([path, hash]) => [relative(folder, path), hash]));
}

/** A zip of any content, as somebody else would make it. */
async function zipOf(file: string, entries: Readonly<Record<string, string>>): Promise<void> {
	const zip = new ZipFile();
	for (const [name, text] of Object.entries(entries)) zip.addBuffer(Buffer.from(text), name);
	zip.end();
	const parts: Uint8Array[] = [];
	for await (const part of zip.outputStream) parts.push(Buffer.from(part));
	await writeFile(file, Buffer.concat(parts));
}

function manifestOf(files: Readonly<Record<string, string>>): string {
	return JSON.stringify({
		$schema: 'urn:galley:backup:1',
		galley: '1.2.3',
		newsroom: 'The Desk',
		created: '2025-03-31T08:00:00.000Z',
		files: Object.entries(files).map(([path, text]) => ({
			path,
			size: Buffer.byteLength(text),
			sha256: createHash('sha256').update(text).digest('hex'),
		})),
		folders: [],
		leftOut: [],
	});
}

test('a newsroom comes back byte for byte, with its trash, history, journal and foreign files', async () => {
	const newsroom = await tempSample();
	await newsroom.put('.galley/.gitignore', '*\n');
	await newsroom.put('.galley/history/01J.log', Buffer.from([0, 1, 2, 255]));
	await newsroom.put('.galley/journal/01J.s.json', '{}');
	await newsroom.put('trash/articles/2025/03/a~20250331T080000000Z.json', '{"torn": ');
	await newsroom.put('notes/Übersicht 2025.txt', 'foreign');
	await newsroom.put('notes/empty.txt', '');
	await mkdir(join(newsroom.path, 'media/2031/01'), { recursive: true });
	const before = await contentOf(newsroom.path);
	await newsroom.put('.galley/index.db', 'made again');
	await newsroom.put('.galley/lock', 'ours');
	await newsroom.put('articles/.a.json.0123.galley-tmp', 'unfinished');
	const folder = await tempFolder();
	const report = await backUp(newsroom, join(folder, 'desk.zip'));
	const files = Object.values(before).filter((hash) => hash !== 'folder').length;
	expect(report).toMatchObject({ files, leftOut: [] });
	expect(await readdir(folder)).toEqual(['desk.zip']);
	const restored = await restoreBackup(realFileSystem, join(folder, 'desk.zip'), join(folder, 'new/desk'));
	expect(restored).toMatchObject({ files, newsroom: newsroom.folder().newsroom.name });
	expect(await contentOf(join(folder, 'new/desk'))).toEqual(before);
	expect(await readdir(join(folder, 'new'))).toEqual(['desk']);
});

test('links and names that not every disk can hold are named and left out', async () => {
	const newsroom = await tempSample();
	await symlink('/etc', join(newsroom.path, 'outside'));
	await newsroom.put('notes/what?.txt', 'a');
	await newsroom.put('notes/A.txt', 'a');
	await newsroom.put('notes/a.txt', 'a');
	const file = join(await tempFolder(), 'desk.zip');
	const { leftOut } = await backUp(newsroom, file);
	expect([...leftOut].sort((a, b) => (a.path < b.path ? -1 : 1))).toEqual([
		{ path: 'notes/a.txt', why: 'name' },
		{ path: 'notes/what?.txt', why: 'name' },
		{ path: 'outside', why: 'link' },
	]);
	const folder = join(await tempFolder(), 'desk');
	await restoreBackup(realFileSystem, file, folder);
	expect(await readdir(join(folder, 'notes'))).toEqual(['A.txt']);
});

test('one changed byte anywhere in a backup is found, and nothing is written', async () => {
	const newsroom = await tempSample();
	await rm(join(newsroom.path, 'media'), { recursive: true });
	const folder = await tempFolder();
	const file = join(folder, 'desk.zip');
	await backUp(newsroom, file);
	const whole = await readFile(file);
	const bad = join(folder, 'bad.zip');
	const offsets = Array.from({ length: 300 }, (_, index) => Math.floor((index * whole.length) / 300));
	for (let back = 1; back <= 130; back += 1) offsets.push(whole.length - back);
	for (const offset of offsets) {
		const bytes = Buffer.from(whole);
		bytes.writeUInt8(bytes.readUInt8(offset) ^ (1 << (offset % 8)), offset);
		await writeFile(bad, bytes);
		await expect(restoreBackup(realFileSystem, bad, join(folder, 'desk')), `byte ${offset}`).rejects.toThrow();
	}
	for (const length of [0, 1, 21, 22, 1000, whole.length - 1]) {
		await writeFile(bad, whole.subarray(0, length));
		await expect(restoreBackup(realFileSystem, bad, join(folder, 'desk')), `${length} bytes`).rejects.toThrow(/backup/);
	}
	expect((await readdir(folder)).sort()).toEqual(['bad.zip', 'desk.zip']);
}, 300_000);

test.each([
	['out of the folder', '../evil.json'],
	['out of the folder in the middle', 'articles/../../evil.json'],
	['an absolute path', '/tmp/evil.json'],
	['a Windows path', 'C:\\evil.json'],
	['a device of Windows', 'articles/NUL.json'],
	['a name that differs in capitals', 'NEWSROOM.json'],
	['a file where a folder is', 'newsroom.json/a'],
])('a backup with %s is refused', async (_name, path) => {
	const folder = await tempFolder();
	const files = { 'newsroom.json': '{}', [path]: 'evil' };
	const file = join(folder, 'evil.zip');
	// A library of today refuses to write some of them, so those are only in the list.
	const isWritable = !/^\/|\.\.|\\/.test(path);
	await zipOf(file, { ...(isWritable ? files : { 'newsroom.json': '{}' }), 'galley-backup.json': manifestOf(files) });
	await expect(restoreBackup(realFileSystem, file, join(folder, 'desk'))).rejects.toMatchObject({
		failure: { code: 'not-allowed', about: path },
	});
	expect(await readdir(folder)).toEqual(['evil.zip']);
	await expect(readFile(join(dirname(folder), 'evil.json'))).rejects.toThrow();
});

test.each([
	['a file that is missing', { 'newsroom.json': '{}', a: 'a' }, { 'newsroom.json': '{}' }, /a is missing/],
	['a file that is not listed', { 'newsroom.json': '{}' }, { 'newsroom.json': '{}', b: 'b' }, /b is not in its list/],
	['a file of another size', { 'newsroom.json': '{}' }, { 'newsroom.json': '{ }' }, /newsroom\.json has another size/],
	['a file of other bytes', { 'newsroom.json': '{}' }, { 'newsroom.json': '[]' }, /newsroom\.json is not as it was/],
	['no newsroom', { a: 'a' }, { a: 'a' }, /newsroom\.json is missing/],
	['no seal', { 'newsroom.json': '{}' }, { 'newsroom.json': '{}' }, /seal is missing/],
])('a backup with %s is refused', async (_name, listed, held, message) => {
	const folder = await tempFolder();
	const file = join(folder, 'bad.zip');
	await zipOf(file, { ...held, 'galley-backup.json': manifestOf(listed) });
	await expect(restoreBackup(realFileSystem, file, join(folder, 'desk'))).rejects.toThrow(message);
	expect(await readdir(folder)).toEqual(['bad.zip']);
});

test('a folder with something in it is never restored to', async () => {
	const newsroom = await tempSample();
	const folder = await tempFolder();
	const file = join(folder, 'desk.zip');
	await backUp(newsroom, file);
	await expect(restoreBackup(realFileSystem, file, newsroom.path)).rejects.toThrow(/is not empty/);
	await mkdir(join(folder, 'empty'));
	await restoreBackup(realFileSystem, file, join(folder, 'empty'));
	expect(await readFile(join(folder, 'empty/newsroom.json'))).toEqual(
		await readFile(join(newsroom.path, 'newsroom.json')),
	);
});

test('a backup inside the newsroom or over another file is refused', async () => {
	const newsroom = await tempSample();
	await expect(backUp(newsroom, join(newsroom.path, 'media/desk.zip'))).rejects.toThrow(/lies in the newsroom/);
	const file = join(await tempFolder(), 'desk.zip');
	await writeFile(file, 'the one before');
	await expect(backUp(newsroom, file)).rejects.toMatchObject({ failure: { code: 'not-allowed', about: file } });
	expect(await readFile(file, 'utf8')).toBe('the one before');
});

test('a backup and a restore that are cancelled leave nothing', async () => {
	const newsroom = await tempSample();
	const folder = await tempFolder();
	const file = join(folder, 'desk.zip');
	for (const at of [1, 15, 40]) {
		const abort = new AbortController();
		const onProgress = (done: number) => (done >= at ? abort.abort() : undefined);
		await expect(backUp(newsroom, file, { signal: abort.signal, onProgress })).rejects.toMatchObject({
			failure: { code: 'cancelled' },
		});
		expect(await readdir(folder)).toEqual([]);
	}
	await backUp(newsroom, file);
	for (const at of [1, 40]) {
		const abort = new AbortController();
		const onProgress = (done: number) => (done >= at ? abort.abort() : undefined);
		const restoring = restoreBackup(realFileSystem, file, join(folder, 'desk'), { signal: abort.signal, onProgress });
		await expect(restoring).rejects.toMatchObject({ failure: { code: 'cancelled' } });
		expect(await readdir(folder)).toEqual(['desk.zip']);
	}
});

/** A disk on which the nth call fails with `code`. */
function diskThatFails(call: 'write' | 'sync', nth: number, code: string): FileSystem {
	const { disk, fail } = faultyFileSystem();
	fail({ operation: call === 'write' ? 'file.writeFile' : 'file.sync', call: nth, times: 1, code });
	return disk;
}

/** A disk that writes other bytes than it was given, the nth time. */
function diskThatLies(nth: number): FileSystem {
	let writes = 0;
	return failingDisk({
		open: async (path, flags) => {
			const file = await realFileSystem.open(path, flags);
			return {
				chmod: (mode) => file.chmod(mode),
				sync: () => file.sync(),
				close: () => file.close(),
				writeFile: async (bytes) => {
					writes += 1;
					if (writes !== nth) return file.writeFile(bytes);
					const other = Buffer.from(bytes);
					other.writeUInt8(other.readUInt8(0) ^ 1, 0);
					return file.writeFile(other);
				},
			};
		},
	});
}

test.each([
	['write', 1, 'ENOSPC', /disk is full/],
	['write', 20, 'ENOSPC', /disk is full/],
	['sync', 1, 'EIO', /fault/],
	['write', 12, null, /other bytes/],
] as const)(
	'a disk that fails at %s %i (%s) leaves the backup before and nothing else',
	async (call, nth, code, why) => {
		const newsroom = await tempSample();
		const folder = await tempFolder();
		const file = join(folder, 'desk.zip');
		await backUp(newsroom, file);
		const before = await readFile(file);
		const disk = code === null ? diskThatLies(nth) : diskThatFails(call, nth, code);
		await expect(backUp(newsroom, file, { replace: true, disk })).rejects.toThrow(why);
		expect(await readdir(folder)).toEqual(['desk.zip']);
		expect((await readFile(file)).equals(before)).toBe(true);
	},
);

test.each([
	['write', 1],
	['write', 9],
	['sync', 3],
] as const)('a disk that is full at %s %i of a restore leaves no folder', async (call, nth) => {
	const newsroom = await tempSample();
	const folder = await tempFolder();
	const file = join(folder, 'desk.zip');
	await backUp(newsroom, file);
	const disk = diskThatFails(call, nth, 'ENOSPC');
	await expect(restoreBackup(disk, file, join(folder, 'desk'))).rejects.toThrow(/disk is full/);
	expect(await readdir(folder)).toEqual(['desk.zip']);
});

test('a story that is being written, and one moved to the trash meanwhile, are in the backup whole', async () => {
	const newsroom = await tempSample();
	const [moved, torn] = [...newsroom.articles.catalogue.paths()];
	if (moved === undefined || torn === undefined) throw new Error('the sample has stories');
	let reads = 0;
	const disk = failingDisk({
		readFile: async (path) => {
			if (path.endsWith(moved) && reads === 0) {
				reads += 1;
				await newsroom.put('trash/articles/late~20250331T080000000Z.json', await realFileSystem.readFile(path));
				await rm(path);
			}
			const bytes = await realFileSystem.readFile(path);
			if (path.endsWith(torn) && reads < 3) {
				reads += 1;
				await newsroom.put(torn, `${Buffer.from(bytes).toString('utf8')} `);
				return bytes.subarray(0, 10);
			}
			return bytes;
		},
	});
	const file = join(await tempFolder(), 'desk.zip');
	await backUp(newsroom, file, { disk });
	const folder = join(await tempFolder(), 'desk');
	await restoreBackup(realFileSystem, file, folder);
	expect(reads).toBe(3);
	expect(await contentOf(folder)).toEqual(await withoutOwn(newsroom.path));
});

async function withoutOwn(folder: string): Promise<Record<string, string>> {
	const content = await contentOf(folder);
	return Object.fromEntries(Object.entries(content).filter(([path]) => !/^\.galley\/(index|lock)/.test(path)));
}
