import { expect, type Locator, type Page } from '@playwright/test';

/** An editor's hand on mouse and keyboard, which counts what it does beside typing words. */
export class Hand {
	/** Presses of the mouse, and of keys that write nothing. */
	actions = 0;

	constructor(private readonly page: Page) {}

	async press(place: Locator): Promise<void> {
		this.actions += 1;
		await place.click();
	}

	async key(keys: string): Promise<void> {
		this.actions += 1;
		await this.page.keyboard.press(keys);
	}

	/** Words, digits, and what a text is made with: Enter after a paragraph, `## ` before a subhead. */
	async type(...lines: readonly string[]): Promise<void> {
		for (const [index, line] of lines.entries()) {
			if (index > 0) await this.page.keyboard.press('Enter');
			await this.page.keyboard.type(line);
		}
	}

	/** Types what is looked for, and takes what is found. */
	async find(words: string, found: Locator): Promise<void> {
		await this.page.keyboard.type(words);
		await expect(found.first()).toBeVisible();
		await this.key('Enter');
	}
}
