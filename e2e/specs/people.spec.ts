import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from '../fixtures/app.ts';
import { readExported } from '../fixtures/exported.ts';
import { readStoryFile } from '../fixtures/on-disk.ts';

const headline = 'The harbour that moved its front door uphill';

test('a person is listed, picked for a byline while typing, and named in the history', async ({ desk }) => {
	const { page, inspector, story } = desk;
	await page.getByRole('button', { name: 'Newsroom settings' }).click();
	const settings = page.getByRole('dialog', { name: 'Newsroom settings' });
	await settings.getByRole('tab', { name: 'People' }).click();
	await settings.getByRole('button', { name: 'New person' }).click();
	await page.keyboard.type('Zoë Winter');
	await expect(settings.getByRole('textbox', { name: 'Slug' })).toHaveValue('zoe-winter');
	await settings.getByRole('textbox', { name: 'Role' }).fill('Harbour reporter');
	await settings.getByRole('textbox', { name: 'Email address' }).fill('zoe');
	await settings.getByRole('button', { name: 'Save settings' }).click();
	await expect(settings.getByText('Write an email address')).toBeVisible();
	await settings.getByRole('textbox', { name: 'Email address' }).fill('zoe@meridian.example');
	await settings.getByRole('button', { name: 'Save settings' }).click();
	await expect(settings).toBeHidden();
	expect(await readFile(join(desk.newsroomFolder, 'people.json'), 'utf8')).toContain('"slug": "zoe-winter"');

	await page.getByRole('button', { name: 'Newsroom settings' }).click();
	await settings.getByRole('tab', { name: 'You' }).click();
	await settings.getByRole('button', { name: 'You are' }).click();
	await page.getByRole('option', { name: 'Zoë Winter, Harbour reporter' }).click();
	await settings.getByRole('button', { name: 'Save settings' }).click();
	await expect(settings).toBeHidden();

	await desk.openStory(headline);
	await inspector.unfold('Byline and dateline');
	await inspector.region.getByRole('button', { name: 'Add person' }).click();
	await page.keyboard.type('zoe');
	await page.getByRole('option', { name: /Zoë Winter/ }).click();
	await expect(inspector.region.getByRole('textbox', { name: 'Role' }).last()).toHaveAttribute(
		'placeholder',
		'Harbour reporter',
	);
	await story.waitUntilSaved();
	const byline = async () => (await readStoryFile(desk.newsroomFolder, headline)).story.byline.at(-1);
	expect(await byline()).toEqual({ name: 'Zoë Winter', role: '', url: '', person: 'zoe-winter' });

	await desk.publishing.compare();
	await desk.publishing.publish();
	const site = desk.setting.places.path('site');
	await desk.exportDialog.exportTo(site, 'This story');
	const { slug } = (await readStoryFile(desk.newsroomFolder, headline)).story;
	const exported = await readExported<{ byline: unknown[] }>(site, `articles/${slug}.json`, 'article');
	expect(exported.byline.at(-1)).toMatchObject({
		name: 'Zoë Winter',
		role: 'Harbour reporter',
		person: { slug: 'zoe-winter', email: 'zoe@meridian.example' },
	});
	await desk.history.show();
	await expect(desk.history.region.getByText('Zoë Winter').first()).toBeVisible();

	await desk.history.hide();
	// Any other name can be typed, and is nobody of them.
	await inspector.region.getByRole('combobox', { name: 'Name' }).last().fill('A guest');
	await page.keyboard.press('Tab');
	await story.waitUntilSaved();
	expect(await byline()).toMatchObject({ name: 'A guest', person: null });

	// Another name goes through all bylines, and comes back.
	await page.getByRole('button', { name: 'Newsroom settings' }).click();
	await settings.getByRole('tab', { name: 'People' }).click();
	await settings.getByRole('option', { name: 'Tomás Verhoeven' }).click();
	await settings.getByRole('button', { name: 'Change the name in bylines…' }).click();
	const question = page.getByRole('dialog', { name: 'Change “Tomás Verhoeven” in all bylines' });
	await expect(question).toContainText('2 stories carry it and are changed.');
	await question.getByRole('textbox', { name: 'Bylines say' }).fill('Tom Verhoeven');
	await question.getByRole('button', { name: 'Change in 2 stories' }).click();
	await expect(settings).toContainText('“Tomás Verhoeven” changed to “Tom Verhoeven” in bylines');
	const names = async () =>
		(await readStoryFile(desk.newsroomFolder, 'The sleeper that pays its way, just')).story.byline.map(
			({ name }) => name,
		);
	expect(await names()).toEqual(['Tom Verhoeven']);
	await settings.getByRole('button', { name: /^Undo: “Tomás Verhoeven”/ }).click();
	await expect(settings.getByText('“Tomás Verhoeven” changed to')).toBeHidden();
	expect(await names()).toEqual(['Tomás Verhoeven']);
});

test('what others make of the people while the settings are open stays, and is shown', async ({ desk }) => {
	const { page } = desk;
	const file = join(desk.newsroomFolder, 'people.json');
	await page.getByRole('button', { name: 'Newsroom settings' }).click();
	const settings = page.getByRole('dialog', { name: 'Newsroom settings' });
	await settings.getByRole('textbox', { name: 'Name', exact: true }).fill('Meridian Daily');
	const { people, ...rest } = JSON.parse(await readFile(file, 'utf8'));
	await writeFile(file, JSON.stringify({ ...rest, people: [...people, { slug: 'new-here', name: 'New Here' }] }));
	await settings.getByRole('tab', { name: 'People' }).click();
	await expect(settings.getByRole('option', { name: 'New Here' })).toBeVisible();
	await settings.getByRole('button', { name: 'Save settings' }).click();
	await expect(settings).toBeHidden();
	expect(JSON.parse(await readFile(file, 'utf8')).people.at(-1)).toEqual({ slug: 'new-here', name: 'New Here' });
	expect(JSON.parse(await readFile(join(desk.newsroomFolder, 'newsroom.json'), 'utf8')).name).toBe('Meridian Daily');
});
