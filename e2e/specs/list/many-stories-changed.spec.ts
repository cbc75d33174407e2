import { seriousViolations } from '../../fixtures/accessibility.ts';
import { expect, test } from '../../fixtures/app.ts';
import { hashTree } from '../../fixtures/on-disk.ts';

test.use({ newsroom: { stories: 24 } });

test('the status of many stories is changed, and undone', async ({ desk }) => {
	const { list, page } = desk;
	await list.select('Story 024', 'Story 022');
	await list.actions.getByRole('button', { name: 'Status' }).click();
	await page.getByRole('menuitem', { name: 'In review' }).click();
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

test('a change of many stories is undone after a restart, from the newsroom’s menu', async ({ desk }) => {
	const { list, page, newsroomFolder } = desk;
	const before = await hashTree(newsroomFolder);
	await list.select('Story 024', 'Story 022');
	await list.actions.getByRole('button', { name: 'Trending' }).click();
	await page.getByRole('menuitem', { name: 'Put in Trending' }).click();
	await expect(page.getByText('3 stories are trending now.')).toBeVisible();
	await desk.reopen();
	await desk.chooseInMenu('Last changes of many stories…');
	const changes = desk.page.getByRole('dialog', { name: 'Last changes' });
	expect(await seriousViolations(desk.page)).toEqual([]);
	await expect(changes.getByRole('listitem')).toContainText(['Put in Trending']);
	await changes.getByRole('button', { name: 'Undo: Put in Trending' }).click();
	await expect(desk.page.getByText('3 stories are as before.')).toBeVisible();
	await expect(changes).toContainText('There are none yet.');
	expect(await hashTree(newsroomFolder)).toEqual(before);
});
