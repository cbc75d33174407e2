import { expect, test } from '../../fixtures/app.ts';
import { type ExportedStory, readExported } from '../../fixtures/exported.ts';
import { readStoryFile, smallPng } from '../../fixtures/on-disk.ts';
import type { Desk } from '../../pages/desk.ts';

test.use({ newsroom: 'empty' });

test('key points are made, put in order, moved through the body and removed', async ({ desk }) => {
	const { keyboard } = desk.page;
	const story = await startBody(desk, 'Points of order');
	await keyboard.type('Before the box.');
	await keyboard.press('Enter');
	await story.tool('Key points').click();
	for (const [index, point] of ['First', 'Second', 'Third'].entries()) {
		if (index > 0) await keyboard.press('Enter');
		await keyboard.type(point);
	}
	await expect(story.keyPoints).toHaveText(['First', 'Second', 'Third']);

	await keyboard.press('Alt+ArrowUp');
	await expect(story.keyPoints).toHaveText(['First', 'Third', 'Second']);
	await keyboard.press('Alt+ArrowDown');
	await expect(story.keyPoints).toHaveText(['First', 'Second', 'Third']);

	await story.dragKeyPoint(2, 0);
	await expect(story.keyPoints).toHaveText(['Third', 'First', 'Second']);

	await story.keyPoints.nth(1).click();
	await keyboard.press('Alt+Shift+ArrowUp');
	await expect(story.blocks().first()).toHaveAttribute('data-block-type', 'keyPoints');
	await keyboard.press('Alt+Shift+ArrowDown');
	await expect(story.blocks().first()).toHaveText('Before the box.');

	await story.keyPoints.nth(1).hover();
	await story.region.getByRole('button', { name: 'Remove key point' }).nth(1).click();
	await expect(story.keyPoints).toHaveText(['Third', 'Second']);
	await story.waitUntilSaved();
	const file = await readStoryFile(desk.newsroomFolder, 'Points of order');
	expect(file.story.keyPoints.map(({ text }) => text)).toEqual(['Third', 'Second']);
	expect(file.story.body.slice(0, 2).map(({ type }) => type)).toEqual(['paragraph', 'keyPoints']);
});

test('bold, italic and a link are set by keyboard', async ({ desk }) => {
	const { keyboard } = desk.page;
	const story = await startBody(desk, 'In bold and in italics');
	await keyboard.press('ControlOrMeta+b');
	await keyboard.type('Bold');
	await keyboard.press('ControlOrMeta+b');
	await keyboard.type(' and ');
	await keyboard.press('ControlOrMeta+i');
	await keyboard.type('italic');
	await keyboard.press('ControlOrMeta+i');
	await keyboard.type(' with a link');
	for (let letter = 0; letter < 'link'.length; letter += 1) await keyboard.press('Shift+ArrowLeft');
	await expect(desk.page.getByRole('toolbar', { name: 'Marks' })).toBeVisible();
	await keyboard.press('ControlOrMeta+k');
	await expect(desk.page.getByRole('combobox', { name: 'Link address or story' })).toBeFocused();
	await keyboard.type('example.org/page');
	await keyboard.press('Enter');
	await expect(story.blocks().first().getByRole('link', { name: 'link' })).toBeVisible();
	await story.waitUntilSaved();
	const { story: stored } = await readStoryFile(desk.newsroomFolder, 'In bold and in italics');
	expect(stored.body[0]?.html).toBe(
		'<strong>Bold</strong> and <em>italic</em> with a <a href="https://example.org/page">link</a>',
	);
});

test('a subhead, a quote with its speaker and a list are written as an editor types them', async ({ desk }) => {
	const { keyboard } = desk.page;
	const story = await startBody(desk, 'Blocks by typing');
	await keyboard.type('## What happened');
	await keyboard.press('Enter');
	await keyboard.type('> We saw it coming.');
	await keyboard.press('Enter');
	await keyboard.type('Ana Ruiz, witness');
	await keyboard.press('Enter');
	await keyboard.type('- One');
	await keyboard.press('Enter');
	await keyboard.type('Two');
	await story.waitUntilSaved();
	const { story: stored } = await readStoryFile(desk.newsroomFolder, 'Blocks by typing');
	expect(stored.body.map(({ id, ...block }) => block)).toEqual([
		{ type: 'subhead', level: 2, html: 'What happened' },
		{ type: 'quote', html: 'We saw it coming.', attribution: 'Ana Ruiz, witness' },
		expect.objectContaining({ type: 'list', items: [expect.anything(), expect.anything()] }),
	]);
	await expect(story.blocks('list').getByRole('listitem')).toHaveText(['One', 'Two']);
});

test('a picture from a file gets its words and goes out with the export', { tag: '@desktop' }, async ({ desk }) => {
	const { keyboard } = desk.page;
	const story = await startBody(desk, 'A picture story');
	await keyboard.type('It shows a dot.');
	await story.tool('Picture').click();
	await story.addPictures({ name: 'dot.png', mimeType: 'image/png', buffer: smallPng });
	const picture = story.blocks('image');
	await picture.getByRole('button', { name: 'Add alt text' }).click();
	await picture.getByRole('textbox', { name: 'Alt text' }).fill('A red dot');
	await picture.getByRole('textbox', { name: 'Caption' }).fill('The dot, on Monday');
	await picture.getByRole('textbox', { name: 'Credit' }).fill('Ana Ruiz');
	await desk.inspector.addCategory('World');
	await desk.setStatus('Ready');
	await story.waitUntilSaved();
	const site = desk.setting.places.path('site');
	await desk.exportDialog.exportTo(site, 'This story');
	const { story: stored } = await readStoryFile(desk.newsroomFolder, 'A picture story');
	const exported = await readExported<ExportedStory>(site, `articles/${stored.slug}.json`, 'article');
	const block = exported.body.find(({ type }) => type === 'image');
	expect(JSON.stringify(block)).toContain('A red dot');
	expect(block).toMatchObject({ caption: 'The dot, on Monday', credit: 'Ana Ruiz' });
	expect(exported.bodyHtml).toContain('alt="A red dot"');
});

async function startBody(desk: Desk, headline: string) {
	const story = await desk.newStory();
	await story.typeHeadline(headline);
	await desk.page.keyboard.press('Enter');
	await desk.page.keyboard.press('Enter');
	return story;
}
