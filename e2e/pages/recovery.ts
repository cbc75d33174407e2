import type { Locator, Page } from '@playwright/test';

/** The window that offers unsaved work beside its file. */
export class RecoveryWindow {
	constructor(private readonly page: Page) {}

	get dialog(): Locator {
		return this.page.getByRole('dialog', { name: /^Unsaved work/ });
	}

	/** What says that unsaved words came back by themselves; a line for each story. */
	get restored(): Locator {
		return this.page.getByRole('status', { name: 'Words that are back' });
	}

	/** Takes the words out again that came back last. */
	async undo(): Promise<void> {
		await this.restored.getByRole('button', { name: 'Undo' }).first().click();
	}

	/** The words that only one side has. */
	get marked(): Locator {
		return this.dialog.locator('mark');
	}

	async keepMine(): Promise<void> {
		await this.press('Keep my text');
	}

	async keepFile(): Promise<void> {
		await this.press('Keep the file');
	}

	async merge(): Promise<void> {
		await this.press('Merge both');
	}

	async later(): Promise<void> {
		await this.press('Decide later');
	}

	private async press(name: string): Promise<void> {
		await this.dialog.getByRole('button', { name, exact: true }).click();
	}
}
