import type { Locator, Page } from '@playwright/test';

/** The pane that lists the stories of a queue, a category or a search. */
export class StoryList {
	readonly region: Locator;

	constructor(page: Page) {
		this.region = page.getByRole('region', { name: 'Stories' });
	}

	/** The stories that are shown; each is named by its headline. */
	get stories(): Locator {
		return this.region.getByRole('option');
	}

	/** The story with this headline. */
	story(headline: string): Locator {
		return this.region.getByRole('option', { name: headline });
	}

	async open(headline: string): Promise<void> {
		await this.story(headline).first().click();
	}
}
