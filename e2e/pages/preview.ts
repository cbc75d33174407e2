import type { FrameLocator, Locator, Page } from '@playwright/test';
import { expect } from '@playwright/test';

/** The story as a reader will see it. */
export class Preview {
	readonly region: Locator;
	private readonly toggle: Locator;

	constructor(page: Page) {
		this.region = page.getByRole('region', { name: 'Preview' });
		this.toggle = page.getByRole('button', { name: 'Preview', exact: true });
	}

	/** The page inside the preview. */
	get reader(): FrameLocator {
		return this.region.frameLocator('iframe');
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
