import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { seriousViolations } from '../fixtures/accessibility.ts';
import { expect, test } from '../fixtures/app.ts';
import { readStoryFile, readStoryFiles } from '../fixtures/on-disk.ts';

/** The categories and tags that the stories on the disk carry, with how many carry each. */
async function carried(newsroom: string, of: 'categories' | 'tags'): Promise<Record<string, number>> {
	const counts: Record<string, number> = {};
	for (const { story } of await readStoryFiles(newsroom))
		for (const name of story[of]) counts[name] = (counts[name] ?? 0) + 1;
	return counts;
}

test.setTimeout(120_000);

test('a category that is renamed in the settings is renamed in all stories, and Undo brings it back', async ({
	desk,
}) => {
	const { page, newsroomFolder } = desk;
	const before = await carried(newsroomFolder, 'categories');
	const settings = await desk.openSettings('Categories');
	await settings.getByRole('button', { name: 'Change World in all stories' }).click();
	await page.getByRole('menuitem', { name: 'Rename…' }).click();
	const ask = page.getByRole('dialog', { name: 'Rename “World”' });
	await ask.getByRole('textbox', { name: 'Name' }).fill('Globe');
	await expect(ask.getByRole('textbox', { name: 'Slug' })).toHaveValue('globe');
	await expect(ask.getByRole('status')).toHaveText(`${before.world} stories carry it and are changed.`);
	expect(await seriousViolations(page)).toEqual([]);
	await ask.getByRole('button', { name: `Rename in ${before.world} stories` }).click();
	const messages = page.getByRole('region', { name: 'Messages' });
	await expect(messages).toContainText(`The category is called “Globe” now. ${before.world} stories changed.`);
	await expect(ask).toBeHidden();
	await expect(settings.getByRole('textbox', { name: 'Name of Globe' })).toHaveValue('Globe');
	const { world, ...others } = before;
	expect(await carried(newsroomFolder, 'categories')).toEqual({ ...others, globe: world });
	const taxonomy = await readFile(join(newsroomFolder, 'categories.json'), 'utf8');
	expect(taxonomy).toContain('"globe"');

	await messages.getByRole('button', { name: 'Undo' }).click();
	await expect(messages).toContainText('stories are as before');
	expect(await carried(newsroomFolder, 'categories')).toEqual(before);
	await expect(settings.getByRole('textbox', { name: 'Name of World' })).toHaveValue('World');
});

test('a tag is renamed in all stories, and undone from the settings after a restart', async ({ desk }) => {
	const { newsroomFolder } = desk;
	const before = await carried(newsroomFolder, 'tags');
	let settings = await desk.openSettings('Tags');
	expect(await seriousViolations(desk.page)).toEqual([]);
	const [tag] = Object.keys(before);
	if (tag === undefined) throw new Error('the stories of the sample have tags');
	await settings.getByRole('searchbox', { name: 'Find a tag' }).fill(tag);
	await settings.getByRole('button', { name: `Rename the tag ${tag}`, exact: true }).click();
	const ask = desk.page.getByRole('dialog', { name: `Rename the tag “${tag}”` });
	await ask.getByRole('textbox', { name: 'New name' }).fill('Something new');
	await ask.getByRole('button', { name: /^Rename in/ }).click();
	await expect.poll(() => carried(newsroomFolder, 'tags')).toMatchObject({ 'Something new': before[tag] });
	await desk.reopen();
	settings = await desk.openSettings('Tags');
	await settings.getByRole('button', { name: /^Undo: Tag/ }).click();
	await expect.poll(() => carried(newsroomFolder, 'tags')).toEqual(before);
});

test('a published story that is typed in meanwhile keeps the words and gets the new name, and readers only the name', async ({
	desk,
}) => {
	const headline = 'Hackers from China read US government email, Microsoft says';
	const { path } = await readStoryFile(desk.newsroomFolder, headline);
	const before = JSON.parse(await readFile(path, 'utf8'));
	expect(before.categories).toContain('world');
	const other = await desk.openTab();
	const settings = await other.openSettings('Categories');
	await settings.getByRole('button', { name: 'Change World in all stories' }).click();
	await other.page.getByRole('menuitem', { name: 'Rename…' }).click();
	const ask = other.page.getByRole('dialog', { name: 'Rename “World”' });
	await ask.getByRole('textbox', { name: 'Name' }).fill('Globe');
	await desk.openStory(headline);
	await desk.story.typeHeadline('Hackers read government email');
	await ask.getByRole('button', { name: /^Rename in/ }).click();
	await expect(ask).toBeHidden();
	await desk.story.waitUntilSaved();
	const renamed = before.categories.map((slug: string) => (slug === 'world' ? 'globe' : slug));
	const stored = async (file: string) => JSON.parse(await readFile(file, 'utf8'));
	await expect
		.poll(() => stored(path))
		.toMatchObject({ headline: 'Hackers read government email', categories: renamed });
	expect(await stored(path.replace('/articles/', '/live/'))).toMatchObject({ headline, categories: renamed });
	await expect(desk.inspector.region.getByRole('button', { name: 'Remove Globe' })).toBeVisible();
});
