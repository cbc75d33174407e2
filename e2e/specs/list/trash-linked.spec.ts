import { seriousViolations } from '../../fixtures/accessibility.ts';
import { expect, test } from '../../fixtures/app.ts';

const headline = 'The harbour that moved its front door uphill';

test('stories that link to one that is to go to the trash are shown first', async ({ desk }) => {
	const { page, list } = desk;
	await desk.openStory(headline);
	await list.story(headline).press('Delete');
	const ask = page.getByRole('dialog', { name: `Move “${headline}” to the trash?` });
	const links = ask.getByRole('list', { name: 'Stories that link to it' });
	await expect(links.getByRole('listitem').first()).toContainText(/Related posts|Next read/);

	await ask.getByRole('button', { name: 'Cancel' }).press('Enter');
	await expect(ask).toBeHidden();
	await expect(list.story(headline)).toBeVisible();

	await list.story(headline).press('Delete');
	await ask.getByRole('button', { name: 'Move to the trash' }).click();
	await expect(list.story(headline)).toBeHidden();
	await page.getByRole('button', { name: 'Undo', exact: true }).last().click();
	await expect(list.story(headline)).toBeVisible();
});

test('many that are to go to the trash are asked about, with the stories that link to any of them', async ({
	desk,
}) => {
	const { page, list } = desk;
	await list.story(headline).click();
	const other = list.stories.filter({ hasNotText: headline }).first();
	await other.click({ modifiers: ['ControlOrMeta'] });
	await page.keyboard.press('Delete');
	const ask = page.getByRole('dialog', { name: 'Move 2 stories to the trash?' });
	await expect(ask).toContainText(/stor(y links|ies link) to them/);
	await expect(ask.getByRole('list', { name: 'Stories that link to them' })).toContainText(/Related posts|Next read/);
	expect(await seriousViolations(page)).toEqual([]);
	await ask.getByRole('button', { name: 'Move 2 stories to the trash' }).click();
	await expect(page.getByText('2 stories are in the trash.')).toBeVisible();
	await page.getByRole('button', { name: 'Undo', exact: true }).last().click();
	await expect(page.getByText('2 stories are as before.')).toBeVisible();
});
