import { expect, test } from '../../fixtures/app.ts';
import { readStoryFile } from '../../fixtures/on-disk.ts';

test.setTimeout(120_000);

const headline = 'Eleven bakers buy a mill';
const tomatoes = 'Cold rooms keep the tomatoes till Thursday';
const noise = 'A city draws a map of its noise';

test('related posts are searched, refused where they make no sense, put in order and removed', async ({ desk }) => {
	await desk.openStory(headline);
	const { inspector } = desk;
	const original = (await readStoryFile(desk.newsroomFolder, headline)).story;
	const links = inspector.region.getByRole('grid', { name: 'Related posts' }).getByRole('row');
	const list = async () => links.evaluateAll((rows) => rows.map((row) => row.textContent));
	const first = original.related.length;
	const words = (await readStoryFile(desk.newsroomFolder, tomatoes)).story.standfirst.split(' ').slice(0, 4).join(' ');

	await inspector.addRelatedPost(noise, 'map of its noise');
	await inspector.addRelatedPost(tomatoes, words);
	await expect(links).toHaveCount(first + 2);

	const picker = await inspector.openRelatedPicker();
	await picker.getByRole('searchbox').fill('bakers buy a mill');
	await expect(picker.getByRole('option', { name: headline })).toHaveCount(0);
	await picker.getByRole('searchbox').fill('map of its noise');
	await expect(picker.getByRole('status')).toHaveText(`“${noise}” is already here.`);
	await inspector.closePicker(picker);

	await inspector.addOutsidePage('https://example.org/bread', 'A page on bread', 'How it is baked.');
	await expect(links).toHaveCount(first + 3);
	const again = await inspector.openRelatedPicker();
	await inspector.fillOutsidePage(again, 'https://example.org/bread/', 'Once more', '');
	await expect(again).toContainText('This page is already one of the related posts.');
	await inspector.closePicker(again);

	await links.nth(first + 2).focus();
	await desk.page.keyboard.press('Alt+ArrowUp');
	await expect.poll(async () => (await list())[first + 1]).toContain('A page on bread');
	await desk.page.keyboard.press('Delete');
	await expect(links).toHaveCount(first + 2);
	await inspector.chooseNextRead(tomatoes, 'tomatoes');
	await desk.story.waitUntilSaved();
	const { story } = await readStoryFile(desk.newsroomFolder, headline);
	const ids = [noise, tomatoes].map(async (one) => (await readStoryFile(desk.newsroomFolder, one)).story.id);
	const [noiseId, tomatoesId] = await Promise.all(ids);
	expect(story.related.slice(first)).toEqual([{ article: noiseId }, { article: tomatoesId }]);
	expect(story.nextRead).toEqual({ article: tomatoesId });
});

test('Enter right after the last letter adds the story that was searched for, not the one that stood first before', async ({
	desk,
}) => {
	await desk.openStory(headline);
	const { inspector } = desk;
	const picker = await inspector.openRelatedPicker();
	await expect(picker.getByRole('option').first()).toBeVisible();
	await picker.getByRole('searchbox').pressSequentially('map of its noise');
	await desk.page.keyboard.press('Enter');
	await expect(inspector.region.getByRole('button', { name: `Remove ${noise}`, exact: true })).toBeVisible();
	// The field is empty for the next one.
	await expect(picker.getByRole('status')).toHaveText(`“${noise}” is added.`);
	await expect(picker.getByRole('searchbox')).toHaveValue('');
	await expect(picker.getByRole('searchbox')).toBeFocused();
	await desk.page.keyboard.type('map of its noise');
	await expect(picker.getByRole('status')).toHaveText(`“${noise}” is already here.`);
	await inspector.closePicker(picker);
});
