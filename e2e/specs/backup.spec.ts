import { randomBytes } from 'node:crypto';
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from '../fixtures/app.ts';
import { newsroomHashes } from '../fixtures/folder-hashes.ts';
import { makePlaces } from '../fixtures/places.ts';
import { openOnDesktop, openOnWeb } from '../fixtures/running-galley.ts';
import { Backups } from '../pages/backups.ts';
import { Desk } from '../pages/desk.ts';

test.setTimeout(180_000);

test('a newsroom is backed up and restored in a fresh Galley, byte for byte', async ({
	desk,
	places,
	problems,
	launchBrowser,
}) => {
	const file = places.path('ledger.zip');
	await expect(desk.navigator).toBeVisible();
	const story = await desk.newStory();
	// Typed right before: the backup has it all the same.
	await story.typeHeadline('Floods reach the mill');
	await new Backups(desk.page).backUpTo(file);
	const before = await newsroomHashes(desk.newsroomFolder);
	expect(Object.keys(before).length).toBeGreaterThan(20);

	const fresh = await makePlaces();
	const options = { places: fresh, newsroom: fresh.path('nothing-here'), problems };
	const open = async () => (desk.app ? await openOnDesktop(options) : await openOnWeb(await launchBrowser(), options));
	const other = new Desk(await open(), open, { places: fresh, problems, newsroomFolder: null });
	try {
		const restored = fresh.path('restored');
		await new Backups(other.page).restore(file, restored);
		await expect(other.navigator).toBeVisible();
		await expect(other.page.getByText(/is restored: \d+ files, all as they were/)).toBeVisible();
		expect(await newsroomHashes(restored)).toEqual(before);
		await other.openStory('Floods reach the mill');
	} finally {
		await other.close();
		await fresh.remove();
	}
});

test('an earlier backup is replaced only when the editor says so, and any other file never', async ({
	desk,
	places,
}) => {
	const backups = new Backups(desk.page);
	const file = places.path('ledger.zip');
	await writeFile(file, 'the holiday pictures');
	await backups.openBackUp();
	await backups.file.fill(file);
	await backups.press('Back up');
	await expect(backups.failure).toContainText('is not a backup that Galley made');
	expect(await readFile(file, 'utf8')).toBe('the holiday pictures');
	await rm(file);
	await backups.press('Cancel');
	await backups.backUpTo(file);
	const before = await readFile(file);
	await backups.openBackUp();
	// The ending is added.
	await backups.file.fill(places.path('ledger'));
	await backups.press('Back up');
	await expect(desk.page.getByRole('heading', { name: 'Replace the file?' })).toBeVisible();
	await expect(backups.dialog).toContainText(file);
	await backups.press('Choose another name');
	expect((await readFile(file)).equals(before)).toBe(true);
	await backups.press('Back up');
	await backups.press('Replace the file');
	await expect(backups.verified).toBeVisible();
	expect((await readFile(file)).equals(before)).toBe(false);
});

test('what cannot be backed up or restored is said in a sentence, and can be put right', async ({ desk, places }) => {
	const backups = new Backups(desk.page);
	await backups.openBackUp();
	await backups.file.fill(join(desk.newsroomFolder, 'ledger.zip'));
	await backups.press('Back up');
	await expect(backups.failure).toContainText('lies in the newsroom');
	await backups.file.fill(places.path('missing/ledger.zip'));
	await backups.press('Back up');
	await expect(backups.failure).toContainText('There is no folder');
	const file = places.path('ledger.zip');
	await backups.file.fill(file);
	await backups.press('Back up');
	await expect(backups.verified).toBeVisible();
	await backups.press('Done');

	await desk.page.getByRole('button', { name: /newsroom menu$/ }).click();
	await desk.page.getByRole('menuitem', { name: 'Restore a backup…' }).click();
	await backups.restore(places.path('no.zip'), places.path('restored'));
	await expect(backups.failure).toContainText('no.zip');
	await backups.restore(file, desk.newsroomFolder);
	await expect(backups.failure).toContainText('is not empty');
	// One byte in the middle went wrong on the way.
	const bytes = await readFile(file);
	bytes[Math.floor(bytes.length / 2)] = (bytes[Math.floor(bytes.length / 2)] ?? 0) ^ 1;
	await writeFile(places.path('damaged.zip'), bytes);
	await mkdir(places.path('empty'));
	await backups.restore(places.path('damaged.zip'), places.path('empty'));
	await expect(backups.failure).toBeVisible();
	expect(Object.keys(await newsroomHashes(places.path('empty')))).toEqual([]);
	await backups.restore(file, places.path('empty'));
	await expect(backups.dialog).toBeHidden();
	expect(Object.keys(await newsroomHashes(places.path('empty'))).length).toBeGreaterThan(20);
});

test('a backup that is cancelled while it runs leaves no file, and the next one is whole', async ({ desk, places }) => {
	const pictures = join(desk.newsroomFolder, 'media/2031/01');
	await mkdir(pictures, { recursive: true });
	// Noise, which does not compress, so that the backup runs long enough to be seen.
	for (let number = 0; number < 6; number += 1)
		await writeFile(join(pictures, `${'0'.repeat(11)}${number}.png`), randomBytes(24 * 1024 * 1024));
	const backups = new Backups(desk.page);
	const folder = places.path('backups');
	await mkdir(folder);
	await backups.openBackUp();
	await backups.file.fill(join(folder, 'ledger.zip'));
	await backups.press('Back up');
	await expect(backups.dialog.getByRole('progressbar')).toBeVisible();
	await backups.press('Cancel the backup');
	await expect(backups.file).toBeVisible();
	await expect.poll(() => readdir(folder)).toEqual([]);
	await backups.press('Back up');
	await expect(backups.verified).toBeVisible();
	expect(await readdir(folder)).toEqual(['ledger.zip']);
});
