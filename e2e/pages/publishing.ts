import type { Locator, Page } from '@playwright/test';
import { expect } from '@playwright/test';

/** What an editor does with the changes of a published story. */
export class Publishing {
	/** The window that compares the story with what readers have. */
	readonly dialog: Locator;

	constructor(private readonly page: Page) {
		this.dialog = page.getByRole('dialog', { name: 'Changes that are not live' });
	}

	/** The line above a story that says so. */
	get note(): Locator {
		return this.page.getByText('Published, with changes that are not live.');
	}

	/** Shows what readers do not have yet. */
	async compare(): Promise<void> {
		await this.page.getByRole('button', { name: 'Compare and publish' }).click();
		await expect(this.dialog).toBeVisible();
	}

	async publish(): Promise<void> {
		await this.dialog.getByRole('button', { name: 'Publish changes' }).click();
		await expect(this.dialog).toBeHidden();
		await expect(this.note).toBeHidden();
	}

	async discard(): Promise<void> {
		await this.dialog.getByRole('button', { name: 'Discard changes' }).click();
		await expect(this.dialog).toBeHidden();
		await expect(this.note).toBeHidden();
	}
}
