import { expect, test } from '../../fixtures/app.ts';

test.use({ newsroom: { stories: 24 } });

test('the status of many stories is changed, and undone', async ({ desk }) => {
	const { list, page } = desk;
	await list.select('Story 024', 'Story 022');
	await list.actions.getByRole('button', { name: 'Status' }).click();
	await page.getByRole('menuitem', { name: 'Withdrawn' }).click();
	await expect(page.getByText('Status of 3 stories changed.')).toBeVisible();
	await page.getByRole('button', { name: 'Undo' }).last().click();
	await expect(page.getByText('3 stories are as before.')).toBeVisible();
});

test('many stories go to the trash and come back', async ({ desk }) => {
	const { list, page } = desk;
	await list.select('Story 024', 'Story 021');
	await page.keyboard.press('Delete');
	await expect(page.getByText('4 stories are in the trash.')).toBeVisible();
	await expect(list.count).toHaveText(/^20 /);
	await page.getByRole('button', { name: 'Undo' }).last().click();
	await expect(list.count).toHaveText(/^24 /);
});
