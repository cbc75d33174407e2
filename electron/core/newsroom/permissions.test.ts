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

async function putPicture(desk: TempNewsroom, folder: string): Promise<string> {
	const content = Buffer.from(`a picture in ${folder}`);
	const path = `media/${folder}/${createHash('sha256').update(content).digest('hex').slice(0, 12)}.png`;
	await desk.put(path, content);
	return path;
}

test.skipIf(process.platform === 'win32')(
	'pictures that may not be read are left out of the backup and the tidying, and nothing else is',
	async () => {
		const script = await bundleScript(join(import.meta.dirname, '../testing/one-bad-file.ts'));
		const desk = await tempNewsroom();
		for (let number = 0; number < 3; number += 1) await desk.articles.create(`Story ${number}`);
		await desk.close();
		const unread = await putPicture(desk, 'unread');
		const unused = await putPicture(desk, 'unused');
		await putPicture(desk, 'closed');
		await chmod(join(desk.path, unread), 0);
		await chmod(join(desk.path, 'media/closed'), 0);
		const { leftOut, sweep, bulk } = await workIn(script, desk);
		await chmod(join(desk.path, 'media/closed'), 0o755);
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
		const desk = await tempNewsroom();
		const [bad] = [await desk.articles.create('Bad'), await desk.articles.create('Good')];
		await desk.whole();
		await desk.close();
		await mkdir(join(desk.path, 'articles/closed'));
		await chmod(join(desk.path, 'articles/closed'), 0);
		await chmod(join(desk.path, bad.path), 0);
		const { leftOut, sweep, bulk } = await workIn(script, desk);
		await chmod(join(desk.path, 'articles/closed'), 0o755);
		expect(leftOut.map(({ path }: { path: string }) => path).sort()).toEqual([bad.path, 'articles/closed'].sort());
		expect(sweep).toContain('No image was removed, as articles/');
		expect(bulk).toMatchObject({ changed: 1, stopped: null });
	},
	300_000,
);
