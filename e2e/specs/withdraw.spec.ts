import { expect, test } from '../fixtures/app.ts';
import { type ExportedStory, readExported } from '../fixtures/exported.ts';
import { readStoryFile } from '../fixtures/on-disk.ts';

const sleeper = 'The sleeper that pays its way, just';
const harbour = 'The harbour that moved its front door uphill';

interface Withdrawn {
	readonly withdrawn: readonly { readonly slug: string; readonly kind: string; readonly replacedBy: string | null }[];
}

test('a published story is withdrawn with a reason, and what links to it is told before', async ({ desk }) => {
	const { page } = desk;
	const { story: file } = await readStoryFile(desk.newsroomFolder, sleeper);
	const { story: other } = await readStoryFile(desk.newsroomFolder, harbour);
	const site = desk.setting.places.path('site');
	const story = () => readExported<ExportedStory>(site, `articles/${other.slug}.json`, 'article');
	const withdrawn = async () => (await readExported<Withdrawn>(site, 'withdrawn.json', 'withdrawn')).withdrawn;
	await desk.openStory(sleeper);
	await desk.exportDialog.exportTo(site, 'All published');
	expect((await story()).nextRead?.title).toBe(sleeper);
	const before = (await withdrawn()).map(({ slug }) => slug);

	// Its status alone does not withdraw it: a reason is asked for.
	const status = page.getByRole('button', { name: /^Status: / });
	await status.click();
	await page.getByRole('menuitem', { name: 'Withdrawn' }).click();
	const sheet = page.getByRole('dialog', { name: 'Withdraw this story' });
	const row = sheet.getByRole('listitem').filter({ hasText: harbour });
	await expect(row).toContainText('Its related post and next read are left out; the rest of its page stays.');
	const button = sheet.getByRole('button', { name: /^Withdraw/ });
	await expect(button).toHaveAttribute('aria-disabled', 'true');
	await sheet.getByRole('radio', { name: 'Replaced by another' }).click({ force: true });
	await expect(button).toHaveAttribute('aria-disabled', 'true');
	await sheet.getByRole('button', { name: 'Choose a story or page' }).click();
	await page.getByPlaceholder('Search by headline or text').fill('harbour front door');
	await page.getByRole('listbox', { name: 'Stories found' }).getByRole('option', { name: harbour }).click();
	await sheet.getByRole('textbox', { name: /note for readers/ }).fill('The line was closed.');
	await sheet.getByRole('button', { name: 'Withdraw and send readers on' }).click();
	await expect(sheet).toBeHidden();
	await expect(page.getByRole('button', { name: 'Status: Withdrawn' })).toBeVisible();
	await expect(page.getByText(/^Withdrawn .*: replaced by another\.$/)).toBeVisible();

	await desk.exportDialog.exportTo(site, 'All published');
	expect(await withdrawn()).toEqual([
		expect.objectContaining({
			slug: file.slug,
			kind: 'replaced',
			note: 'The line was closed.',
			replacedBy: expect.stringMatching(new RegExp(`/${other.slug}$`)),
		}),
		...before.map((slug) => expect.objectContaining({ slug })),
	]);
	expect(JSON.stringify(await story())).not.toContain(file.slug);

	// One undo takes it back, status and reason together.
	await desk.story.headline.click();
	await page.keyboard.press('ControlOrMeta+z');
	await expect(page.getByRole('button', { name: 'Status: Published' })).toBeVisible();
	await expect(page.getByText(/^Withdrawn /)).toBeHidden();
	await desk.exportDialog.exportTo(site, 'All published');
	expect((await withdrawn()).map(({ slug }) => slug)).toEqual(before);
	expect((await story()).nextRead?.title).toBe(sleeper);
});

test('a story that readers never had is not withdrawn', async ({ desk }) => {
	await desk.openStory('A city draws a map of its noise');
	await desk.page.getByRole('button', { name: /^Status: / }).click();
	const entry = desk.page.getByRole('menuitem', { name: 'Withdrawn' });
	await expect(entry).toHaveAttribute('aria-disabled', 'true');
	await expect(entry).toContainText('Readers never had it; move it to the trash instead.');
});

test('many are withdrawn at once only after the stories that link to them were shown', async ({ desk }) => {
	const { page, list } = desk;
	await list.story('Washington sets Tehran').first().click();
	await list
		.story('First flight of Europe')
		.first()
		.click({ modifiers: ['ControlOrMeta'] });
	await list.actions.getByRole('button', { name: 'Status' }).click();
	await page.getByRole('menuitem', { name: 'Withdrawn' }).click();
	const ask = page.getByRole('dialog', { name: 'Withdraw 2 stories?' });
	await expect(ask.getByRole('list', { name: 'Stories that link to them' })).toContainText('Related posts');
	await ask.getByRole('button', { name: 'Withdraw 2 stories' }).click();
	await expect(page.getByText('Status of 2 stories changed.')).toBeVisible();
	await page.getByRole('button', { name: 'Undo', exact: true }).last().click();
	await expect(page.getByText('2 stories are as before.')).toBeVisible();
});
