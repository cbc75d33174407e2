import { rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { Newsroom } from '#shared/model/newsroom.ts';
import { realFileSystem } from '../file-system.ts';
import { checkNewsroomPath, type NewsroomPath } from '../newsroom-path.ts';
import { bundleScript } from '../testing/bundle-script.ts';
import { newsroomOf } from '../testing/newsroom-of.ts';
import { fetchFiles } from './fetch-files.ts';
import { createPacker, unpackFiles } from './packed-files.ts';
import { type PreparedFile, prepareFile } from './prepare-file.ts';
import { createReadAhead } from './read-ahead.ts';

const { limits } = Newsroom.parse({ $schema: 'urn:galley:newsroom:1', name: 'The Desk' });

/** A newsroom of so many stories, with their files. */
async function makeNewsroom(stories: number): Promise<{ newsroom: NewsroomPath; files: string[] }> {
	const { path, files } = await newsroomOf(stories);
	return { newsroom: (await checkNewsroomPath(realFileSystem, path)).path, files };
}

async function readAll(newsroom: NewsroomPath, paths: readonly string[]): Promise<Map<string, PreparedFile | null>> {
	const script = await bundleScript(join(import.meta.dirname, 'index-worker.ts'));
	const logged: string[] = [];
	const reader = createReadAhead(
		script,
		newsroom,
		() => limits,
		(message) => logged.push(message),
	);
	onTestFinished(() => reader.close());
	for (const path of paths) reader.want(path);
	const files = new Map<string, PreparedFile | null>();
	for (const path of paths) {
		let file = reader.take(path);
		for (; file instanceof Promise; file = reader.take(path)) await file;
		files.set(path, file);
	}
	expect(logged).toEqual([]);
	return files;
}

test('files that are read ahead are what reading them at once gives, also those that are damaged, gone or links', async () => {
	const { newsroom, files } = await makeNewsroom(40);
	const [gone = '', damaged = '', link = ''] = files;
	rmSync(join(newsroom, gone));
	writeFileSync(join(newsroom, damaged), '{ "headline": ');
	rmSync(join(newsroom, link));
	symlinkSync('/dev/zero', join(newsroom, link));
	const read = await readAll(newsroom, files);
	const pack = createPacker();
	for (const path of files) {
		const at = prepareFile(newsroom, path, limits, new Date());
		expect(read.get(path), path).toEqual(unpackFiles(pack([at])).next().value);
	}
	expect([gone, damaged, link].map((path) => read.get(path)?.kind)).toEqual(['gone', 'damaged', 'damaged']);
	expect(read.get(files[3] ?? '')?.kind).toBe('story');
}, 30_000);

test('files that cannot be fetched are left to whoever reads them', async () => {
	const { newsroom, files } = await makeNewsroom(2);
	const [first = '', link = ''] = files;
	rmSync(join(newsroom, link));
	symlinkSync('/dev/zero', join(newsroom, link));
	for (const path of [first, link, 'articles', 'articles/none.json'])
		await expect(fetchFiles(newsroom, [path, ...files])).resolves.toBeUndefined();
});
