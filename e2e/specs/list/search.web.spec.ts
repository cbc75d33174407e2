import { expect, test } from '../../fixtures/app.ts';
import { holdAnswers } from '../../fixtures/held-answer.ts';

test.use({ newsroom: { stories: 30 } });

test('whoever goes on typing after Enter stays in the search field', async ({ desk }) => {
	const { list, page } = desk;
	await expect(list.count).toHaveText(/^30 /);
	const answer = await holdAnswers(page, 'articles.list');
	await page.keyboard.press('ControlOrMeta+Shift+F');
	await page.keyboard.type('story 0');
	await page.keyboard.press('Enter');
	await page.keyboard.type('21');
	answer();
	await expect(list.story('Story 021').locator('mark')).toHaveText('Story 021');
	await expect(list.count).toHaveText(/^1 /);
	await expect(list.searchField).toBeFocused();
	await expect(list.searchField).toHaveValue('story 021');
});
