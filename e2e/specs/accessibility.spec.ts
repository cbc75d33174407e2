import { seriousViolations } from '../fixtures/accessibility.ts';
import { expect, test } from '../fixtures/app.ts';
import { readStoryFile } from '../fixtures/on-disk.ts';

test.setTimeout(120_000);

const story = 'The thief who knew the sound of bronze';

for (const theme of ['Light', 'Dark']) {
	test(`the desk and its dialogs have no serious accessibility problem, ${theme.toLowerCase()}`, async ({ desk }) => {
		const { page } = desk;
		await desk.chooseTheme(theme);
		await desk.openStory(story);
		await desk.preview.hide();
		expect.soft(await seriousViolations(page), 'the desk').toEqual([]);
		await desk.list.stories.first().click({ modifiers: ['Shift'] });
		await expect(desk.list.actions).toBeVisible();
		await desk.list.openFilter();
		expect.soft(await seriousViolations(page), 'the filter and the selection').toEqual([]);
		await page.keyboard.press('Escape');
		await desk.list.actions.getByRole('button', { name: 'Categories' }).click();
		await expect(page.getByRole('dialog', { name: 'Categories of the selected stories' })).toBeVisible();
		expect.soft(await seriousViolations(page), 'the categories of many stories').toEqual([]);
		await page.keyboard.press('Escape');
		await desk.list.actions.getByRole('button', { name: 'Clear the selection' }).click();
		await desk.list.search('the');
		await expect(desk.list.region.locator('mark').first()).toBeVisible();
		await page.getByRole('button', { name: 'How to search' }).click();
		expect.soft(await seriousViolations(page), 'a search and its help').toEqual([]);
		await page.keyboard.press('Escape');
		await desk.list.search('');
		await desk.exportDialog.plan(desk.setting.places.path('site'), 'All published');
		await expect(desk.exportDialog.dialog.getByRole('table')).toBeVisible();
		expect.soft(await seriousViolations(page), 'the export').toEqual([]);
		await page.keyboard.press('Escape');
		await page.keyboard.press('ControlOrMeta+,');
		await expect(page.getByRole('dialog', { name: 'Newsroom settings' })).toBeVisible();
		expect.soft(await seriousViolations(page), 'the settings').toEqual([]);
		await page.keyboard.press('Escape');
		await desk.navigator.getByRole('button', { name: /^Trash/ }).click();
		await expect(desk.list.region).toBeVisible();
		expect.soft(await seriousViolations(page), 'the trash').toEqual([]);
	});
}

test('F6 goes from pane to pane and Shift+F6 back', async ({ desk }) => {
	await desk.openStory(story);
	const { keyboard } = desk.page;
	const panes = async (key: string) => {
		const visited: (string | null)[] = [];
		for (let step = 0; step < 4; step += 1) {
			await keyboard.press(key);
			visited.push(await desk.paneWithFocus());
		}
		return visited;
	};
	const forward = await panes('F6');
	expect(new Set(forward)).toEqual(new Set(['navigator', 'list', 'story', 'inspector']));
	const start = forward.at(-1);
	const back = await panes('Shift+F6');
	expect([...back].reverse()).toEqual([start, ...forward.slice(0, -1)]);
});

test('a story is written, given a category and saved without the mouse', async ({ desk }) => {
	const { keyboard } = desk.page;
	await expect(desk.list.stories.first()).toBeVisible();
	await keyboard.press('ControlOrMeta+Alt+n');
	await expect(desk.story.headline).toHaveText('');
	await expect.poll(() => desk.paneWithFocus()).toBe('story');
	await keyboard.type('By keyboard alone');
	await keyboard.press('Enter');
	await keyboard.type('No mouse was used.');
	await keyboard.press('Enter');
	await keyboard.type('This is the body.');
	await desk.inspector.region.getByRole('button', { name: 'Add category' }).focus();
	await keyboard.press('Enter');
	await expect(desk.page.getByRole('searchbox', { name: 'Search categories' })).toBeFocused();
	await keyboard.type('school');
	await keyboard.press('ArrowDown');
	await keyboard.press('Enter');
	await keyboard.press('Escape');
	await keyboard.press('Escape');
	await keyboard.press('ControlOrMeta+s');
	await desk.story.waitUntilSaved();
	const { story: stored } = await readStoryFile(desk.newsroomFolder, 'By keyboard alone');
	expect(stored.categories).toEqual(['school']);
	expect(stored.body.map(({ html }) => html)).toEqual(['This is the body.']);
});

test.describe('with no newsroom open', () => {
	test.use({ newsroom: { path: '/nowhere/at/all' } });

	for (const colorScheme of ['light', 'dark'] as const) {
		test(`the welcome screen has no serious accessibility problem, ${colorScheme}`, async ({ desk }) => {
			await desk.page.emulateMedia({ colorScheme });
			await expect(desk.page.getByRole('heading', { name: 'Galley' })).toBeVisible();
			await expect(desk.page.locator('html')).toHaveAttribute('data-theme', colorScheme);
			expect(await seriousViolations(desk.page)).toEqual([]);
		});
	}
});
