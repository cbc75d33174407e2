import { readFile, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { seriousViolations } from '../fixtures/accessibility.ts';
import { expect, test } from '../fixtures/app.ts';
import { type ExportedIndex, readExported } from '../fixtures/exported.ts';
import { readStoryFile } from '../fixtures/on-disk.ts';
import type { Desk } from '../pages/desk.ts';

test.setTimeout(120_000);

const headline = 'The harbour that moved its front door uphill';
const changed = 'The harbour that moved its front door downhill';

async function addTarget(desk: Desk, name: string, folder: string): Promise<void> {
	const { page } = desk;
	await page.getByRole('button', { name: 'Newsroom settings' }).click();
	const settings = page.getByRole('dialog', { name: 'Newsroom settings' });
	await settings.getByRole('tab', { name: 'Targets' }).click();
	await settings.getByRole('button', { name: 'New target' }).click();
	await settings.getByRole('button', { name: 'Save settings' }).click();
	await expect(settings).toContainText('Say in which folder its files go.');
	await settings.getByRole('textbox', { name: 'Name' }).fill(name);
	await settings.getByRole('textbox', { name: 'Folder' }).fill(folder);
	await settings.getByRole('button', { name: 'Save settings' }).click();
	await expect(settings).toBeHidden();
}

test('a site gets what is published, keeps what is not, is corrected and taken back, and catches up when it is there again', {
	tag: '@desktop',
}, async ({ desk }) => {
	const { page, story, publishing, exportDialog } = desk;
	const { story: file } = await readStoryFile(desk.newsroomFolder, headline);
	const site = desk.setting.places.path('site');
	const headlines = async () => {
		const { articles } = await readExported<ExportedIndex>(site, 'index.json', 'index');
		return articles.map((article) => article.headline);
	};
	await addTarget(desk, 'Site', site);
	await exportDialog.open();
	await exportDialog.dialog.getByRole('radio', { name: 'All published' }).click();
	await expect(exportDialog.dialog.getByRole('radio', { name: 'Site', exact: true })).toBeChecked();
	await exportDialog.dialog.getByRole('button', { name: /^Export \d+ stories to Site$/ }).click();
	await page.getByRole('button', { name: 'Done' }).click();
	expect(await headlines()).toContain(headline);

	await desk.openStory(headline);
	await story.typeHeadline(changed);
	await story.waitUntilSaved();
	expect(await headlines()).not.toContain(changed);
	await publishing.compare();
	await publishing.tellReaders('A correction');
	await publishing.dialog.getByRole('button', { name: 'Publish changes to Site' }).click();
	await expect(page.getByText(/^Site is up to date\. .* changed there\./)).toBeVisible();
	expect(await headlines()).toContain(changed);
	const told = async () => {
		const { corrections } = await readExported<{ corrections: { text: string }[] }>(
			site,
			'corrections.json',
			'corrections',
		);
		return corrections.map(({ text }) => text);
	};
	const drafted = 'An earlier version said uphill; it is downhill.';
	expect(await told()).toContain(drafted);

	// Somebody sees that it was wrong.
	await exportDialog.open();
	await exportDialog.dialog.getByRole('button', { name: 'Log of Site' }).click();
	const log = page.getByRole('dialog', { name: 'Export log' });
	await expect(log.getByRole('listitem').filter({ hasText: 'As it is now' })).toContainText(changed);
	await log.getByRole('button', { name: 'Take Site back to export 1' }).click();
	const question = page.getByRole('dialog', { name: 'Take Site back to export 1?' });
	await expect(question).toContainText(headline);
	await question.getByRole('button', { name: 'Take Site back' }).click();
	await expect(log.getByRole('listitem').first()).toContainText('Taken back to export 1');
	await log.getByRole('button', { name: 'Done' }).click();
	expect(await headlines()).toContain(headline);
	expect(await told()).not.toContain(drafted);
	await exportDialog.open();
	await exportDialog.dialog.getByRole('button', { name: `Compare the JSON of ${changed}` }).click();
	const json = page.getByRole('dialog', { name: 'What changes in the JSON' });
	await expect(json.locator('ins').filter({ hasText: drafted })).toBeVisible();
	await json.getByRole('button', { name: 'Done' }).click();
	await exportDialog.dialog.getByRole('button', { name: 'Cancel' }).click();
	const targets = page.getByRole('status', { name: 'Targets' });
	await expect(targets).toContainText('Site was taken back');
	await targets.getByRole('button', { name: /^Bring up to date/ }).click();
	await expect(targets).toBeEmpty();
	expect(await headlines()).toContain(changed);

	// The disk of the site is pulled out while a story is published.
	await rename(site, `${site}-away`);
	await story.typeHeadline(headline);
	await story.waitUntilSaved();
	await publishing.compare();
	await publishing.dialog.getByRole('button', { name: 'Publish changes to Site' }).click();
	await expect(targets).toContainText('Site is behind');
	await expect(publishing.note).toBeHidden();
	await rename(`${site}-away`, site);
	await targets.getByRole('button', { name: /^Catch up/ }).click();
	await expect(targets).toBeEmpty();
	const exported = await readFile(join(site, `articles/${file.slug}.json`), 'utf8');
	expect(JSON.parse(exported).headline).toBe(headline);
});

test('the changes of many are shown before they are published, with the target that gets them', async ({ desk }) => {
	const { page, list } = desk;
	const site = desk.setting.places.path('site');
	await addTarget(desk, 'Site', site);
	await desk.openStory(headline);
	await desk.story.typeHeadline(changed);
	await desk.story.waitUntilSaved();
	await list.story(changed).first().click();
	await page.keyboard.press('ControlOrMeta+a');
	await list.actions.getByRole('button', { name: 'Publish changes' }).click();
	const ask = page.getByRole('dialog', { name: 'Publish changes' });
	await expect(ask.getByRole('region', { name: 'Readers get' }).getByRole('listitem')).toContainText([changed]);
	await expect(ask).toContainText('Site is written at once');
	expect(await seriousViolations(page)).toEqual([]);
	await ask.getByRole('button', { name: 'Publish 1 story to Site' }).click();
	await expect(page.getByText('Changes of one story published.')).toBeVisible();
	await expect(page.getByText(/^Site is up to date\./)).toBeVisible();
	const { articles } = await readExported<ExportedIndex>(site, 'index.json', 'index');
	expect(articles.map((article) => article.headline)).toContain(changed);
});
