import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { makePipe } from '../testing/make-pipe.ts';
import { documentsFolder, userDataFolder } from './user-folders.ts';

const onLinux = process.platform === 'linux';

test('The environment names the documents folder first', () => {
	expect(documentsFolder({ GALLEY_DOCUMENTS: '/srv/desk' })).toBe('/srv/desk');
});

test.runIf(onLinux)('A desktop in another language has documents under another name', async () => {
	const config = await mkdtemp(join(tmpdir(), 'galley-xdg-'));
	onTestFinished(() => rm(config, { recursive: true }));
	expect(documentsFolder({ XDG_CONFIG_HOME: config })).toBe(join(homedir(), 'Documents'));
	await writeFile(
		join(config, 'user-dirs.dirs'),
		'# x\nXDG_MUSIC_DIR="$HOME/Musik"\nXDG_DOCUMENTS_DIR="$HOME/Dokumente"\n',
	);
	expect(documentsFolder({ XDG_CONFIG_HOME: config })).toBe(join(homedir(), 'Dokumente'));
	expect(userDataFolder({ XDG_CONFIG_HOME: config })).toBe(join(config, 'Galley'));
});

test.runIf(onLinux)('A pipe in the place of the list of folders keeps nobody waiting', async () => {
	const config = await mkdtemp(join(tmpdir(), 'galley-xdg-'));
	onTestFinished(() => rm(config, { recursive: true }));
	makePipe(join(config, 'user-dirs.dirs'));
	expect(documentsFolder({ XDG_CONFIG_HOME: config })).toBe(join(homedir(), 'Documents'));
});

test.runIf(onLinux)('A relative XDG folder is ignored', () => {
	expect(userDataFolder({ XDG_CONFIG_HOME: 'here' })).toBe(join(homedir(), '.config', 'Galley'));
});
