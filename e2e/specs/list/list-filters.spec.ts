import { expect, test } from '../../fixtures/app.ts';

test.use({ newsroom: { stories: 60 } });

test('the list is narrowed by fields, each shown as a chip that can be removed', async ({ desk }) => {
	const { list, page } = desk;
	await list.openFilter();
	await list.filterBy('Status', 'Ready');
	await list.filterByTyping('Author', 'ana', 'Ana Ruiz');
	await list.filterByTyping('Tag', 'har', 'harbour');
	await page.keyboard.press('Escape');
	await expect(list.filter).toBeHidden();
	await expect(list.count).toHaveText(/^2 /);
	await list.region.getByRole('button', { name: 'Remove the filter Tag: harbour' }).click();
	await expect(list.count).toHaveText(/^10 /);
	await list.region.getByRole('button', { name: 'Clear filters' }).click();
	await expect(list.count).toHaveText(/^60 /);
});

test('Enter takes the first that the typed words find', async ({ desk }) => {
	const { list, page } = desk;
	await list.openFilter();
	const author = list.filter.getByRole('combobox', { name: 'Author' });
	await author.fill('ana');
	await expect(page.getByRole('option', { name: 'Ana Ruiz' })).toBeVisible();
	await author.press('Enter');
	await expect(author).toHaveValue('Ana Ruiz');
	// At once, before anything can have been found.
	const tag = list.filter.getByRole('combobox', { name: 'Tag' });
	await tag.fill('har');
	await tag.press('Enter');
	await expect(tag).toHaveValue('harbour');
	await expect(list.count).toHaveText(/^6 /);
	// What nothing begins with narrows nothing.
	await author.fill('zzz');
	await author.press('Enter');
	await author.press('Tab');
	await page.keyboard.press('Escape');
	await expect(author).toHaveValue('Ana Ruiz');
	await expect(list.count).toHaveText(/^6 /);
});

test('a list of many stories is read wherever it is scrolled to', async ({ desk }) => {
	const { list, page } = desk;
	await list.story('Story 060').click();
	await page.keyboard.press('End');
	await expect(list.story('Story 001')).toBeVisible();
	await page.keyboard.press('Home');
	await expect(list.story('Story 060')).toBeVisible();
});
