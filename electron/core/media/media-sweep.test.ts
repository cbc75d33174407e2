import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { deflateRawSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { realFileSystem } from '../disk/file-system.ts';
import { encodeRecord } from '../history/record-log.ts';
import { faultyFileSystem } from '../testing/faulty-file-system.ts';
import { makePipe } from '../testing/make-pipe.ts';
import { type TempNewsroom, tempFolder, tempNewsroom } from '../testing/temp-newsroom.ts';
import { sweepMedia } from './media-sweep.ts';

const bytes = Buffer.from('an image');
const hash = createHash('sha256').update(bytes).digest('hex').slice(0, 12);
const image = `media/2025/03/${hash}.png`;
const later = () => new Date(Date.now() + 25 * 60 * 60_000);

interface SweepChoice {
	readonly dryRun?: boolean;
	readonly now?: () => Date;
	readonly alsoIn?: readonly string[];
}

function sweep({ folder, lock }: TempNewsroom, { dryRun = false, now = later, alsoIn = [] }: SweepChoice = {}) {
	return sweepMedia({ disk: realFileSystem, folder: folder(), lock, alsoIn, dryRun, now });
}

test('an image that nothing refers to is removed after a day, and not by a dry run', async () => {
	const newsroom = await tempNewsroom();
	await newsroom.put(image, bytes);
	expect(await sweep(newsroom, { now: () => new Date() })).toEqual({ removed: [], refused: [], kept: 1 });
	const removed = [{ path: image, bytes: bytes.length }];
	expect(await sweep(newsroom, { dryRun: true })).toEqual({ removed, refused: [], kept: 0 });
	expect(existsSync(join(newsroom.path, image))).toBe(true);
	expect(await sweep(newsroom)).toEqual({ removed, refused: [], kept: 0 });
	expect(existsSync(join(newsroom.path, image))).toBe(false);
});

const packed = deflateRawSync(Buffer.from(`"media": "${image}"`.repeat(20)));
test.each([
	['a story', 'articles/2025/03/a.json', `{ "media": "${image}" }`],
	['a story in the trash', 'trash/articles/2025/03/a~20250331T080000000Z.json', `{ "media": "${image}" }`],
	['a damaged file', 'articles/2025/03/a.json', `{ "media": "${image}`],
	['a story with escaped slashes', 'articles/a.json', image.replaceAll('/', '\\/')],
	[
		'a story with escaped letters',
		'articles/a.json',
		image.replace(/[a-f]/g, (c) => `\\u00${c.charCodeAt(0).toString(16)}`),
	],
	['a story in UTF-16', 'articles/a.json', Buffer.from(image, 'utf16le')],
	['a story in capitals', 'articles/a.json', image.toUpperCase()],
	['a name right behind other hexadecimals', 'articles/a.json', `beef${hash}.png`],
	['a save that is not finished', 'articles/.a.json.0123.galley-tmp', image],
	['the settings', 'logo.json', image],
	['a journal entry', '.galley/journal/a.s.json', `{"mine":{"media":"${image}"}}`],
	['a packed revision', '.galley/history/a.log', encodeRecord({ is: 'piece', name: 'x', packed: true }, packed)],
	['a revision', '.galley/history/a.log', encodeRecord({ is: 'piece', name: 'x', packed: false }, Buffer.from(image))],
])('an image that is named by %s stays', async (_name, path, content) => {
	const newsroom = await tempNewsroom();
	await newsroom.put(image, bytes);
	await newsroom.put(path, content);
	expect(await sweep(newsroom)).toEqual({ removed: [], refused: [], kept: 1 });
	expect(existsSync(join(newsroom.path, image))).toBe(true);
});

test('unsaved work in the folder of the user keeps an image', async () => {
	const newsroom = await tempNewsroom();
	await newsroom.put(image, bytes);
	const journal = await tempFolder();
	await mkdir(join(journal, 'one'));
	await writeFile(join(journal, 'one/entry.json'), image);
	expect((await sweep(newsroom, { alsoIn: [journal, join(journal, 'nowhere')] })).removed).toEqual([]);
});

test('an image that somebody put there by hand, or that holds other bytes than its name says, stays', async () => {
	const newsroom = await tempNewsroom();
	await newsroom.put('media/logo.png', bytes);
	await newsroom.put('media/2025/03/0123456789ab.png', bytes);
	expect(await sweep(newsroom)).toEqual({ removed: [], refused: [], kept: 2 });
});

test('nothing is removed when a history is damaged, as it may refer to anything', async () => {
	const newsroom = await tempNewsroom();
	await newsroom.put(image, bytes);
	const record = encodeRecord({ is: 'piece', name: 'x', packed: true }, packed);
	await newsroom.put('.galley/history/a.log', record.subarray(0, record.length - 30));
	await expect(sweep(newsroom)).rejects.toThrow(/No image was removed, as \.galley\/history\/a\.log/);
	expect(existsSync(join(newsroom.path, image))).toBe(true);
});

test('an image that the disk does not read or remove stays and is told, and the others are removed', async () => {
	const newsroom = await tempNewsroom();
	const images = [];
	for (const name of ['removed', 'unread', 'kept', 'unlisted']) {
		const content = Buffer.from(`an image that is ${name}`);
		const path = `media/${name}/${createHash('sha256').update(content).digest('hex').slice(0, 12)}.png`;
		await newsroom.put(path, content);
		images.push(path);
	}
	const [removed = '', unread = '', kept = ''] = images;
	const { disk, fail } = faultyFileSystem();
	fail({ operation: 'readFile', code: 'EACCES', path: (path) => path.endsWith(unread) });
	fail({ operation: 'unlink', code: 'EPERM', path: (path) => path.endsWith(kept) });
	fail({ operation: 'list', code: 'EACCES', path: (path) => path.endsWith('media/unlisted') });
	const { folder, lock } = newsroom;
	const report = await sweepMedia({
		disk,
		folder: folder(),
		lock,
		alsoIn: [],
		dryRun: false,
		now: later,
	});
	expect(report.removed.map(({ path }) => path)).toEqual([removed]);
	expect(report.kept).toBe(2);
	expect(report.refused).toEqual([
		{
			path: 'media/unlisted',
			reason: expect.stringMatching(/^Could not read media\/unlisted: Galley is not allowed to/),
		},
		{ path: unread, reason: expect.stringContaining('Galley is not allowed to') },
		{ path: kept, reason: expect.stringMatching(/^Could not remove .*Galley is not allowed to/) },
	]);
	expect(images.map((path) => existsSync(join(newsroom.path, path)))).toEqual([false, true, true, true]);
});

test('pipes and folders named like images are passed over', async () => {
	const newsroom = await tempNewsroom();
	await newsroom.put(image, bytes);
	makePipe(join(newsroom.path, 'media/2025/03/0123456789ab.png'));
	await mkdir(join(newsroom.path, 'media/2025/03/0123456789cd.png'));
	expect(await sweep(newsroom)).toMatchObject({ removed: [{ path: image }], refused: [] });
});
