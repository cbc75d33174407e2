import { expect, test } from '../../fixtures/app.ts';

test.use({ newsroom: { stories: 24 } });

test('many stories are chosen with the keyboard and given up with Escape', async ({ desk }) => {
	const { list, page } = desk;
	await list.story('Story 024').click();
	await page.keyboard.press('Shift+ArrowDown');
	await page.keyboard.press('Shift+ArrowDown');
	await expect(list.actions).toContainText('3 selected');
	await page.keyboard.press('ControlOrMeta+a');
	await expect(list.actions).toContainText('24 selected');
	await list.story('Story 023').click({ modifiers: ['ControlOrMeta'] });
	await expect(list.actions).toContainText('23 selected');
	await page.keyboard.press('Escape');
	await expect(list.actions).toBeHidden();
});

test('the stories that are chosen can be exported', async ({ desk }) => {
	const { list, page } = desk;
	await list.select('Story 024', 'Story 022');
	await list.actions.getByRole('button', { name: 'More' }).click();
	await page.getByRole('menuitem', { name: 'Export…' }).click();
	await expect(
		page.getByRole('dialog', { name: /^Export/ }).getByRole('radio', { name: 'Selected stories' }),
	).toBeChecked();
});
