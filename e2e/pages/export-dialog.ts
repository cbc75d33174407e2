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

	/** The button that begins the export. */
	get exportButton(): Locator {
		return this.dialog.getByRole('button', { name: /^Export/ });
	}

	/** Shows what an export to this folder would do; `what` is "This story" or "All published". */
	async plan(folder: string, what: string): Promise<void> {
		await this.open();
		await this.dialog.getByRole('radio', { name: what }).click();
		const field = this.dialog.getByRole('textbox', { name: 'Folder' });
		const change = this.dialog.getByRole('button', { name: 'Change folder' });
		// It asks for the folder the first time, and remembers it then.
		await expect(field.or(change)).toBeVisible();
		if (await change.isVisible()) {
			if (await this.dialog.getByText(folder, { exact: true }).isVisible()) return;
			await change.click();
		}
		await field.fill(folder);
		await this.dialog.getByRole('button', { name: 'Use this folder' }).click();
		await expect(this.exportButton).toBeVisible();
	}

	/** Follows the link beside a reason that keeps a story from being exported. */
	async goToField(reason: string): Promise<void> {
		await this.dialog
			.getByRole('button', { name: 'Go to the field: ' })
			.and(this.page.locator(`[aria-label*="${reason}"]`))
			.first()
			.click();
		await expect(this.dialog).toBeHidden();
	}

	/** Exports to a folder and waits for the report. */
	async exportTo(folder: string, what: string): Promise<void> {
		await this.plan(folder, what);
		await this.exportButton.click();
		await this.page.getByRole('button', { name: 'Done' }).click();
		await expect(this.page.getByRole('dialog')).toBeHidden();
	}
}
