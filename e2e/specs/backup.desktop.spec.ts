import { expect, test } from '../fixtures/app.ts';
import { newsroomHashes } from '../fixtures/folder-hashes.ts';
import { Backups } from '../pages/backups.ts';

test.setTimeout(180_000);

test('the desktop has both in its menu, with the windows of the system', async ({ desk, places }) => {
	const { app } = desk;
	if (app === null) throw new Error('This spec needs the desktop.');
	await expect(desk.navigator).toBeVisible();
	const [file, folder] = [places.path('chosen.zip'), places.path('chosen')];
	await app.evaluate(({ dialog }, chosen) => {
		dialog.showSaveDialog = (async () => ({ canceled: false, filePath: chosen })) as typeof dialog.showSaveDialog;
		dialog.showOpenDialog = (async () => ({
			canceled: false,
			filePaths: [chosen],
		})) as typeof dialog.showOpenDialog;
	}, file);
	const choose = (id: string) =>
		app.evaluate(({ Menu }, command) => Menu.getApplicationMenu()?.getMenuItemById(command)?.click(), id);
	const backups = new Backups(desk.page);
	// The second time it replaces the first, as the system's window has asked already.
	for (let time = 0; time < 2; time += 1) {
		await choose('backup.create');
		await backups.press('Choose the backup file');
		await expect(backups.file).toHaveValue(file);
		await backups.press('Back up');
		await expect(backups.verified).toBeVisible();
		await backups.press('Done');
	}
	await choose('backup.restore');
	await backups.press('Choose the backup file');
	await expect(backups.file).toHaveValue(file);
	await backups.folder.fill(folder);
	await backups.press('Restore');
	await expect(backups.dialog).toBeHidden();
	await expect.poll(async () => Object.keys(await newsroomHashes(folder)).length).toBeGreaterThan(20);
});
