import type { Locator, Page } from '@playwright/test';
import { expect } from '@playwright/test';

/** A part of the desk that a button of the same name shows and hides. */
export abstract class ToggledPanel {
	readonly region: Locator;
	private readonly toggle: Locator;

	constructor(page: Page, name: string) {
		this.region = page.getByRole('region', { name, exact: true });
		this.toggle = page.getByRole('button', { name, exact: true });
	}

	async show(): Promise<void> {
		if ((await this.toggle.getAttribute('aria-pressed')) !== 'true') await this.toggle.click();
		await expect(this.region).toBeVisible();
	}

	async hide(): Promise<void> {
		if ((await this.toggle.getAttribute('aria-pressed')) === 'true') await this.toggle.click();
		await expect(this.region).toBeHidden();
	}
}
