import { seriousViolations } from '../../fixtures/accessibility.ts';
import { expect, test } from '../../fixtures/app.ts';
import { readStoryFile } from '../../fixtures/on-disk.ts';

const headline = 'Seen elsewhere';
const video = 'https://www.youtube.com/watch?v=dQw4w9WgXcQ';

for (const theme of ['Light', 'Dark']) {
	test(`an address becomes a card that asks the other site for nothing, ${theme.toLowerCase()}`, async ({ desk }) => {
		const { page } = desk;
		const { keyboard } = page;
		await desk.chooseTheme(theme);
		const asked: string[] = [];
		page.on('request', (request) => {
			if (new URL(request.url()).hostname !== '127.0.0.1' && request.url().startsWith('http'))
				asked.push(request.url());
		});
		const story = await desk.newStory();
		await story.typeHeadline(headline);
		await keyboard.press('Enter');
		await keyboard.press('Enter');
		await keyboard.type(`${video}&utm_source=mail`);
		await story.region.getByRole('button', { name: 'Show as a card' }).click();
		const card = story.blocks('embed');
		await expect(card).toContainText('YouTube');
		const title = card.getByRole('textbox', { name: 'Title' });
		await title.fill('A song that everybody knows');
		await expect(card.locator('.embed-title')).toHaveText('A song that everybody knows');
		await expect(card.getByRole('textbox', { name: 'Address' })).toHaveValue(video);
		await expect(card.getByRole('button', { name: 'Fetch title and picture' })).toBeVisible();
		expect(await seriousViolations(page)).toEqual([]);
		await title.press('Escape');
		await expect(story.text).toBeFocused();

		await desk.preview.show();
		const shown = desk.preview.reader.locator('figure.g-embed');
		await expect(shown.getByText('Load from YouTube')).toBeVisible();
		await expect(shown.locator('iframe')).toHaveCount(0);
		await story.waitUntilSaved();
		const { story: stored } = await readStoryFile(desk.newsroomFolder, headline);
		expect(stored.body.find(({ type }) => type === 'embed')).toMatchObject({
			url: video,
			title: 'A song that everybody knows',
		});
		expect(asked).toEqual([]);
	});
}

test('a numbered list begins with the number that it is given', async ({ desk }) => {
	const { keyboard } = desk.page;
	const story = await desk.newStory();
	await story.typeHeadline(headline);
	await keyboard.press('Enter');
	await keyboard.press('Enter');
	await keyboard.type('1. Ferries');
	await expect(story.blocks('list')).toHaveText('Ferries');
	await desk.palette.goTo('first number of the list');
	const dialog = desk.page.getByRole('dialog', { name: 'First number of the list' });
	await dialog.getByRole('textbox', { name: 'Begins with' }).fill('4');
	await keyboard.press('Enter');
	await expect(story.blocks('list')).toHaveAttribute('start', '4');
	await expect(story.text).toBeFocused();
});
