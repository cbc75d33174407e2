import type { Locator, Page } from '@playwright/test';
import { expect } from '@playwright/test';

/** The dialog that turns stories into publishable JSON. */
export class ExportDialog {
	readonly dialog: Locator;
	private readonly opener: Locator;

	constructor(page: Page) {
		this.dialog = page.getByRole('dialog', { name: /export/i });
		this.opener = page.getByRole('button', { name: 'Export', exact: true }).first();
	}

	async open(): Promise<void> {
		await this.opener.click();
		await expect(this.dialog).toBeVisible();
	}
}
