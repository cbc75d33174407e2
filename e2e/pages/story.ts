import type { FileChooser, Locator, Page } from '@playwright/test';
import { expect } from '@playwright/test';

/** The story that is open in the editor. */
export class Story {
	readonly region: Locator;

	constructor(private readonly page: Page) {
		this.region = page.getByRole('region', { name: 'Story' });
	}

	/** What takes the keyboard while somebody writes. */
	get text(): Locator {
		return this.region.locator('[contenteditable="true"]:has([data-field="headline"])');
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

	/** Each word of the text that is underlined as misspelt. */
	get misspelt(): Locator {
		return this.region.locator('.proof-spelling');
	}

	/** Each place of the text that the house style speaks of. */
	get offStyle(): Locator {
		return this.region.locator('.proof-style');
	}

	/** A control of the toolbar, such as "Subhead". */
	tool(name: string): Locator {
		return this.region.getByRole('toolbar').first().getByRole('button', { name, exact: true });
	}

	/** Adds picture files in the library, which is open. */
	async addPictures(files: Parameters<FileChooser['setFiles']>[0]): Promise<void> {
		const chooser = this.page.waitForEvent('filechooser');
		await this.page.getByRole('dialog').getByRole('button', { name: 'Add from this computer…' }).click();
		await (await chooser).setFiles(files);
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

	/** Types behind the last letter of a block of text. */
	async typeAtEndOf(block: Locator, text: string): Promise<void> {
		await block.click();
		await block.evaluate((element) => getSelection()?.selectAllChildren(element));
		await this.page.keyboard.press('ArrowRight');
		await this.page.keyboard.type(text);
		await expect(block).toContainText(text.trim());
	}

	/** Drags a key point by its handle to before another one. */
	async dragKeyPoint(from: number, before: number): Promise<void> {
		const points = this.region.locator('.key-point');
		await points.nth(from).hover();
		const grip = points.nth(from).locator('.key-point-handle');
		// The editor may be drawing the point anew at this moment.
		await expect(grip).toBeVisible();
		const handle = await centre(grip);
		const target = await points.nth(before).boundingBox();
		if (!target) throw new Error(`There is no key point ${before}.`);
		const { mouse } = this.page;
		await mouse.move(handle.x, handle.y);
		await mouse.down();
		// A drag begins with the second move, and is told where it is by the third.
		await mouse.move(handle.x + 20, target.y + 8, { steps: 4 });
		await mouse.move(handle.x + 30, target.y + 2, { steps: 3 });
		await mouse.up();
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

async function centre(locator: Locator): Promise<{ x: number; y: number }> {
	await expect.poll(() => locator.boundingBox()).not.toBeNull();
	const box = await locator.boundingBox();
	if (!box) throw new Error('What is to be dragged is not on the screen.');
	return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}
