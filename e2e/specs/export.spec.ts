import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from '../fixtures/app.ts';
import { type ExportedIndex, readExported } from '../fixtures/exported.ts';
import { hashTree, readStoryFile } from '../fixtures/on-disk.ts';
import type { Desk } from '../pages/desk.ts';

test.setTimeout(120_000);

const thief = 'The thief who knew the sound of bronze';
const tomatoes = 'Cold rooms keep the tomatoes till Thursday';
const everything = 'All published';

test('a story with errors is not exported, and each reason leads to its field', async ({ desk }) => {
	await spoil(desk, thief, (story) => ({
		...story,
		headline: '',
		categories: [],
		related: [{ article: '01JZZZZZZZZZZZZZZZZZZZZZZZ' }],
		body: [...(story.body as object[])].map((block) => ('alt' in block ? { ...block, alt: '' } : block)),
	}));
	await spoil(desk, tomatoes, (story) => ({
		...story,
		body: [],
		keyPoints: [],
		dates: { ...(story.dates as object), scheduled: null },
	}));
	await desk.reopen();
	await desk.list.open('Untitled story');
	await expect(desk.inspector.region).toContainText('The story has no headline');
	const site = desk.setting.places.path('site');
	const { exportDialog } = desk;
	await exportDialog.plan(site, 'This story');
	await expect(exportDialog.dialog).toContainText('Blocked');
	await expect(exportDialog.exportButton).toHaveAttribute('aria-disabled', 'true');

	await exportDialog.goToField('The story has no headline');
	await expect(desk.story.headline).toBeVisible();
	await expect(desk.story.text).toBeFocused();
	await desk.page.keyboard.type('Here again');
	await expect(desk.story.headline).toHaveText('Here again');

	await exportDialog.plan(site, 'This story');
	await exportDialog.goToField('The story is in no category');
	await expect(desk.inspector.region.getByRole('button', { name: 'Add category' })).toBeFocused();

	await exportDialog.plan(site, 'This story');
	await exportDialog.goToField('no alt text');
	await expect(desk.story.blocks('image').getByRole('textbox', { name: 'Alt text' })).toBeFocused();

	await exportDialog.plan(site, 'This story');
	await exportDialog.goToField('leads to a story that is gone');
	const place = desk.page.locator(':focus');
	await expect(
		desk.inspector.region.locator('[data-inspector-field="related 0"]').filter({ has: place }),
	).toBeVisible();

	await exportDialog.plan(site, everything);
	await expect(exportDialog.dialog).not.toContainText(tomatoes);
	await exportDialog.dialog.getByText('Also every story that is ready').click();
	await exportDialog.goToField('The story has no body');
	await expect(desk.story.headline).toHaveText(tomatoes);
	await expect(desk.story.text).toBeFocused();
	await desk.page.keyboard.type('A body at last.');
	await expect(desk.story.blocks().last()).toHaveText('A body at last.');
});

test('an export of all is newest first, leaves foreign files alone, and repeats to the same bytes', async ({
	desk,
}) => {
	const site = desk.setting.places.path('site');
	await mkdir(join(site, 'articles'), { recursive: true });
	await writeFile(join(site, 'robots.txt'), 'User-agent: *\n');
	await writeFile(join(site, 'articles', 'by-hand.json'), '{}\n');
	await desk.exportDialog.exportTo(site, everything);
	expect(await readFile(join(site, 'robots.txt'), 'utf8')).toBe('User-agent: *\n');
	expect(await readFile(join(site, 'articles', 'by-hand.json'), 'utf8')).toBe('{}\n');
	const index = await readExported<ExportedIndex>(site, 'index.json', 'index');
	expect(index.articles.length).toBeGreaterThan(8);
	const dates = index.articles.map(({ date }) => date);
	expect(dates.every(Boolean)).toBe(true);
	expect(dates).toEqual([...dates].sort().reverse());

	const second = desk.setting.places.path('second-site');
	await desk.exportDialog.exportTo(second, everything);
	const { 'robots.txt': robots, 'articles/by-hand.json': byHand, ...ours } = await hashTree(site);
	expect(await hashTree(second)).toEqual(ours);
	expect([robots, byHand].every(Boolean)).toBe(true);
});

test('one story is exported alone', async ({ desk }) => {
	const { story } = await readStoryFile(desk.newsroomFolder, thief);
	await desk.openStory(thief);
	const site = desk.setting.places.path('site');
	await desk.exportDialog.exportTo(site, 'This story');
	const index = await readExported<ExportedIndex>(site, 'index.json', 'index');
	expect(index.articles.map(({ headline }) => headline)).toEqual([thief]);
	const articles = Object.keys(await hashTree(site)).filter((file) => file.startsWith('articles/'));
	expect(articles).toEqual([`articles/${story.slug}.json`]);
});

/** Changes a story's file as a careless program would. */
async function spoil(
	desk: Desk,
	headline: string,
	change: (story: Record<string, unknown>) => Record<string, unknown>,
): Promise<void> {
	const { path, text } = await readStoryFile(desk.newsroomFolder, headline);
	await writeFile(path, `${JSON.stringify(change(JSON.parse(text)), null, 2)}\n`);
}
