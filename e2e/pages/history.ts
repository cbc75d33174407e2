import type { Locator, Page } from '@playwright/test';
import { expect } from '@playwright/test';

/** The earlier versions of the story in front. */
export class History {
	readonly region: Locator;
	private readonly toggle: Locator;

	constructor(page: Page) {
		this.region = page.getByRole('region', { name: 'History', exact: true });
		this.toggle = page.getByRole('button', { name: 'History', exact: true });
	}

	/** The versions in the timeline, newest first. */
	get versions(): Locator {
		return this.region.getByRole('option');
	}

	async show(): Promise<void> {
		if ((await this.toggle.getAttribute('aria-pressed')) !== 'true') await this.toggle.click();
		await expect(this.region).toBeVisible();
	}

	async hide(): Promise<void> {
		if ((await this.toggle.getAttribute('aria-pressed')) === 'true') await this.toggle.click();
		await expect(this.region).toBeHidden();
	}

	/** Chooses the newest version that was kept for this reason, such as "Saved by hand". */
	async choose(reason: string): Promise<void> {
		const version = this.versions.filter({ hasText: reason }).first();
		await version.click();
		await expect(version).toHaveAttribute('aria-selected', 'true');
	}

	/** What differs, by its name: "Changed paragraph", "Headline". */
	difference(name: string): Locator {
		return this.region.getByRole('region', { name, exact: true });
	}
}
