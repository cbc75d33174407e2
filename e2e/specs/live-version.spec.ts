import { readFile } from 'node:fs/promises';
import { expect, test } from '../fixtures/app.ts';
import { type ExportedStory, readExported } from '../fixtures/exported.ts';
import { readStoryFile } from '../fixtures/on-disk.ts';

const headline = 'The harbour that moved its front door uphill';
const changed = 'The harbour that moved its front door downhill';

test('readers keep a published story until its changes are published', { tag: '@desktop' }, async ({ desk }) => {
	const { path, story: file } = await readStoryFile(desk.newsroomFolder, headline);
	const before = await readFile(path, 'utf8');
	const site = desk.setting.places.path('site');
	const shown = async () => {
		await desk.exportDialog.exportTo(site, 'This story');
		return (await readExported<ExportedStory>(site, `articles/${file.slug}.json`, 'article')).headline;
	};
	const { story, publishing } = desk;
	await desk.openStory(headline);
	await story.typeHeadline(changed);
	await story.waitUntilSaved();
	await expect(publishing.note).toBeVisible();
	await expect(desk.list.story(changed)).toContainText('Changes that are not live');
	expect(await shown()).toBe(headline);
	expect(await readFile(path.replace('/articles/', '/live/'), 'utf8')).toBe(before);

	// As the file was, to the last byte, and one undo brings the change back.
	await publishing.compare();
	await expect(publishing.dialog).toContainText('Headline changed since then.');
	await publishing.discard();
	await expect(story.headline).toHaveText(headline);
	await expect.poll(() => readFile(path, 'utf8')).toBe(before);
	await story.headline.click();
	await desk.page.keyboard.press('ControlOrMeta+z');
	await expect(story.headline).toHaveText(changed);
	await expect(publishing.note).toBeVisible();

	// The next morning.
	await story.waitUntilSaved();
	await desk.reopen();
	await desk.navigator.getByText('Changes not live').click();
	await desk.openStory(changed);
	await desk.publishing.compare();
	await desk.publishing.publish();
	expect(await shown()).toBe(changed);
	await expect(desk.list.region).toContainText('Readers have every published story as it is here.');
});

test('a story with errors keeps its changes from readers, and says which', async ({ desk }) => {
	await desk.openStory(headline);
	const { story, publishing } = desk;
	await story.headline.click({ clickCount: 3 });
	await desk.page.keyboard.press('Delete');
	await expect(publishing.note).toBeVisible();
	await publishing.compare();
	await expect(publishing.dialog.getByRole('button', { name: 'Publish changes' })).toHaveAttribute(
		'aria-disabled',
		'true',
	);
	await publishing.dialog.getByRole('listitem').filter({ hasText: 'no headline' }).getByRole('button').click();
	await expect(publishing.dialog).toBeHidden();
	await desk.page.keyboard.type(changed);
	await publishing.compare();
	await publishing.publish();
	await story.waitUntilSaved();
	await expect(publishing.note).toBeHidden();
});

test('a draft is scheduled, then published from the sheet, and its export is one press away', async ({ desk }) => {
	const draft = 'A city draws a map of its noise';
	const { publishing } = desk;
	await desk.openStory(draft);
	await publishing.scheduleFor('2032', '05');
	await expect(desk.page.getByRole('button', { name: 'Status: Ready' })).toBeVisible();
	await desk.story.waitUntilSaved();
	const { text } = await readStoryFile(desk.newsroomFolder, draft);
	expect(JSON.parse(text)).toMatchObject({ status: 'ready', dates: { scheduled: '2032-05-01T07:00:00Z' } });

	await publishing.button.click();
	await expect(publishing.first.getByRole('button', { name: 'Schedule', exact: true })).toBeVisible();
	await publishing.first.getByRole('button', { name: 'Clear At a set time' }).click();
	await publishing.first.getByRole('button', { name: 'Publish now' }).click();
	await expect(desk.page.getByRole('button', { name: 'Status: Published' })).toBeVisible();
	await expect(publishing.button).toHaveAttribute('aria-disabled', 'true');
	await desk.page.getByRole('region', { name: 'Messages' }).getByRole('button', { name: 'Export' }).click();
	await expect(desk.exportDialog.dialog).toBeVisible();
});

test('notes are no change for readers, and stay when changes are discarded', async ({ desk }) => {
	const { story, publishing, page } = desk;
	await desk.openStory(headline);
	await page.getByRole('tab', { name: 'Notes' }).click();
	const notes = page.getByRole('textbox', { name: 'Notes' });
	await notes.fill('Ask the harbour master.');
	await story.waitUntilSaved();
	await expect(publishing.note).toBeHidden();
	await story.typeHeadline(changed);
	await publishing.compare();
	await expect(publishing.dialog).toContainText('Headline changed since then.');
	await publishing.discard();
	await expect(story.headline).toHaveText(headline);
	await expect(notes).toHaveValue('Ask the harbour master.');
});
