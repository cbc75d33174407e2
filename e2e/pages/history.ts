import type { Locator, Page } from '@playwright/test';
import { expect } from '@playwright/test';
import { ToggledPanel } from './toggled-panel.ts';

/** The earlier versions of the story in front. */
export class History extends ToggledPanel {
	constructor(page: Page) {
		super(page, 'History');
	}

	/** The versions in the timeline, newest first. */
	get versions(): Locator {
		return this.region.getByRole('option');
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
