import { expect, test } from '../fixtures/app.ts';

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
		await list.search(words);
		await expect(list.searchField).toHaveValue(words);
		await desk.page.waitForTimeout(150);
		await expect(list.region.getByRole('alert')).toHaveCount(0);
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
