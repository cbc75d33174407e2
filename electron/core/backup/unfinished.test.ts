import { spawn } from 'node:child_process';
import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { realFileSystem } from '../disk/file-system.ts';
import { bundleScript } from '../testing/bundle-script.ts';
import { type TempNewsroom, tempFolder, tempSample } from '../testing/temp-newsroom.ts';
import { createBackup } from './create-backup.ts';
import { restoreBackup } from './restore-backup.ts';
import { removeUnfinished, unfinishedBeside } from './unfinished.ts';

function backUp(newsroom: TempNewsroom, file: string) {
	const now = () => new Date();
	const request = { disk: realFileSystem, newsroom: newsroom.folder(), file, replace: false, version: '1.2.3', now };
	return createBackup(request);
}

/** Runs the script until it kills itself. */
async function cutOff(script: string, ...args: string[]): Promise<void> {
	const child = spawn(process.execPath, [script, ...args], { stdio: 'inherit' });
	expect(await new Promise((resolve) => child.once('exit', (_code, signal) => resolve(signal)))).toBe('SIGKILL');
}

test('what a killed backup or restore left goes with the next one there', async () => {
	const script = await bundleScript(join(import.meta.dirname, '../testing/backup-cut-off.ts'));
	const newsroom = await tempSample();
	const folder = await tempFolder();
	const file = join(folder, 'desk.zip');
	await cutOff(script, 'backup', newsroom.path, file);
	expect(await readdir(folder)).toEqual([expect.stringMatching(/^\.desk\.zip\..*\.galley-tmp$/)]);
	await backUp(newsroom, file);
	expect(await readdir(folder)).toEqual(['desk.zip']);
	await cutOff(script, 'restore', file, join(folder, 'desk'));
	expect((await readdir(folder)).sort()).toEqual([expect.stringMatching(/^\.desk\..*\.galley-tmp$/), 'desk.zip']);
	await restoreBackup(realFileSystem, file, join(folder, 'desk'));
	expect((await readdir(folder)).sort()).toEqual(['desk', 'desk.zip']);
}, 300_000);

test('what a process that runs is making, and what only looks like it, stays', async () => {
	const folder = await tempFolder();
	const ours = unfinishedBeside(join(folder, 'desk.zip'));
	await writeFile(ours, 'being written');
	const elsewhere = ours.replace(/\.[0-9a-f]{8}-\d+-/, '.00000000-1-');
	await writeFile(elsewhere, 'by another computer');
	await writeFile(join(folder, '.notes.galley-tmp'), 'a save');
	await mkdir(join(folder, '.desk.galley-tmp'));
	const before = await readdir(folder);
	expect(before).toHaveLength(4);
	await removeUnfinished(realFileSystem, folder);
	expect(await readdir(folder)).toEqual(before);
});

test.each(['a'.repeat(251), '新'.repeat(83)])(
	'a backup with a name as long as the disk takes is made',
	async (name) => {
		const newsroom = await tempSample();
		const folder = await tempFolder();
		await backUp(newsroom, join(folder, `${name}.zip`));
		await restoreBackup(realFileSystem, join(folder, `${name}.zip`), join(folder, name));
		expect((await readdir(folder)).sort()).toEqual([name, `${name}.zip`]);
	},
);
