import type { Locator, Page } from '@playwright/test';
import { expect } from '@playwright/test';

/** The story that is open in the editor. */
export class Story {
	readonly region: Locator;

	constructor(private readonly page: Page) {
		this.region = page.getByRole('region', { name: 'Story' });
	}

	get headline(): Locator {
		return this.region.locator('[data-field="headline"]');
	}

	get standfirst(): Locator {
		return this.region.locator('[data-field="standfirst"]');
	}

	/** The blocks of the body, in order; of one type when it is named. */
	blocks(type?: string): Locator {
		return this.region.locator(type ? `[data-block-id][data-block-type="${type}"]` : '[data-block-id]');
	}

	get keyPoints(): Locator {
		return this.region.locator('[data-field="key-point"]');
	}

	/** A control of the toolbar, such as "Subhead". */
	tool(name: string): Locator {
		return this.region.getByRole('toolbar').first().getByRole('button', { name, exact: true });
	}

	async typeHeadline(text: string): Promise<void> {
		await this.replace(this.headline, text);
	}

	async typeStandfirst(text: string): Promise<void> {
		await this.replace(this.standfirst, text);
	}

	/** Types paragraphs at the end of the body, Enter between them. */
	async typeParagraphs(...paragraphs: string[]): Promise<void> {
		await this.goToEnd();
		for (const [index, paragraph] of paragraphs.entries()) {
			if (index > 0) await this.page.keyboard.press('Enter');
			await this.page.keyboard.type(paragraph);
		}
	}

	/** Puts the cursor behind the last word of the body. */
	async goToEnd(): Promise<void> {
		await this.blocks().last().click();
		await this.page.keyboard.press('ControlOrMeta+End');
	}

	/** Waits until everything typed so far is on the disk. */
	async waitUntilSaved(): Promise<void> {
		await expect(this.saveState).toHaveText(/^Saved at/);
	}

	/** What the desk says about the story's file: "Saved at 14:03", "Saving…", "Not saved because …". */
	get saveState(): Locator {
		return this.page.getByRole('status', { name: 'Save state' });
	}

	private async replace(field: Locator, text: string): Promise<void> {
		const isEmpty = ((await field.textContent()) ?? '').trim() === '';
		// Three clicks take the whole field; in an empty one they would take its neighbour too.
		await field.click(isEmpty ? {} : { clickCount: 3 });
		await this.page.keyboard.type(text);
		await expect(field).toContainText(text);
	}
}
