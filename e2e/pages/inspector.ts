import type { Locator, Page } from '@playwright/test';
import { expect } from '@playwright/test';

/** The pane with everything about the story that is not in its text. */
export class Inspector {
	readonly region: Locator;

	constructor(private readonly page: Page) {
		this.region = page.getByRole('region', { name: 'Inspector' });
	}

	/** The stories that are offered as related posts, each with its reason. */
	get suggested(): Locator {
		return this.region.getByRole('list', { name: 'Suggested' }).getByRole('button', { name: /^Add / });
	}

	/** Gives the story one more category, found by its label. */
	async addCategory(label: string): Promise<void> {
		await this.region.getByRole('button', { name: 'Add category' }).click();
		await this.pick(label);
		await expect(this.region.getByText(label, { exact: true }).first()).toBeVisible();
	}

	/** Adds a story that is offered, by its headline, to the related posts. */
	async takeSuggested(headline: string): Promise<void> {
		await this.suggested.filter({ hasText: headline }).click();
		await expect(this.region.getByRole('button', { name: `Remove ${headline}`, exact: true })).toBeVisible();
	}

	/** Searches the newsroom and adds the story with this headline to the related posts. */
	async addRelatedPost(headline: string, search = headline): Promise<void> {
		await this.region.getByRole('button', { name: 'Add related post' }).click();
		await this.pick(headline, search);
		await expect(this.region.getByRole('button', { name: `Remove ${headline}`, exact: true })).toBeVisible();
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
		const field = this.region.getByRole('combobox', { name: 'Name' }).last();
		await field.fill(name);
		// Leaves what is offered for what was typed.
		await field.press('Tab');
		await this.region.getByRole('textbox', { name: 'Place' }).fill(place);
	}

	/** Sets the publish date on the newsroom's clocks; each part in digits, as a person types them. */
	async setPublishDate(day: string, month: string, year: string, hour: string, minute: string): Promise<void> {
		await this.unfold('Dates');
		await typeMoment(this.region.getByRole('group', { name: 'Publish date' }), { year, month, day, hour, minute });
	}

	/** Opens a part of the inspector that folds away. */
	async unfold(title: string): Promise<void> {
		// What is in it may be named alike.
		const fold = this.region.getByRole('button', { name: new RegExp(`^${title}`) }).first();
		if ((await fold.getAttribute('aria-expanded')) !== 'true') await fold.click();
		await expect(fold).toHaveAttribute('aria-expanded', 'true');
	}

	/** Adds free keywords. */
	async addTags(...tags: string[]): Promise<void> {
		const field = this.region.getByRole('combobox', { name: 'Add tag' });
		for (const tag of tags) {
			await field.fill(tag);
			await field.press('Enter');
		}
		await expect(this.region.getByRole('grid', { name: 'Tags of this story' }).getByRole('row')).toHaveText(tags);
	}

	/** Chooses from a list of choices, such as "Comments". */
	async choose(name: string, choice: string): Promise<void> {
		await this.region.getByRole('button', { name }).click();
		await this.page.getByRole('option', { name: choice }).click();
		await expect(this.region.getByRole('button', { name })).toContainText(choice);
	}

	/** Opens the search for related posts. */
	async openRelatedPicker(): Promise<Locator> {
		await this.region.getByRole('button', { name: 'Add related post' }).click();
		const picker = this.page.getByRole('dialog').last();
		await expect(picker.getByRole('searchbox')).toBeVisible();
		return picker;
	}

	/** Adds a page elsewhere to the related posts. */
	async addOutsidePage(url: string, title: string, excerpt: string): Promise<void> {
		const picker = await this.openRelatedPicker();
		await this.fillOutsidePage(picker, url, title, excerpt);
		await this.closePicker(picker);
	}

	/** Fills in a page elsewhere, and asks for it to be added. */
	async fillOutsidePage(picker: Locator, url: string, title: string, excerpt: string): Promise<void> {
		await picker.getByRole('tab', { name: 'Outside page' }).click();
		await picker.getByRole('textbox', { name: 'Address' }).fill(url);
		await picker.getByRole('textbox', { name: 'Title' }).fill(title);
		await picker.getByRole('textbox', { name: 'Excerpt' }).fill(excerpt);
		await picker.getByRole('button', { name: 'Add page' }).click();
	}

	/** Closes a picker. */
	async closePicker(picker: Locator): Promise<void> {
		// One Escape empties the search, the next one closes a picker that takes several.
		await expect(async () => {
			if (await picker.isVisible()) await this.page.keyboard.press('Escape');
			await expect(picker).toBeHidden({ timeout: 300 });
		}).toPass({ timeout: 20_000 });
	}

	private async pick(name: string, search = name): Promise<void> {
		const dialog = this.page.getByRole('dialog').last();
		await dialog.getByRole('searchbox').fill(search);
		await dialog.getByRole('option', { name }).first().click();
		await this.closePicker(dialog);
	}
}

/** Types a date and time into a field of both. */
export async function typeMoment(
	field: Locator,
	moment: Readonly<Record<'year' | 'month' | 'day' | 'hour' | 'minute', string>>,
): Promise<void> {
	// The year and the month first, because they decide which days there are.
	for (const name of ['year', 'month', 'day', 'hour', 'minute'] as const) {
		const part = field.getByRole('spinbutton', { name: new RegExp(`^${name}`, 'i') });
		await part.focus();
		await part.pressSequentially(moment[name]);
		await expect(part).toHaveText(moment[name]);
	}
}
