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

	private async pick(name: string, search = name): Promise<void> {
		const dialog = this.page.getByRole('dialog').last();
		await dialog
			.getByRole('searchbox')
			.or(dialog.getByRole('textbox'))
			.or(dialog.getByRole('combobox'))
			.first()
			.fill(search);
		const choice = dialog
			.getByRole('option', { name })
			.or(dialog.getByRole('treeitem', { name }))
			.or(dialog.getByRole('row', { name }));
		await choice.first().click();
		if (await dialog.isVisible()) await this.page.keyboard.press('Escape');
	}
}
