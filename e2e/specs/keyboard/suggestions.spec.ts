import type { Page } from '@playwright/test';
import { seriousViolations } from '../../fixtures/accessibility.ts';
import { expect, test } from '../../fixtures/app.ts';
import { readStoryFile } from '../../fixtures/on-disk.ts';
import type { Desk } from '../../pages/desk.ts';
import type { Story } from '../../pages/story.ts';

const blocks = (page: Page) => page.getByRole('listbox', { name: 'Blocks' });

test('a slash offers blocks, found by their name or other words, and one undo takes one back', async ({ desk }) => {
	const { page } = desk;
	const { keyboard } = page;
	const story = await startBody(desk, 'By slash');
	await keyboard.type('/');
	await expect(blocks(page).getByRole('option').first()).toHaveText(/^Subhead/);
	await expect(story.text).toHaveAttribute('aria-controls', (await blocks(page).getAttribute('id')) ?? '');
	await keyboard.type('rows');
	await expect(blocks(page).getByRole('option')).toHaveText([/^Table/]);
	const active = blocks(page).getByRole('option', { selected: true });
	await expect(story.text).toHaveAttribute('aria-activedescendant', (await active.getAttribute('id')) ?? '');
	expect(await seriousViolations(page)).toEqual([]);
	await keyboard.press('Enter');
	await expect(blocks(page)).toBeHidden();
	await expect(story.text).not.toHaveAttribute('aria-activedescendant', /./);
	await expect(story.blocks('table')).toHaveCount(1);
	await keyboard.type('In the first cell');
	await expect(story.blocks('table').locator('td, th').first()).toHaveText('In the first cell');
	await keyboard.press('ControlOrMeta+z');
	await keyboard.press('ControlOrMeta+z');
	await expect(story.blocks('table')).toHaveCount(0);
	await expect(story.blocks()).toHaveText(['/rows']);
	await keyboard.press('ControlOrMeta+a');
	await keyboard.press('Backspace');

	// After words it stands below them; by arrows as well.
	await keyboard.type('What he said. /qu');
	await keyboard.press('ArrowDown');
	await expect(active).toHaveText(/^Pull quote/);
	await keyboard.press('ArrowUp');
	await expect(active).toHaveText(/^Quote/);
	await keyboard.press('Escape');
	await expect(blocks(page)).toBeHidden();
	await keyboard.type('iet');
	await expect(blocks(page)).toBeHidden();
	await expect(story.blocks()).toHaveText(['What he said. /quiet']);
	await keyboard.type(' /div');
	await expect(active).toHaveText(/^Divider/);
	await keyboard.press('Enter');
	await expect(story.blocks('divider')).toHaveCount(1);
	await expect(story.blocks().first()).toHaveText('What he said. /quiet');
	await keyboard.press('ControlOrMeta+z');
	await expect(story.blocks()).toHaveText(['What he said. /quiet /div']);
});

test('two brackets link to the newsroom’s own stories, and an @ names its people', async ({ desk }) => {
	const { page } = desk;
	const { keyboard } = page;
	const story = await startBody(desk, 'With links');
	await keyboard.type('As told in [[sleeper pays');
	const stories = page.getByRole('listbox', { name: 'Stories to link to' });
	await expect(stories.getByRole('option')).toHaveText([/The sleeper that pays its way, just/]);
	await keyboard.press('Enter');
	await keyboard.type(', says @sam had');
	const people = page.getByRole('listbox', { name: 'People' });
	await expect(people.getByRole('option')).toHaveText([/Samir Haddad/]);
	await keyboard.press('Tab');
	await expect(people).toBeHidden();
	await keyboard.type('.');
	await story.waitUntilSaved();
	const { story: stored } = await readStoryFile(desk.newsroomFolder, 'With links');
	expect(stored.body[0]?.html).toMatch(
		/^As told in <a href="https:\/\/meridian\.example\/[\w-]+">The sleeper that pays its way, just<\/a>, says <a href="[^"]+">Samir Haddad<\/a>\.$/,
	);
	await keyboard.press('ControlOrMeta+z');
	await keyboard.press('ControlOrMeta+z');
	await expect(story.blocks().first()).toHaveText('As told in The sleeper that pays its way, just, says @sam had');
	await keyboard.type(' [[no such words here');
	await expect(page.getByText('No other story has these words.')).toBeVisible();
	await keyboard.press('Enter');
	await expect(story.blocks()).toHaveCount(2);
});

test('an address, a fraction, code and a text that is composed or pasted offer nothing', async ({ desk }) => {
	const { page } = desk;
	const { keyboard } = page;
	const story = await startBody(desk, 'Quiet signs');
	const lists = page.getByRole('listbox', { name: /^(?:Blocks|People|Stories to link to)$/ });
	await keyboard.type('desk@example.org 1/2 and/or a[[b @');
	await expect(page.getByRole('listbox', { name: 'People' })).toBeVisible();
	await keyboard.type(' x ');
	await expect(lists).toHaveCount(0);
	await keyboard.press('ControlOrMeta+e');
	await keyboard.type('/bin [[ @');
	await expect(lists).toHaveCount(0);
	await keyboard.press('ControlOrMeta+e');
	await keyboard.press('Enter');
	const session = await page.context().newCDPSession(page);
	await session.send('Input.imeSetComposition', { text: '/', selectionStart: 1, selectionEnd: 1 });
	await expect(story.blocks().last()).toHaveText('/');
	await expect(lists).toHaveCount(0);
	await session.send('Input.insertText', { text: '/é' });
	await expect(story.blocks().last()).toHaveText('/é');
	await expect(lists).toHaveCount(0);
	await keyboard.press('Enter');
	await story.text.evaluate((element) => {
		const clipboardData = new DataTransfer();
		clipboardData.setData('text/plain', '/');
		element.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
	});
	await expect(story.blocks().last()).toHaveText('/');
	await expect(lists).toHaveCount(0);
	// Going back to a sign that is there offers nothing either, and neither does a headline.
	await keyboard.press('ArrowLeft');
	await keyboard.press('ArrowRight');
	await expect(lists).toHaveCount(0);
	await story.headline.click();
	await keyboard.press('End');
	await keyboard.type(' / @ [[');
	await expect(story.headline).toHaveText('Quiet signs / @ [[');
	await expect(lists).toHaveCount(0);
});

/** Begins a story and goes to its body. */
async function startBody(desk: Desk, headline: string): Promise<Story> {
	const story = await desk.newStory();
	await story.typeHeadline(headline);
	await desk.page.keyboard.press('Enter');
	await desk.page.keyboard.press('Enter');
	return story;
}
