import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator } from '@playwright/test';
import { seriousViolations } from '../../fixtures/accessibility.ts';
import { expect, test } from '../../fixtures/app.ts';
import { expectBody, told } from '../../fixtures/expected-body.ts';
import { readStoryFile } from '../../fixtures/on-disk.ts';

import { projectRoot } from '../../fixtures/places.ts';
import { copyElsewhere } from '../../pages/clipboard.ts';
import type { Desk } from '../../pages/desk.ts';

test.use({ newsroom: 'empty' });
test.setTimeout(120_000);

const sample = (name: string) => join(projectRoot, 'electron/core/documents/testing', name);

interface NamedBytes {
	readonly name: string;
	readonly bytes: Buffer;
}

/** Drops files on an element as a file manager does. */
async function dropFiles(target: Locator, files: readonly NamedBytes[], at?: { x: number; y: number }): Promise<void> {
	const transfer = await target.page().evaluateHandle(
		(given) => {
			const data = new DataTransfer();
			for (const { name, base64 } of given) {
				const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
				data.items.add(new File([bytes], name));
			}
			return data;
		},
		files.map(({ name, bytes }) => ({ name, base64: bytes.toString('base64') })),
	);
	const place = at === undefined ? {} : { clientX: at.x, clientY: at.y };
	for (const type of ['dragenter', 'dragover', 'drop'])
		await target.dispatchEvent(type, { dataTransfer: transfer, ...place });
}

async function openByCommand(desk: Desk, file: string | { name: string; mimeType: string; buffer: Buffer }) {
	const { page } = desk;
	await expect(desk.navigator).toBeVisible();
	await desk.palette.goTo('open a document');
	const dialog = page.getByRole('dialog', { name: 'Open a document' });
	await expect(dialog.getByRole('button', { name: 'Choose a file…' })).toBeFocused();
	await dialog.locator('input[type=file]').setInputFiles(file);
	return dialog;
}

const openStories = ({ page }: Desk) => page.getByRole('tablist', { name: 'Open stories' }).getByRole('tab');

const headline = 'The harbour that moved';

async function bodyOf(desk: Desk, name: string) {
	return told((await readStoryFile(desk.newsroomFolder, name)).story.body);
}

test('a Word file opened by its command becomes a draft with its pictures @desktop', async ({ desk }) => {
	const dialog = await openByCommand(desk, sample('harbour.docx'));
	await expect(desk.story.headline).toHaveText(headline);
	await expect(dialog).toBeHidden();
	const { story } = await readStoryFile(desk.newsroomFolder, headline);
	expect(story.standfirst).toBe('A board, a vote and a quay');
	expect(story.body.map(({ type }) => type)).toEqual(
		'subhead paragraph paragraph list quote subhead table image paragraph list'.split(' '),
	);
	await expect(desk.story.blocks('image').getByRole('img').first()).toHaveJSProperty('naturalWidth', 16);
});

test('a document dropped on the list is the same draft, also one of another format', async ({ desk }) => {
	const list = desk.page.getByRole('region', { name: 'Stories' });
	await dropFiles(list, [{ name: 'harbour.odt', bytes: readFileSync(sample('harbour.odt')) }]);
	await expect(desk.story.headline).toHaveText(headline);
	const odt = await bodyOf(desk, headline);
	expect(odt.slice(0, 5).map(({ type }) => type)).toEqual('subhead paragraph paragraph list quote'.split(' '));
	await dropFiles(list, [
		{ name: 'one.md', bytes: Buffer.from('---\ntitle: One\n---\n\nThe *board* voted.') },
		{ name: 'two.txt', bytes: Buffer.from('Two lines\nof text') },
	]);
	await expect(openStories(desk)).toHaveCount(3);
	expect(await bodyOf(desk, 'One')).toEqual([{ type: 'paragraph', html: 'The <em>board</em> voted.' }]);
});

test('a document dropped into a story goes in there, and one undo takes it out', async ({ desk }) => {
	const { page } = desk;
	const story = await desk.newStory();
	await story.typeHeadline('Mine');
	await page.keyboard.press('Enter');
	await page.keyboard.press('Enter');
	await page.keyboard.type('First.');
	await page.keyboard.press('Enter');
	await page.keyboard.type('Last.');
	await story.waitUntilSaved();
	const box = await story.blocks('paragraph').first().boundingBox();
	if (!box) throw new Error('The paragraph is not on the screen.');
	const bytes = Buffer.from(
		'<h1>Theirs</h1><p>A <b>bold</b> word.</p><img src="https://news.example/a.jpg"><ol><li>one</li></ol>',
	);
	await dropFiles(story.text, [{ name: 'page.html', bytes }], { x: box.x + 5, y: box.y + box.height / 2 });
	await expect(page.getByText('1 web picture (news.example) was left out.')).toBeVisible();
	await expect(story.blocks()).toHaveText(['First.', 'Theirs', 'A bold word.', 'one', 'Last.']);
	await page.keyboard.press('ControlOrMeta+z');
	await expect(story.blocks()).toHaveText(['First.', 'Last.']);
	await expect(story.headline).toHaveText('Mine');
});

test('a file that is opened and the same that is pasted give the same story', async ({ desk }) => {
	const { page } = desk;
	const html = readFileSync(join(projectRoot, 'shared/document/reading/testing/sources/libreoffice.html'), 'utf8');
	await dropFiles(page.getByRole('region', { name: 'Stories' }), [{ name: 'opened.html', bytes: Buffer.from(html) }]);
	await expect(desk.story.headline).toHaveText('What the harbour board decided');
	const opened = await bodyOf(desk, 'What the harbour board decided');
	const story = await desk.newStory();
	await story.typeHeadline('Pasted');
	await page.keyboard.press('Enter');
	await page.keyboard.press('Enter');
	await copyElsewhere(page, { html });
	await page.keyboard.press('ControlOrMeta+v');
	// Its title is the headline of a draft, and a subhead of what it is pasted into.
	const title = { type: 'subhead', level: 2, html: 'What the harbour board decided' };
	await expectBody(desk.newsroomFolder, 'Pasted', [title, ...opened]);
});

test('what cannot be read says why, and nothing is made', async ({ desk }) => {
	const { page } = desk;
	const word = { name: 'budget.docx', mimeType: '', buffer: Buffer.from('no document') };
	const dialog = await openByCommand(desk, word);
	await expect(dialog.getByRole('alert')).toHaveText(/^“budget.docx” is damaged or is no document of its kind/);
	for (const theme of ['light', 'dark']) {
		await page.evaluate((name) => Object.assign(document.documentElement.dataset, { theme: name }), theme);
		expect(await seriousViolations(page), theme).toEqual([]);
	}
	await page.keyboard.press('Escape');
	const list = page.getByRole('region', { name: 'Stories' });
	await dropFiles(list, [{ name: 'budget.doc', bytes: Buffer.from('x') }]);
	await expect(page.getByText('“budget.doc” is in the format that Word had until 2003.')).toBeVisible();
	// Beside everything that takes files, a dropped one is not shown in place of Galley.
	await dropFiles(page.getByRole('region', { name: 'Navigator' }), [{ name: 'a.html', bytes: Buffer.from('x') }]);
	await expect(desk.navigator).toBeVisible();
	await expect(openStories(desk)).toHaveCount(0);
});
