import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chmod, chown, mkdir, readdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { bundleScript } from '../testing/bundle-script.ts';
import { type TempNewsroom, tempNewsroom } from '../testing/temp-newsroom.ts';

const run = promisify(execFile);
/** The user that owns nothing; permissions do not bind the root that tests may run as. */
const nobody = 65_534;
const isRoot = process.getuid?.() === 0;

/** Works in a newsroom as somebody whom permissions bind, who owns all of it. */
async function workIn(script: string, { path }: TempNewsroom) {
	if (isRoot) {
		for (const entry of await readdir(dirname(path), { recursive: true }))
			await chown(join(dirname(path), entry), nobody, nobody);
		await chown(dirname(path), nobody, nobody);
	}
	const backup = join(dirname(path), 'desk.zip');
	const { stdout } = await run(process.execPath, [script, path, backup, isRoot ? String(nobody) : '']);
	return JSON.parse(stdout);
}

async function putPicture(newsroom: TempNewsroom, folder: string): Promise<string> {
	const content = Buffer.from(`a picture in ${folder}`);
	const path = `media/${folder}/${createHash('sha256').update(content).digest('hex').slice(0, 12)}.png`;
	await newsroom.put(path, content);
	return path;
}

test.skipIf(process.platform === 'win32')(
	'pictures that may not be read are left out of the backup and the tidying, and nothing else is',
	async () => {
		const script = await bundleScript(join(import.meta.dirname, '../testing/one-bad-file.ts'));
		const newsroom = await tempNewsroom();
		for (let number = 0; number < 3; number += 1) await newsroom.articles.create(`Story ${number}`);
		await newsroom.close();
		const unread = await putPicture(newsroom, 'unread');
		const unused = await putPicture(newsroom, 'unused');
		await putPicture(newsroom, 'closed');
		await chmod(join(newsroom.path, unread), 0);
		await chmod(join(newsroom.path, 'media/closed'), 0);
		const { leftOut, sweep, bulk } = await workIn(script, newsroom);
		await chmod(join(newsroom.path, 'media/closed'), 0o755);
		expect(leftOut).toEqual([
			{ path: 'media/closed', why: 'unreadable' },
			{ path: unread, why: 'unreadable' },
		]);
		expect(sweep.removed).toMatchObject([{ path: unused }]);
		expect(sweep.refused).toEqual([
			{ path: 'media/closed', reason: expect.stringContaining('not allowed') },
			{ path: unread, reason: expect.stringContaining('not allowed') },
		]);
		expect(bulk).toMatchObject({ changed: 3, failedCount: 0 });
	},
	300_000,
);

test.skipIf(process.platform === 'win32')(
	'a story that may not be read is told by each operation, and the others are backed up and changed',
	async () => {
		const script = await bundleScript(join(import.meta.dirname, '../testing/one-bad-file.ts'));
		const newsroom = await tempNewsroom();
		const [bad] = [await newsroom.articles.create('Bad'), await newsroom.articles.create('Good')];
		await newsroom.whole();
		await newsroom.close();
		await mkdir(join(newsroom.path, 'articles/closed'));
		await chmod(join(newsroom.path, 'articles/closed'), 0);
		await chmod(join(newsroom.path, bad.path), 0);
		const { leftOut, sweep, bulk } = await workIn(script, newsroom);
		await chmod(join(newsroom.path, 'articles/closed'), 0o755);
		expect(leftOut.map(({ path }: { path: string }) => path).sort()).toEqual([bad.path, 'articles/closed'].sort());
		expect(sweep).toContain('No image was removed, as articles/');
		expect(bulk).toMatchObject({ changed: 1, stopped: null });
	},
	300_000,
);
