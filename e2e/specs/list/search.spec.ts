import { expect, test } from '../../fixtures/app.ts';

test.use({ newsroom: { stories: 30 } });

test('what a search finds is marked in the headline and in a snippet, without regard to accents', async ({ desk }) => {
	const { list } = desk;
	await list.search('story 007');
	await expect(list.count).toHaveText(/^1 /);
	await expect(list.story('Story 007').locator('mark')).toHaveText('Story 007');
	await list.search('CAFE');
	await expect(list.count).toHaveText(/^30 /);
	await expect(list.stories.first().locator('mark')).toHaveText('café');
});

test('a search is narrowed by category, status and author', async ({ desk }) => {
	const { list } = desk;
	await list.search('category:world status:ready by:ana');
	await expect(list.count).toHaveText(/^5 /);
	await list.search('quay tag:harbour -witness');
	await expect(list.region).toContainText('No story holds');
	await list.region.getByRole('button', { name: 'Clear the search' }).click();
	await expect(list.count).toHaveText(/^30 /);
});

test('no words are an error', async ({ desk }) => {
	const { list } = desk;
	for (const words of ['"', '*', 'NEAR(', "';--", 'category:', '"open phrase', '-', 'a OR b AND NOT', '(){}^:']) {
		await list.search('story 007');
		await expect(list.count).toHaveText(/^1 /);
		await list.search(words);
		await expect(list.searchField).toHaveValue(words);
		// These say nothing or nothing that a story holds; the answer takes the place of the one before.
		await expect(list.count).toHaveText(/^(?:0|30) /);
		await expect(list.region.getByRole('alert')).toHaveCount(0);
	}
});

test('what a search finds is shown while it is typed, also where the list has made room for the page', async ({
	desk,
}) => {
	const { list, page, preview } = desk;
	await desk.openStory('Story 030');
	await preview.show();
	await expect(list.region).toBeHidden();
	await page.keyboard.press('ControlOrMeta+Shift+F');
	await page.keyboard.type('story 007');
	await expect(list.count).toHaveText(/^1 /);
	await expect(list.searchField).toBeFocused();
	await expect(list.searchField).toHaveValue('story 007');
	await page.keyboard.press('Escape');
	await expect(list.region).toBeHidden();
	await expect(list.searchField).toHaveValue('');
	await expect(list.searchField).toBeFocused();
	await page.keyboard.type('story 008');
	await page.keyboard.press('Enter');
	await expect(list.region.getByRole('listbox')).toBeFocused();
	await page.keyboard.press('Enter');
	await expect(desk.story.headline).toHaveText(/^Story 008/);
	await expect(list.region).toBeHidden();
});

test('Enter right after the last letter goes to the first story that these words find', async ({ desk }) => {
	const { list, page } = desk;
	await expect(list.count).toHaveText(/^30 /);
	for (const [words, headline] of [
		['story 007', 'Story 007'],
		['story 021', 'Story 021'],
	] as const) {
		await page.keyboard.press('ControlOrMeta+Shift+F');
		await page.keyboard.type(words);
		await page.keyboard.press('Enter');
		await expect(list.region.getByRole('listbox')).toBeFocused();
		await page.keyboard.press('Enter');
		await expect(desk.story.headline).toHaveText(new RegExp(`^${headline}`));
	}
});

test('the help at the field puts words into it', async ({ desk }) => {
	const { list, page } = desk;
	await list.search('quay');
	await page.getByRole('button', { name: 'How to search' }).click();
	await page
		.getByRole('dialog', { name: 'How to search' })
		.getByRole('button', { name: /^status:draft/ })
		.click();
	await expect(list.searchField).toHaveValue('quay status:');
	await expect(list.searchField).toBeFocused();
	await page.keyboard.type('ready');
	await expect(list.searchField).toHaveValue('quay status:ready');
	await expect(list.count).toHaveText(/^10 /);
});

test('the search field has the keyboard from the moment of the shortcut on', async ({ desk }) => {
	const { list, page } = desk;
	await desk.openStory('Story 030');
	await desk.story.goToEnd();
	const isThere = await page.evaluate(() => {
		const keys = { key: 'F', code: 'KeyF', ctrlKey: true, shiftKey: true, bubbles: true, cancelable: true };
		document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', keys));
		return document.activeElement?.id === 'search-stories';
	});
	expect(isThere).toBe(true);
	await page.keyboard.type('quay');
	await expect(list.searchField).toHaveValue('quay');
	await expect(desk.story.blocks().last()).not.toContainText('quay.quay');
});

test('the help stands also at the search for a related post, and Escape closes one window after the other', async ({
	desk,
}) => {
	const { page } = desk;
	await desk.openStory('Story 030');
	await page.getByRole('button', { name: 'Add related post' }).click();
	const picker = page.getByRole('dialog', { name: 'Add related post' });
	await picker.getByRole('button', { name: 'How to search' }).click();
	const help = page.getByRole('dialog', { name: 'How to search' });
	await page.keyboard.press('Escape');
	await expect(help).toBeHidden();
	await expect(picker).toBeVisible();
	await picker.getByRole('button', { name: 'How to search' }).click();
	await help.getByRole('button', { name: /^status:draft/ }).click();
	const field = picker.getByRole('searchbox', { name: 'Search stories' });
	await expect(field).toBeFocused();
	await page.keyboard.type('ready tag:harbour');
	await expect(field).toHaveValue('status:ready tag:harbour');
	await expect(picker.getByRole('option')).toHaveText([/^Story 015/]);
	await page.keyboard.press('Escape');
	await expect(picker).toBeHidden();
});
