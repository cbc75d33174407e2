import type { Locator, Page } from '@playwright/test';
import { expect } from '@playwright/test';

/** The pane with everything about the story that is not in its text. */
export class Inspector {
	readonly region: Locator;

	constructor(private readonly page: Page) {
		this.region = page.getByRole('region', { name: 'Inspector' });
	}

	/** Gives the story one more category, found by its label. */
	async addCategory(label: string): Promise<void> {
		await this.region.getByRole('button', { name: 'Add category' }).click();
		await this.pick(label);
		await expect(this.region.getByText(label, { exact: true }).first()).toBeVisible();
	}

	/** Searches the newsroom and adds the story with this headline to the related posts. */
	async addRelatedPost(headline: string, search = headline): Promise<void> {
		await this.region.getByRole('button', { name: 'Add related post' }).click();
		await this.pick(headline, search);
	}

	/** Searches the newsroom and offers the story with this headline at the end of the page. */
	async chooseNextRead(headline: string, search = headline): Promise<void> {
		await this.region.getByRole('button', { name: 'Choose next read' }).click();
		await this.pick(headline, search);
	}

	/** Turns one of the switches, such as "Trending". */
	async turn(name: string, on: boolean): Promise<void> {
		const control = this.region.getByRole('switch', { name });
		if ((await control.isChecked()) !== on) await control.press('Space');
		await expect(control).toBeChecked({ checked: on });
	}

	/** Names who wrote the story and where it was filed. */
	async setByline(name: string, place: string): Promise<void> {
		await this.unfold('Byline and dateline');
		await this.region.getByRole('button', { name: 'Add person' }).click();
		await this.region.getByRole('textbox', { name: 'Name' }).last().fill(name);
		await this.region.getByRole('textbox', { name: 'Place' }).fill(place);
	}

	/** Sets the publish date on the newsroom's clocks; each part in digits, as a person types them. */
	async setPublishDate(day: string, month: string, year: string, hour: string, minute: string): Promise<void> {
		const date = this.region.getByRole('group', { name: 'Publish date' });
		// The year and the month first, because they decide which days there are.
		for (const [name, digits] of Object.entries({ year, month, day, hour, minute })) {
			const part = date.getByRole('spinbutton', { name: new RegExp(`^${name}`, 'i') });
			await part.focus();
			await part.pressSequentially(digits);
			await expect(part).toHaveText(digits);
		}
	}

	/** Opens a part of the inspector that folds away. */
	async unfold(title: string): Promise<void> {
		const fold = this.region.getByRole('button', { name: new RegExp(`^${title}`) });
		if ((await fold.getAttribute('aria-expanded')) !== 'true') await fold.click();
		await expect(fold).toHaveAttribute('aria-expanded', 'true');
	}

	private async pick(name: string, search = name): Promise<void> {
		const dialog = this.page.getByRole('dialog').last();
		await dialog.getByRole('searchbox').fill(search);
		await dialog.getByRole('option', { name }).first().click();
		// One Escape empties the search, the next one closes a picker that takes several.
		await expect(async () => {
			if (await dialog.isVisible()) await this.page.keyboard.press('Escape');
			await expect(dialog).toBeHidden({ timeout: 300 });
		}).toPass({ timeout: 5000 });
	}
}
