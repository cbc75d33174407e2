import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync } from 'node:fs';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { test as base, expect } from '../../fixtures/app.ts';
import { makeEmptyNewsroom } from '../../fixtures/newsrooms/newsroom-folder.ts';
import { readStoryFile } from '../../fixtures/on-disk.ts';

/** A newsroom on a disk of its own of two megabytes; null where this computer lets nobody mount one. */
const test = base.extend<{ smallDisk: string | null }>({
	smallDisk: async ({ places }, use) => {
		const folder = places.path('small-disk');
		mkdirSync(folder);
		if (!mount(folder)) return await use(null);
		await makeEmptyNewsroom(folder);
		await use(folder);
		execFileSync('umount', ['--lazy', folder]);
	},
	newsroom: async ({ smallDisk }, use) => {
		if (smallDisk === null) await use('empty');
		else await use({ path: smallDisk });
	},
});

function mount(folder: string): boolean {
	try {
		execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=2m', 'galley-small-disk', folder], { stdio: 'ignore' });
		return true;
	} catch {
		return false; // not root, or not Linux: the test says so
	}
}

test('a full disk is named, typing goes on, and saving resumes by itself', async ({ desk, smallDisk, places }) => {
	test.skip(smallDisk === null, 'only root on Linux can mount a small disk, which this test fills');
	const disk = smallDisk ?? '';
	desk.setting.problems.expect(/ENOSPC|no space|full/i);
	const story = await desk.newStory();
	await story.typeHeadline('The levee holds');
	await desk.page.keyboard.press('Enter');
	await story.waitUntilSaved();
	const { path } = await readStoryFile(disk, 'The levee holds');

	const ballast = join(disk, 'ballast.bin');
	const full = await keepFull(ballast);
	// A save may still find the room that the index has just given back; the next one does not.
	await expect(async () => {
		await desk.page.keyboard.type('Water stood at the second step.');
		await expect(story.saveState).toContainText('Not saved because the disk is full', { timeout: 5_000 });
	}).toPass();
	const before = await readFile(path, 'utf8');
	await expect(story.saveState).toContainText('Your text is kept in the journal');
	expect(await readFile(path, 'utf8')).toBe(before);
	await desk.page.keyboard.type(' By noon it was at the third.');
	await expect.poll(() => journalBeside(places.userData)).toContain('By noon it was at the third.');

	await full.end();
	await rm(ballast);
	await expect(story.saveState).toHaveText(/^Saved at /);
	expect(await readFile(path, 'utf8')).toContain('Water stood at the second step. By noon it was at the third.');
});

/** Fills the disk until `end`, also where somebody gives room back: the index does, when it cannot be kept. */
async function keepFull(file: string): Promise<{ end(): Promise<void> }> {
	await fill(file);
	let isWanted = true;
	const filling = (async () => {
		while (isWanted) {
			await fill(file);
			await setTimeout(50);
		}
	})();
	return {
		async end() {
			isWanted = false;
			await filling;
		},
	};
}

/** Takes every byte that is left on the disk. */
async function fill(file: string): Promise<void> {
	for (const size of [64 * 1024, 4096, 512]) {
		for (;;) {
			try {
				await writeFile(file, Buffer.alloc(size), { flag: 'a' });
			} catch {
				break; // full, at this size
			}
		}
	}
}

/** The journal that Galley keeps in the user's own folder while the newsroom's disk takes nothing. */
async function journalBeside(userData: string): Promise<string> {
	const folder = join(userData, 'journal');
	const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.json'));
	return (await Promise.all(files.map((name) => readFile(join(folder, name), 'utf8')))).join('\n');
}
