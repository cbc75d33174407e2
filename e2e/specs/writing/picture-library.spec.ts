import { seriousViolations } from '../../fixtures/accessibility.ts';
import { expect, test } from '../../fixtures/app.ts';
import { readStoryFile } from '../../fixtures/on-disk.ts';

const harbour = 'The harbour that moved its front door uphill';
const thief = 'The thief who knew the sound of bronze';

for (const theme of ['Light', 'Dark']) {
	test(`a picture of another story is found by its words and used again, by keyboard alone, ${theme.toLowerCase()}`, async ({
		desk,
	}) => {
		const { page } = desk;
		const { keyboard } = page;
		await desk.chooseTheme(theme);
		const story = await desk.openStory(harbour);
		await story.blocks('paragraph').first().click();
		await desk.palette.goTo('choose a picture');
		const library = page.getByRole('dialog', { name: 'Choose a picture' });
		const search = library.getByRole('textbox', { name: 'Search pictures' });
		await expect(search).toBeFocused();
		await expect(library.getByRole('option').nth(3)).toBeVisible();
		await keyboard.type('rows bars sound of bronze');
		await expect(library.getByRole('status')).toHaveText('1 picture');
		await keyboard.press('ArrowDown');
		const details = library.getByRole('region', { name: 'The chosen picture' });
		await expect(details).toContainText('Illustration: Meridian');
		await expect(details.getByRole('listitem')).toHaveText(thief);
		expect(await seriousViolations(page)).toEqual([]);
		await keyboard.press('Enter');
		await expect(library).toBeHidden();
		const picture = story.blocks('image');
		await expect(picture.getByRole('img')).toHaveAttribute('alt', /^Two rows of vertical bars/);
		await expect(picture.locator('figcaption')).toHaveText('Illustration: Meridian');
		await expect(story.text).toBeFocused();
		await story.waitUntilSaved();
		const { story: stored } = await readStoryFile(desk.newsroomFolder, harbour);
		const { story: other } = await readStoryFile(desk.newsroomFolder, thief);
		const media = other.body.find(({ type }) => type === 'image')?.media;
		expect(stored.body.find(({ type }) => type === 'image')).toMatchObject({ media, caption: '' });
	});
}

test('Escape leaves the library and leads back; several pictures become a gallery; one is replaced', async ({
	desk,
}) => {
	const { page } = desk;
	const story = await desk.openStory(thief);
	await story.tool('Picture').click();
	const library = page.getByRole('dialog');
	await library.getByRole('option').first().click();
	await page.keyboard.press('Escape');
	await expect(library).toBeHidden();
	await expect(story.tool('Picture')).toBeFocused();

	await story.goToEnd();
	await desk.palette.goTo('gallery');
	for (const name of [/^Cross-section of a house/, /^Two rows of vertical bars/])
		await library.getByRole('option', { name }).click();
	await library.getByRole('button', { name: 'Use 2 pictures' }).click();
	await expect(story.blocks('gallery').getByRole('button', { name: /^Picture \d of 2/ })).toHaveCount(2);

	const picture = story.blocks('image');
	await picture.getByRole('img').click();
	await picture.getByRole('button', { name: 'Replace picture' }).click();
	const house = library.getByRole('option', { name: /^Cross-section of a house/ });
	// The list goes back to where it stood a frame ago when it gets the focus; no hand scrolls and presses within one.
	await house.hover();
	await house.dblclick();
	await expect(picture.getByRole('img')).toHaveAttribute('alt', /^Cross-section/);
	await expect(picture.getByRole('textbox', { name: 'Caption' })).toHaveValue(/^Bell and recording/);
});
