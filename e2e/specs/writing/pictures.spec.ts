import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { seriousViolations } from '../../fixtures/accessibility.ts';
import { expect, test } from '../../fixtures/app.ts';
import { readStoryFile } from '../../fixtures/on-disk.ts';
import { projectRoot } from '../../fixtures/places.ts';

const harbour = 'The harbour that moved its front door uphill';
const thief = 'The thief who knew the sound of bronze';

for (const theme of ['Light', 'Dark']) {
	test(`a picture reads as on the page, and has its fields while it is selected, ${theme.toLowerCase()}`, async ({
		desk,
	}) => {
		const { keyboard } = desk.page;
		await desk.chooseTheme(theme);
		const story = await desk.openStory(thief);
		const picture = story.blocks('image');
		await expect(picture.locator('figcaption')).toHaveText(/Bell and recording.*Illustration: Meridian/);
		await expect(picture.getByRole('textbox')).toHaveCount(0);
		await picture.getByRole('img').click();
		const alt = picture.getByRole('textbox', { name: 'Alt text' });
		await expect(alt).toBeVisible();
		expect(await seriousViolations(desk.page)).toEqual([]);

		await keyboard.press('Tab');
		await expect(alt).toBeFocused();
		await keyboard.press('Shift+Tab');
		await keyboard.press('ArrowRight');
		await expect(picture.getByRole('button', { name: /^Focus point, 55% from the left/ })).toBeFocused();
		// The crops follow it.
		const square = picture
			.getByRole('group', { name: /^Crops/ })
			.locator('figure')
			.filter({ hasText: '1:1' });
		await expect(square.locator('img')).not.toHaveCSS('object-position', '50% 50%');
		await keyboard.press('Tab');
		await keyboard.press('ControlOrMeta+A');
		await keyboard.type('Two rows of bars that match');
		await picture.getByRole('radio', { name: 'Column' }).focus();
		await keyboard.press('ArrowRight');
		await expect(picture.getByRole('radio', { name: 'Wide' })).toBeChecked();
		await keyboard.press('Escape');
		await expect(story.text).toBeFocused();
		await keyboard.press('ArrowDown');
		await expect(alt).toBeHidden();
		await story.waitUntilSaved();
		const { story: stored } = await readStoryFile(desk.newsroomFolder, thief);
		expect(stored.body.find(({ type }) => type === 'image')).toMatchObject({
			alt: 'Two rows of bars that match',
			focus: [0.55, 0.5],
			size: 'wide',
		});
		await desk.preview.show();
		await expect(desk.preview.reader.locator('figure.g-figure.g-wide img')).toHaveAttribute('alt', /^Two rows of bars/);
	});
}

test('a picture that is too small for its size is warned of, and so is one without alt text', async ({ desk }) => {
	const story = await desk.openStory(thief);
	await story.goToEnd();
	// It is 128 pixels wide.
	await story.tool('Picture').click();
	await story.addPictures(join(projectRoot, 'electron/desktop/icons/128x128.png'));
	const picture = story.blocks('image').last();
	await picture.getByRole('button', { name: 'Add alt text' }).click();
	await expect(picture.getByRole('textbox', { name: 'Alt text' })).toBeFocused();
	await desk.page.keyboard.type('A capital letter');
	await expect(picture.getByRole('button', { name: 'Add alt text' })).toBeHidden();
	await expect(picture.getByRole('status')).toHaveText(/is 128 pixels wide and is shown up to 680/);
	await picture.getByRole('radio', { name: 'Full width' }).check();
	await expect(picture.getByRole('status')).toHaveText(/shown up to 1600/);
});

test('the pictures of a gallery are put in order by keyboard and by mouse, added and removed', async ({ desk }) => {
	const { keyboard, mouse } = desk.page;
	const story = await desk.openStory(harbour);
	const gallery = story.blocks('gallery');
	const captions = gallery.locator('figcaption');
	const order = async (...names: string[]) => await expect(captions).toHaveText(names.map((name) => new RegExp(name)));
	await order('Defend', 'Lift', 'Leave');
	await gallery.getByRole('button', { name: /^Picture 1 of 3/ }).click();
	await keyboard.press('Alt+ArrowRight');
	await order('Lift', 'Defend', 'Leave');
	await expect(gallery.getByRole('button', { name: /^Picture 2 of 3/ })).toBeFocused();
	await expect(gallery.getByRole('textbox', { name: 'Caption', exact: true })).toHaveValue(/^Defend/);
	expect(await seriousViolations(desk.page)).toEqual([]);
	await gallery.getByRole('button', { name: 'Move picture later' }).click();
	await order('Lift', 'Leave', 'Defend');

	const middle = async (index: number) => {
		const box = await gallery.getByRole('button', { name: new RegExp(`^Picture ${index} of 3`) }).boundingBox();
		if (!box) throw new Error(`There is no picture ${index}.`);
		return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
	};
	const [from, to] = [await middle(3), await middle(1)];
	await mouse.move(from.x, from.y);
	await mouse.down();
	await mouse.move(from.x - 20, from.y, { steps: 3 });
	await mouse.move(to.x, to.y, { steps: 3 });
	await mouse.up();
	await order('Defend', 'Lift', 'Leave');

	await gallery.getByRole('button', { name: /^Picture 2 of 3/ }).focus();
	await keyboard.press('Delete');
	await order('Defend', 'Leave');
	await keyboard.press('ControlOrMeta+Z');
	await order('Defend', 'Lift', 'Leave');
	const file = join(projectRoot, 'electron/desktop/icons/128x128.png');
	await gallery.getByRole('button', { name: 'Add pictures' }).click();
	await story.addPictures(file);
	await expect(gallery.getByRole('button', { name: /^Picture 4 of 4/ })).toBeVisible();
	await story.waitUntilSaved();
	const { path } = await readStoryFile(desk.newsroomFolder, harbour);
	expect(await readFile(path, 'utf8')).toMatch(/Defend[\s\S]*Lift[\s\S]*Leave/);
});
