import type { Locator, Page } from '@playwright/test';
import { expect } from '@playwright/test';
import { typeMoment } from './inspector.ts';

/** How an editor gives readers a story, or its changes. */
export class Publishing {
	/** The window that compares a published story with what readers have. */
	readonly dialog: Locator;
	/** The window for a story that readers do not have. */
	readonly first: Locator;

	constructor(private readonly page: Page) {
		this.dialog = page.getByRole('dialog', { name: 'Changes that are not live' });
		this.first = page.getByRole('dialog', { name: 'Publish this story' });
	}

	/** The line above a story that says so. */
	get note(): Locator {
		return this.page.getByText('Published, with changes that are not live.');
	}

	/** The one button that leads to all of it. */
	get button(): Locator {
		return this.page.getByRole('button', { name: 'Publish', exact: true });
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

	/** Where what was changed is still said as before. */
	get stillSaid(): Locator {
		return this.dialog.getByRole('region', { name: 'Still said as before' });
	}

	/** Chooses what the changes are to readers. */
	async tellReaders(as: string): Promise<void> {
		const choice = this.dialog.getByRole('radio', { name: as });
		// The button itself is not seen; its card is.
		await this.dialog
			.locator('label')
			.filter({ has: this.page.getByRole('radio', { name: as }) })
			.click();
		await expect(choice).toBeChecked();
	}

	async choose(field: string, option: string): Promise<void> {
		await this.dialog.getByRole('button', { name: field }).click();
		await this.page.getByRole('option', { name: option }).click();
	}

	async discard(): Promise<void> {
		await this.dialog.getByRole('button', { name: 'Discard changes' }).click();
		await expect(this.dialog).toBeHidden();
		await expect(this.note).toBeHidden();
	}

	/** Lets a story be published at nine on the first of a month. */
	async scheduleFor(year: string, month: string): Promise<void> {
		await this.button.click();
		const moment = { year, month, day: '01', hour: '09', minute: '00' };
		await typeMoment(this.first.getByRole('group', { name: 'At a set time' }), moment);
		await this.first.getByRole('button', { name: 'Schedule', exact: true }).click();
		await expect(this.first).toBeHidden();
	}
}
