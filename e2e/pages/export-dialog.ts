import type { Locator, Page } from '@playwright/test';
import { expect } from '@playwright/test';

/** The dialog that turns stories into publishable JSON. */
export class ExportDialog {
	readonly dialog: Locator;
	private readonly opener: Locator;

	constructor(private readonly page: Page) {
		this.dialog = page.getByRole('dialog', { name: /^Export/ });
		this.opener = page.getByRole('button', { name: 'Export', exact: true }).first();
	}

	async open(): Promise<void> {
		await this.opener.click();
		await expect(this.dialog).toBeVisible();
	}

	/** Exports to a folder and waits for the report; `what` is "This story" or "All ready or published". */
	async exportTo(folder: string, what: string): Promise<void> {
		await this.open();
		await this.dialog.getByRole('radio', { name: what }).click();
		const field = this.dialog.getByRole('textbox', { name: 'Folder' });
		const change = this.dialog.getByRole('button', { name: 'Change folder' });
		// It asks for the folder the first time, and remembers it then.
		await expect(field.or(change)).toBeVisible();
		if (await change.isVisible()) await change.click();
		await field.fill(folder);
		await this.dialog.getByRole('button', { name: 'Use this folder' }).click();
		await this.dialog.getByRole('button', { name: /^Export/ }).click();
		await this.page.getByRole('button', { name: 'Done' }).click({ timeout: 30_000 });
		await expect(this.page.getByRole('dialog')).toBeHidden();
	}
}
