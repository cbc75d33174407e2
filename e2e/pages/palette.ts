import { expect, type Locator, type Page } from '@playwright/test';

/** The window that leads to everything by name. */
export class Palette {
	readonly dialog: Locator;

	constructor(private readonly page: Page) {
		this.dialog = page.getByRole('dialog', { name: 'Go to anything' });
	}

	get field(): Locator {
		return this.dialog.getByRole('combobox', { name: 'Go to a story, a command, a category or a person' });
	}

	get options(): Locator {
		return this.dialog.getByRole('option');
	}

	/** The line that Enter takes. */
	get chosen(): Locator {
		return this.dialog.getByRole('option', { selected: true });
	}

	/** What stands under a heading, such as "Commands". */
	group(heading: string): Locator {
		return this.dialog.getByRole('group', { name: heading });
	}

	/** Opens it by its key. */
	async open(): Promise<void> {
		await this.page.keyboard.press('ControlOrMeta+k');
		await expect(this.field).toBeFocused();
	}

	/** Opens it, types words and takes the first that they find. */
	async goTo(words: string): Promise<void> {
		await this.open();
		await this.page.keyboard.type(words);
		await this.page.keyboard.press('Enter');
		await expect(this.dialog).toBeHidden();
	}
}
