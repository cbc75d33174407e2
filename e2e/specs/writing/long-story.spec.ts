import type { Locator } from '@playwright/test';
import { expect, test } from '../../fixtures/app.ts';
import { writeLongStory } from '../../fixtures/newsrooms/long-story.ts';
import { readStoryFile } from '../../fixtures/on-disk.ts';
import { whenStill } from '../../fixtures/stands-still.ts';

test.use({ newsroom: 'empty' });

test('a story of 50,000 words with 200 pictures and tables is opened, written in, saved and opened again whole', async ({
	desk,
}) => {
	const { headline, body } = await writeLongStory(desk.newsroomFolder);
	const story = await desk.openStory(headline);
	const { keyboard } = desk.page;
	const first = story.blocks().first();
	const middle = story.region.locator('[data-block-id="b701"]');
	const last = story.blocks().last();
	const [firstDrawn, pictureDrawn] = [await first.elementHandle(), await story.blocks('image').first().elementHandle()];

	await typeBefore(first, 'At the beginning. ');
	await typeBefore(middle, 'In the middle. ');
	await expect(middle).toBeInViewport();
	await keyboard.press('ControlOrMeta+End');
	await last.getByRole('cell').last().click();
	await keyboard.press('End');
	await keyboard.type(' and at the end');
	await expect(last).toBeInViewport();
	await story.waitUntilSaved();

	const typed = body.map((block, index) => {
		if (index === 0) return { ...block, html: `At the beginning. ${block.html}` };
		if (index === 700) return { ...block, html: `In the middle. ${block.html}` };
		return index === body.length - 1 ? { ...block, rows: withLastCell(block.rows, ' and at the end') } : block;
	});
	expect((await readStoryFile(desk.newsroomFolder, headline)).story.body).toEqual(typed);
	// A save changes the story's date; nothing of its text is drawn again for that.
	for (const drawn of [firstDrawn, pictureDrawn]) expect(await drawn?.evaluate((node) => node.isConnected)).toBe(true);

	await desk.reopen();
	await expect(desk.story.headline).toHaveText(headline);
	await expect(desk.story.blocks()).toHaveCount(body.length);
	const shown = await desk.story.blocks('paragraph').evaluateAll((all) => all.map((each) => each.textContent));
	expect(shown).toEqual(typed.filter(({ type }) => type === 'paragraph').map(({ html }) => html));
	await expect(desk.story.blocks('image')).toHaveCount(200);
	await expect(desk.story.blocks().last()).toContainText('and at the end');

	async function typeBefore(block: Locator, text: string) {
		await block.click({ position: { x: 20, y: 12 } });
		await block.evaluate((element) => getSelection()?.collapse(element.firstChild, 0));
		await keyboard.type(text);
		await expect(block).toContainText(text.trim());
	}
});

test('what a long story shows out of sight is there when the editor comes to it', async ({ desk }) => {
	const { headline } = await writeLongStory(desk.newsroomFolder);
	const story = await desk.openStory(headline);
	await story.blocks().first().click();
	await desk.page.keyboard.press('ControlOrMeta+End');
	await expect(story.blocks().last()).toBeInViewport();
	await desk.page.keyboard.press('ControlOrMeta+Home');
	await expect(story.blocks().first()).toBeInViewport();
	const picture = story.blocks('image').nth(100).getByRole('img');
	await picture.scrollIntoViewIfNeeded();
	await expect.poll(() => picture.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(1);
});

test('the end of a long story is reached also where a key takes long, and left again', async ({ desk }) => {
	const { page } = desk;
	const { headline } = await writeLongStory(desk.newsroomFolder);
	const story = await desk.openStory(headline);
	await story.blocks().first().click();
	await page.evaluate(() => {
		addEventListener('keydown', () => {
			const end = performance.now() + 150;
			while (performance.now() < end);
		});
	});
	await page.keyboard.press('ControlOrMeta+End');
	await expect(story.blocks().last()).toBeInViewport();
	// Whoever goes elsewhere is not taken back.
	await story.region.hover();
	await page.mouse.wheel(0, -4000);
	await expect(story.blocks().last()).not.toBeInViewport();
	await whenStill(story.blocks().last());
	await expect(story.blocks().last()).not.toBeInViewport();
});

test('a long story stands where it was left when its tab comes back', async ({ desk }) => {
	const { headline } = await writeLongStory(desk.newsroomFolder);
	const story = await desk.openStory(headline);
	const middle = story.region.locator('[data-block-id="b701"]');
	await middle.scrollIntoViewIfNeeded();
	const place = () => middle.evaluate((element) => Math.round(element.getBoundingClientRect().top));
	await whenStill(middle);
	const left = await place();
	await desk.newStory();
	await desk.page.getByRole('tab', { name: headline }).click();
	await expect(middle).toBeInViewport();
	await expect.poll(async () => Math.abs((await place()) - left)).toBeLessThan(4);
});

/** The rows of a table with something more in their last cell. */
function withLastCell(untrustedRows: unknown, text: string): string[][] {
	const rows: string[][] = JSON.parse(JSON.stringify(untrustedRows));
	return rows.map((row, at) =>
		at < rows.length - 1 ? row : row.map((cell, index) => (index < row.length - 1 ? cell : cell + text)),
	);
}
