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

test('a correction is drafted from the difference, and readers get it with the change', { tag: '@desktop' }, async ({
	desk,
}) => {
	const { story, publishing, page } = desk;
	const site = desk.setting.places.path('site');
	const before = 'Washington sets Tehran an ultimatum: a nuclear deal or bombs';
	const after = before.replace('Tehran', 'Teheran');
	await desk.openStory(before);
	await story.typeHeadline(after);
	await publishing.compare();
	await publishing.tellReaders('A correction');
	const text = publishing.dialog.getByRole('textbox', { name: 'What readers are told' });
	await expect(text).toHaveValue('An earlier version said Tehran; it is Teheran.');
	// The text still says what the headline said.
	await expect(publishing.stillSaid).toContainText('Tehran in the text of this story');
	await text.fill('An earlier version misspelled Teheran.');
	await publishing.choose('Place', 'Above the text');
	await publishing.publish();
	await desk.preview.show();
	await expect(desk.preview.reader.getByRole('region', { name: 'Correction' })).toContainText('misspelled Teheran');

	const { story: file } = await readStoryFile(desk.newsroomFolder, after);
	await desk.exportDialog.exportTo(site, 'This story');
	const exported = await readExported<{ corrections: unknown[] }>(site, `articles/${file.slug}.json`, 'article');
	expect(exported.corrections).toMatchObject([{ kind: 'correction', priority: 'high' }]);
	await expect(page.getByText('Published, with changes')).toBeHidden();
});
