import { expect, test } from '../../fixtures/app.ts';
import { readStoryFile } from '../../fixtures/on-disk.ts';
import type { Desk } from '../../pages/desk.ts';

test.setTimeout(120_000);

test.use({ newsroom: 'empty' });

test('categories are found in the tree; the first is the primary one, and the order can be changed', async ({
	desk,
}) => {
	await titledStory(desk, 'In three categories');
	const { inspector } = desk;
	await inspector.region.getByRole('button', { name: 'Add category' }).click();
	const picker = desk.page.getByRole('dialog', { name: 'Categories of this story' });
	await expect(picker.getByRole('option')).toHaveText([
		'Technology',
		'World',
		'Asia',
		'Latest News',
		'Crime',
		'School',
	]);
	await picker.getByRole('searchbox').fill('asi');
	// Its parent stays in sight, so that the branch can be told.
	await expect(picker.getByRole('option')).toHaveText(['World', 'Asia', 'Make the category “asi”']);
	await picker.getByRole('option', { name: 'Asia' }).click();
	await inspector.closePicker(picker);
	await inspector.addCategory('Crime');
	await inspector.addCategory('Technology');
	const chips = inspector.region.getByRole('grid', { name: /^Categories/ }).getByRole('row');
	await expect(chips).toHaveText(['Asia', 'Crime', 'Technology']);
	await chips.nth(2).focus();
	await desk.page.keyboard.press('Alt+ArrowLeft');
	await desk.page.keyboard.press('Alt+ArrowLeft');
	await expect(chips).toHaveText(['Technology', 'Asia', 'Crime']);
	await inspector.region.getByRole('button', { name: 'Remove Crime' }).click();
	await desk.story.waitUntilSaved();
	const { story } = await readStoryFile(desk.newsroomFolder, 'In three categories');
	expect(story.categories).toEqual(['technology', 'asia']);
});

test('tags, switches, comments and the language are kept', async ({ desk }) => {
	await titledStory(desk, 'Kept settings');
	const { inspector } = desk;
	await inspector.addTags('mail', 'security');
	await inspector.turn('Trending', true);
	await inspector.turn('Newsletter box', false);
	await inspector.choose('Comments', 'Closed');
	await inspector.unfold('Address and language');
	await inspector.region.getByRole('combobox', { name: 'Language' }).fill('de');
	await desk.page.keyboard.press('Tab');
	await desk.story.waitUntilSaved();
	await expect
		.poll(async () => (await readStoryFile(desk.newsroomFolder, 'Kept settings')).story)
		.toMatchObject({
			tags: ['mail', 'security'],
			trending: true,
			newsletter: false,
			comments: 'closed',
			language: 'de',
		});
	await desk.preview.show();
	await expect(desk.preview.reader.getByText('Im Trend')).toBeVisible();
	await desk.preview.hide();
	await desk.reopen();
	await desk.openStory('Kept settings');
	const reopened = desk.inspector;
	await expect(reopened.region.getByRole('switch', { name: 'Trending' })).toBeChecked();
	await expect(reopened.region.getByRole('switch', { name: 'Newsletter box' })).not.toBeChecked();
	await expect(reopened.region.getByRole('grid', { name: 'Tags of this story' })).toContainText('security');
});

test('the address can be changed until the first publication, and not after it', async ({ desk }) => {
	await titledStory(desk, 'An address of its own');
	const { inspector } = desk;
	// Without them it could not be published.
	await desk.page.keyboard.press('Enter');
	await desk.page.keyboard.press('Enter');
	await desk.page.keyboard.type('The council gave it one.');
	await inspector.addCategory('World');
	await inspector.unfold('Address and language');
	const address = inspector.region.getByRole('textbox', { name: 'Address', exact: true });
	await inspector.region.getByRole('button', { name: 'Make from headline' }).click();
	await expect(address).toHaveValue('an-address-of-its-own');
	await address.fill('another-address');
	await desk.setStatus('Published');
	await expect(address).toHaveJSProperty('readOnly', true);
	await desk.setStatus('Draft');
	await expect(address).toHaveJSProperty('readOnly', true);
	await desk.story.waitUntilSaved();
	expect((await readStoryFile(desk.newsroomFolder, 'An address of its own')).story.slug).toBe('another-address');
});

async function titledStory(desk: Desk, headline: string): Promise<void> {
	const story = await desk.newStory();
	await story.typeHeadline(headline);
	await story.waitUntilSaved();
}
