import { join } from 'node:path';
import { expect, test } from '../fixtures/app.ts';

test.use({ newsroom: { stories: 12 } });

test('what stands beside a story is always of that story', async ({ desk }) => {
	const { page, inspector } = desk;
	await desk.openStory('Story 012');
	await expect(inspector.region).toContainText('World');
	await desk.openStory('Story 011');
	await expect(inspector.region).toContainText('Technology');
	await page.getByRole('tab', { name: 'Story 012' }).click();
	await expect(inspector.region).toContainText('World');
	await inspector.turn('Trending', true);
	await page.getByRole('tab', { name: 'Story 011' }).click();
	await expect(inspector.region.getByRole('switch', { name: 'Trending' })).not.toBeChecked();
	await page.getByRole('tab', { name: 'Story 011' }).press('Delete');
	await expect(desk.story.headline).toHaveText('Story 012');
	await expect(inspector.region.getByRole('switch', { name: 'Trending' })).toBeChecked();
	await page.getByRole('tab', { name: 'Story 012' }).press('Delete');
	await expect(inspector.region).toBeHidden();
});

test('a problem of another story leads to that story and to its field', async ({ desk }) => {
	const { page, list } = desk;
	const story = await desk.newStory();
	await story.typeHeadline('Nowhere');
	await story.waitUntilSaved();
	await page.getByRole('tab', { name: 'Nowhere' }).press('Delete');
	await desk.openStory('Story 012');
	await list.story('Nowhere').click({ modifiers: ['ControlOrMeta'] });
	await list.actions.getByRole('button', { name: 'Export' }).click();
	const dialog = page.getByRole('dialog', { name: 'Export' });
	await dialog.getByRole('textbox').fill(join(desk.setting.places.root, 'out'));
	await page.keyboard.press('Enter');
	await dialog.getByRole('button', { name: /^Go to the field: .*no category/ }).click();
	await expect(desk.story.headline).toHaveText('Nowhere');
	await expect(desk.inspector.region.getByRole('button', { name: 'Add category' })).toBeFocused();
});
