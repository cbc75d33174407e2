import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { seriousViolations } from '../../fixtures/accessibility.ts';
import { expect, test } from '../../fixtures/app.ts';
import { readStoryFile } from '../../fixtures/on-disk.ts';

test.setTimeout(120_000);

test('tags of other stories are offered while one is typed; half a word that is left makes no tag', async ({
	desk,
}) => {
	const { inspector, page } = desk;
	const story = await desk.newStory();
	await story.typeHeadline('A line along the water');
	const field = inspector.region.getByRole('combobox', { name: 'Add tag' });
	const tags = inspector.region.getByRole('grid', { name: 'Tags of this story' }).getByRole('row');

	// By keyboard, as it is written in other stories.
	await field.focus();
	await page.keyboard.type('TRA');
	const offered = page.getByRole('option', { name: /^night trains/ });
	await expect(offered).toBeVisible();
	await page.keyboard.press('ArrowDown');
	await page.keyboard.press('Enter');
	await expect(tags).toHaveText(['night trains']);
	await expect(field).toHaveValue('');
	await expect(field).toBeFocused();

	// By mouse.
	await page.keyboard.type('rail');
	await page.getByRole('option', { name: /^railways/ }).click();
	await expect(tags).toHaveText(['night trains', 'railways']);

	// What is there already is not offered again; half a word stays a word.
	await field.focus();
	await page.keyboard.type('brand-new');
	await expect(page.getByRole('option')).toHaveText(['“brand-new” is a new tag here; Enter adds it.']);
	await field.fill('');
	await page.keyboard.type('coa');
	await expect(page.getByRole('option', { name: /^coast/ })).toBeVisible();
	await page.keyboard.press('Tab');
	await expect(inspector.region.getByText('“coa” is no tag yet; Enter makes it one.')).toBeVisible();
	await expect(tags).toHaveText(['night trains', 'railways']);
	await expect(field).toHaveValue('coa');
	expect(await seriousViolations(page)).toEqual([]);
	await field.focus();
	await page.keyboard.type('l,');
	await expect(tags).toHaveText(['night trains', 'railways', 'coal']);
	await page.keyboard.type('Railways');
	await expect(page.getByRole('option')).toHaveText(['“Railways” is already there.']);
	await page.keyboard.press('Enter');
	await expect(inspector.region.getByRole('status').getByText('“Railways” is already there.')).toBeVisible();

	await story.waitUntilSaved();
	expect((await readStoryFile(desk.newsroomFolder, 'A line along the water')).story.tags).toEqual([
		'night trains',
		'railways',
		'coal',
	]);
});

test('a category that is searched for in vain is made in the picker, and the story is in it', async ({ desk }) => {
	const { inspector, page } = desk;
	const story = await desk.newStory();
	await story.typeHeadline('The quay is for sale');
	await inspector.region.getByRole('button', { name: 'Add category' }).press('Enter');
	const picker = page.getByRole('dialog', { name: 'Categories of this story' });
	const make = picker.getByRole('option', { name: /^Make the category/ });
	await page.keyboard.type('crime');
	await expect(picker.getByRole('option', { name: 'Crime' })).toBeVisible();
	await expect(make).toHaveCount(0);
	await picker.getByRole('searchbox').fill('Harbour towns');
	await expect(make).toHaveText('Make the category “Harbour towns”');
	expect(await seriousViolations(page)).toEqual([]);
	await page.keyboard.press('ArrowDown');
	await page.keyboard.press('Enter');
	await expect(picker.getByRole('status')).toHaveText('“Harbour towns” is made, and the story is in it.');
	await expect(picker.getByRole('option', { name: 'Harbour towns', exact: true })).toHaveAttribute(
		'aria-selected',
		'true',
	);
	await page.keyboard.press('Escape');
	await expect(inspector.region.getByRole('button', { name: 'Remove Harbour towns' })).toBeVisible();
	await story.waitUntilSaved();
	expect((await readStoryFile(desk.newsroomFolder, 'The quay is for sale')).story.categories).toEqual([
		'harbour-towns',
	]);
	const taxonomy = JSON.parse(await readFile(join(desk.newsroomFolder, 'categories.json'), 'utf8'));
	expect(taxonomy.categories.at(-1)).toMatchObject({ slug: 'harbour-towns', label: 'Harbour towns' });
	await expect(desk.navigator.getByRole('button', { name: /^Harbour towns/ })).toBeVisible();
});
