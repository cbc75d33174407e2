import { join } from 'node:path';
import { expect, test } from '../../fixtures/app.ts';

test.use({ newsroom: { stories: 12 } });

test('what stands beside a story is always of that story', async ({ desk }) => {
	const { page, inspector } = desk;
	await desk.openStory('Story 012');
	await desk.list.story('Story 012').dblclick();
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
	await list.actions.getByRole('button', { name: 'More' }).click();
	await desk.page.getByRole('menuitem', { name: 'Export…' }).click();
	const dialog = page.getByRole('dialog', { name: 'Export' });
	await dialog.getByRole('textbox').fill(join(desk.setting.places.root, 'out'));
	await page.keyboard.press('Enter');
	await dialog.getByRole('button', { name: /^Go to the field: .*no category/ }).click();
	await expect(desk.story.headline).toHaveText('Nowhere');
	await expect(desk.inspector.region.getByRole('button', { name: 'Add category' })).toBeFocused();
});

test('in a small window the page and the history lie over the story, once they are asked for', async ({ desk }) => {
	const { page, story, preview, history } = desk;
	await desk.openStory('Story 012');
	await preview.show();
	await page.setViewportSize({ width: 640, height: 800 });
	// Whoever makes the window smaller goes on writing.
	await expect(preview.region).toBeHidden();
	await story.typeHeadline('Story 012 in half a window');
	await preview.show();
	await expect(preview.reader.getByRole('heading', { level: 1 })).toHaveText('Story 012 in half a window');
	await page.getByRole('button', { name: 'Close the preview' }).click();
	await expect(preview.region).toBeHidden();
	await preview.show();
	await preview.reader.getByRole('heading', { level: 1 }).click();
	await expect(preview.region).toBeHidden();
	await expect(story.text).toBeFocused();
	await page.keyboard.press('ControlOrMeta+Shift+h');
	await expect(history.region).toBeVisible();
	await page.keyboard.press('Escape');
	await expect(history.region).toBeHidden();
	await expect(story.text).toBeFocused();
	await page.setViewportSize({ width: 1440, height: 900 });
	await expect(preview.region).toBeVisible();
});
