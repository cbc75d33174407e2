import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from '../fixtures/app.ts';
import { readStoryFile } from '../fixtures/on-disk.ts';

const headline = 'The harbour that moved its front door uphill';

test('a published story gets another address, and the export leads readers from the old one to it', async ({
	desk,
}) => {
	const { page, inspector, publishing } = desk;
	const { story: file } = await readStoryFile(desk.newsroomFolder, headline);
	const site = desk.setting.places.path('site');
	await desk.openStory(headline);
	await inspector.unfold('Address and language');
	const address = inspector.region.getByRole('textbox', { name: 'Address', exact: true });
	await expect(address).toHaveAttribute('readonly', '');
	await inspector.region.getByRole('button', { name: 'Change address…' }).click();
	const ask = page.getByRole('dialog', { name: 'Change the address' });
	await ask.getByRole('textbox', { name: 'New address' }).fill('harbour-uphill');
	await ask.getByRole('button', { name: 'Change address' }).click();
	await expect(ask).toBeHidden();
	await expect(address).toHaveValue('harbour-uphill');
	await expect(inspector.region.getByText(`Readers who come by ${file.slug} are led here.`)).toBeVisible();
	await expect(publishing.note).toBeVisible();

	// Readers keep the old address until the change is published.
	await desk.exportDialog.exportTo(site, 'All published');
	const redirects = async () => JSON.parse(await readFile(join(site, 'redirects.json'), 'utf8')).redirects;
	expect(await redirects()).toEqual([]);
	await publishing.compare();
	await publishing.publish();
	await desk.exportDialog.exportTo(site, 'All published');
	expect(await redirects()).toMatchObject([
		{ from: { json: `articles/${file.slug}.json` }, to: { json: 'articles/harbour-uphill.json' } },
	]);
	expect((await readStoryFile(desk.newsroomFolder, headline)).story.slug).toBe('harbour-uphill');
});
