import { expect, test } from '../../fixtures/app.ts';
import { type ExportedStory, readExported } from '../../fixtures/exported.ts';
import { readStoryFile } from '../../fixtures/on-disk.ts';

test.use({ newsroom: 'empty' });

test('Shift+Enter breaks a line in paragraphs, quotes and lists, up to the page; empty paragraphs stay behind', async ({
	desk,
}) => {
	const { page } = desk;
	const { keyboard } = page;
	const story = await desk.newStory();
	await story.typeHeadline('A song');
	// A headline has one line.
	await keyboard.press('Shift+Enter');
	await keyboard.type('In two verses');
	await expect(story.standfirst).toHaveText('In two verses');
	await keyboard.press('Enter');
	await keyboard.type('First line');
	await keyboard.press('Shift+Enter');
	await keyboard.press('ControlOrMeta+b');
	await keyboard.type('second');
	await keyboard.press('Shift+Enter');
	await keyboard.type('third');
	await keyboard.press('ControlOrMeta+b');
	await keyboard.press('Enter');
	await keyboard.press('Enter');
	await keyboard.type('> Said');
	await keyboard.press('Shift+Enter');
	await keyboard.type('twice');
	await keyboard.press('Enter');
	await keyboard.press('Enter');
	await keyboard.type('- Item');
	await keyboard.press('Shift+Enter');
	await keyboard.type('goes on');
	await keyboard.press('Enter');
	await keyboard.type('Next');
	await story.waitUntilSaved();
	const { story: stored } = await readStoryFile(desk.newsroomFolder, 'A song');
	expect(stored.body).toMatchObject([
		{ type: 'paragraph', html: 'First line<br><strong>second<br>third</strong>' },
		{ type: 'paragraph', html: '' },
		{ type: 'quote', html: 'Said<br>twice' },
		{ type: 'list', items: [{ html: 'Item<br>goes on' }, { html: 'Next' }] },
	]);

	await desk.inspector.addCategory('World');
	await desk.preview.show();
	const article = desk.preview.reader;
	await expect(article.locator('p br')).toHaveCount(3);
	await expect(article.locator('[data-block] li br')).toHaveCount(1);
	await desk.preview.hide();
	await desk.setStatus('Ready');
	await story.waitUntilSaved();
	const site = desk.setting.places.path('site');
	await desk.exportDialog.exportTo(site, 'This story');
	const { slug } = (await readStoryFile(desk.newsroomFolder, 'A song')).story;
	const exported = await readExported<ExportedStory>(site, `articles/${slug}.json`, 'article');
	expect(exported.body.map(({ type }) => type)).toEqual(['paragraph', 'quote', 'list']);
	expect(exported.bodyHtml).toContain('First line<br><strong>second<br>third</strong>');

	// It comes back as it was, and a kind of text keeps its lines.
	await desk.reopen();
	await expect(desk.story.blocks().first().locator('br')).toHaveCount(2);
	await desk.story.blocks().first().click();
	await desk.page.keyboard.press('ControlOrMeta+Alt+2');
	await expect(desk.story.blocks('subhead').locator('br')).toHaveCount(2);
	await desk.page.keyboard.press('ControlOrMeta+z');
	await expect(desk.story.blocks('subhead')).toHaveCount(0);
	await expect(desk.story.blocks().first().locator('br')).toHaveCount(2);
});
