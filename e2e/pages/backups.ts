import type { Locator, Page } from '@playwright/test';
import { expect } from '@playwright/test';

/** The windows that back a newsroom up and bring it back. */
export class Backups {
	constructor(private readonly page: Page) {}

	/** The window that is open. */
	get dialog(): Locator {
		return this.page.getByRole('dialog');
	}

	get file(): Locator {
		return this.dialog.getByRole('textbox', { name: 'Backup file' });
	}

	/** Where a backup is restored to. */
	get folder(): Locator {
		return this.dialog.getByRole('textbox', { name: 'New folder' });
	}

	/** What went wrong, as a sentence. */
	get failure(): Locator {
		return this.dialog.getByRole('alert');
	}

	/** Opens the window from the newsroom's menu. */
	async openBackUp(): Promise<void> {
		await this.page.getByRole('button', { name: /newsroom menu$/ }).click();
		await this.page.getByRole('menuitem', { name: 'Back up the newsroom…' }).click();
		await expect(this.file).toBeVisible();
	}

	/** Backs up to this file and waits for what it holds. */
	async backUpTo(file: string): Promise<void> {
		await this.openBackUp();
		await this.file.fill(file);
		await this.press('Back up');
		await expect(this.verified).toBeVisible();
		await this.press('Done');
		await expect(this.dialog).toBeHidden();
	}

	/** The heading that says how many files were backed up. */
	get verified(): Locator {
		return this.page.getByRole('heading', { name: /^Backed up and verified: \d+ files, [\d.]+\s[kM]B$/ });
	}

	/** Presses a button of the window. */
	async press(name: string): Promise<void> {
		await this.dialog.getByRole('button', { name, exact: true }).click();
	}

	/** Asks on the welcome screen for this backup in this folder. */
	async restore(file: string, folder: string): Promise<void> {
		if (!(await this.dialog.isVisible())) await this.page.getByRole('button', { name: 'Restore a backup…' }).click();
		await this.file.fill(file);
		await this.folder.fill(folder);
		await this.press('Restore');
	}
}
