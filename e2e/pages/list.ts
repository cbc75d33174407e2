import type { Locator, Page } from '@playwright/test';
import { expect } from '@playwright/test';

/** The pane that lists the stories of a queue, a category or a search. */
export class StoryList {
	readonly region: Locator;

	constructor(private readonly page: Page) {
		this.region = page.getByRole('region', { name: 'Stories', exact: true });
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

	/** How many stories the list says it has. */
	get count(): Locator {
		return this.region.locator('.pane-count');
	}

	/** The actions on the stories that are chosen. */
	get actions(): Locator {
		return this.region.getByRole('toolbar', { name: 'Selected stories' });
	}

	/** The words of the search field. */
	get searchField(): Locator {
		return this.page.getByRole('searchbox', { name: 'Search stories' }).first();
	}

	async search(words: string): Promise<void> {
		await this.searchField.fill(words);
	}

	/** The window that holds the fields of the filter. */
	get filter(): Locator {
		return this.page.getByRole('dialog', { name: 'Filter stories' });
	}

	async openFilter(): Promise<void> {
		await this.region.getByRole('button', { name: /^Filter/ }).click();
		await expect(this.filter).toBeVisible();
	}

	/** Chooses in one of the filter's fields of few choices. */
	async filterBy(field: string, choice: string): Promise<void> {
		await this.filter.getByRole('button', { name: new RegExp(`${field}$`) }).click();
		await this.page.getByRole('option', { name: choice, exact: true }).click();
	}

	/** Chooses in one of the filter's fields that are typed in. */
	async filterByTyping(field: string, beginning: string, choice: string): Promise<void> {
		await this.filter.getByRole('combobox', { name: field }).fill(beginning);
		await this.page.getByRole('option', { name: choice }).click();
	}

	/** Chooses stories from one to another, as with Shift. */
	async select(from: string, to: string): Promise<void> {
		await this.story(from).click();
		await this.story(to).click({ modifiers: ['Shift'] });
	}
}
