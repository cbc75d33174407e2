import { expect, test } from '../fixtures/app.ts';
import { type ExportedIndex, type ExportedStory, readExported } from '../fixtures/exported.ts';
import { type PagePart, readSeedPage, whyNoSeedPage } from '../fixtures/newsrooms/seed-page.ts';
import {
	type BodyPiece,
	type OtherStory,
	ownMaterial,
	type StoryMaterial,
} from '../fixtures/newsrooms/story-material.ts';
import type { Desk } from '../pages/desk.ts';
import { Hand } from '../pages/hand.ts';

test.use({ newsroom: 'empty' });
test.setTimeout(180_000);

test('an editor writes a whole page from an empty newsroom, previews it and exports it', { tag: '@desktop' }, async ({
	desk,
}) => {
	await writePage(desk, ownMaterial);
	await expectPreview(desk, ownMaterial);
	await expectExport(desk, ownMaterial);
});

test('the seed page can be written, previewed and exported, with the same parts in the same order', {
	tag: '@desktop',
}, async ({ desk }) => {
	test.skip(whyNoSeedPage !== null, whyNoSeedPage ?? '');
	const { material, parts } = readSeedPage();
	await writePage(desk, material);
	await expectPreview(desk, material);
	expect(await previewParts(desk)).toEqual(parts);
	const story = await expectExport(desk, material);
	expect(exportedParts(story)).toEqual(parts);
});

test('the seed page takes at most 30 actions beside its words', async ({ desk }) => {
	test.skip(whyNoSeedPage !== null, whyNoSeedPage ?? '');
	const { material } = readSeedPage();
	for (const other of [...material.related, material.nextRead]) await writeOther(desk, other);
	const { page, story, inspector } = desk;
	const hand = new Hand(page);
	await hand.press(page.getByRole('button', { name: 'New story' }).first());
	await expect(story.text).toBeFocused();
	await hand.type(material.headline, material.standfirst, '');
	for (const [index, piece] of material.body.entries()) {
		if (piece.type === 'keyPoints') {
			await hand.press(story.tool('Key points'));
			await hand.type(...piece.points, '', '');
			continue;
		}
		const text = piece.type === 'subhead' ? `## ${piece.text}` : piece.text;
		await hand.type(text, ...(index < material.body.length - 1 ? [''] : []));
	}

	await hand.press(inspector.region.getByRole('button', { name: 'Add category' }));
	for (const label of material.categories) await hand.find(label, page.getByRole('option', { name: label }));
	await hand.key('Escape');
	for (const { headline } of material.related) await hand.press(inspector.suggested.filter({ hasText: headline }));
	await hand.press(inspector.region.getByRole('button', { name: 'Choose next read' }));
	const { headline: next } = material.nextRead;
	await hand.find(firstWords(next), page.getByRole('dialog').getByRole('option', { name: next }));
	await hand.press(inspector.region.getByText('Trending', { exact: true }));
	await hand.press(inspector.region.getByRole('button', { name: /^Dates/ }));
	await hand.press(inspector.region.getByRole('group', { name: 'Publish date' }).getByRole('spinbutton').first());
	await hand.type('310320250930');
	await hand.press(page.getByRole('button', { name: 'Status: Draft' }));
	await hand.press(
		page.getByRole('menuitemradio', { name: /Published/ }).or(page.getByRole('menuitem', { name: /Published/ })),
	);
	await expect(page.getByRole('button', { name: 'Status: Published' })).toBeVisible();
	await story.waitUntilSaved();
	await hand.press(page.getByRole('button', { name: 'Preview', exact: true }));
	await expectPreview(desk, material);
	const folder = desk.setting.places.path('site');
	await hand.press(page.getByRole('button', { name: 'Export', exact: true }).first());
	await expect(desk.exportDialog.dialog).toBeVisible();
	await hand.press(desk.exportDialog.dialog.getByRole('textbox', { name: 'Folder' }));
	await hand.type(folder);
	await hand.key('Enter');
	await hand.press(desk.exportDialog.exportButton);
	await hand.press(page.getByRole('button', { name: 'Done' }));
	console.log(`The seed page took ${hand.actions} actions beside its words.`);
	expect(hand.actions).toBeLessThanOrEqual(30);
	const index = await readExported<ExportedIndex>(folder, 'index.json', 'index');
	expect(index.articles.map(({ headline }) => headline)).toContain(material.headline);
});

/** Writes the other stories first, so that the picker finds them, and then the page itself. */
async function writePage(desk: Desk, material: StoryMaterial): Promise<void> {
	for (const other of [...material.related, material.nextRead]) await writeOther(desk, other);
	const story = await desk.newStory();
	await story.typeHeadline(material.headline);
	await desk.page.keyboard.press('Enter');
	await desk.page.keyboard.type(material.standfirst);
	await desk.page.keyboard.press('Enter');
	await writeBody(desk, material.body);
	for (const label of material.categories) await desk.inspector.addCategory(label);
	// All of them share a category with the page, so that they are offered.
	for (const { headline } of material.related) await desk.inspector.takeSuggested(headline);
	await desk.inspector.chooseNextRead(material.nextRead.headline, firstWords(material.nextRead.headline));
	await desk.inspector.turn('Trending', true);
	await desk.inspector.setByline('Ana Ruiz', 'Brussels');
	await desk.inspector.setPublishDate('31', '03', '2025', '09', '30');
	// Last, as what is changed after that waits to be published.
	await desk.setStatus('Published');
	await story.waitUntilSaved();
}

async function writeOther(desk: Desk, other: OtherStory): Promise<void> {
	const story = await desk.newStory();
	await story.typeHeadline(other.headline);
	await desk.page.keyboard.press('Enter');
	await desk.page.keyboard.type(other.standfirst);
	await desk.page.keyboard.press('Enter');
	await desk.page.keyboard.type('The whole story follows.');
	for (const label of other.categories) await desk.inspector.addCategory(label);
	await desk.setStatus('Published');
	await story.waitUntilSaved();
}

async function writeBody(desk: Desk, body: readonly BodyPiece[]): Promise<void> {
	const { keyboard } = desk.page;
	for (const [index, piece] of body.entries()) {
		const isLast = index === body.length - 1;
		if (piece.type === 'keyPoints') {
			await desk.story.tool('Key points').click();
			for (const point of piece.points) {
				await keyboard.type(point);
				await keyboard.press('Enter');
			}
			// Enter in the empty last point leaves the box.
			await keyboard.press('Enter');
			continue;
		}
		if (piece.type === 'subhead') await keyboard.type('## ');
		await keyboard.type(piece.text);
		if (!isLast) await keyboard.press('Enter');
	}
}

async function expectPreview(desk: Desk, material: StoryMaterial): Promise<void> {
	await desk.preview.show();
	const { reader } = desk.preview;
	await expect(reader.locator('.g-date')).toHaveText(material.dateLine);
	await expect(reader.getByRole('heading', { level: 1 })).toHaveText(material.headline);
	for (const piece of material.body) {
		for (const text of piece.type === 'keyPoints' ? piece.points : [piece.text]) {
			await expect(reader.getByText(text, { exact: true })).toBeVisible();
		}
	}
	for (const { headline } of [...material.related, material.nextRead]) {
		await expect(reader.getByRole('link', { name: headline }).first()).toBeVisible();
	}
	await expect(reader.getByText('Read more')).toHaveCount(material.related.length);
}

/** The parts of the page in the preview, in the order in which readers meet them. */
async function previewParts(desk: Desk): Promise<PagePart[]> {
	const partOf: Readonly<Record<string, PagePart>> = {
		'.g-date': 'date line',
		'.g-trending': 'trending',
		'.g-top .g-chips': 'categories',
		'.g-headline': 'headline',
		'.g-standfirst': 'standfirst',
		'.g-body > p': 'paragraph',
		'.g-body > h2': 'subhead',
		'.g-key-points': 'keyPoints',
		'.g-card': 'related post',
		'.g-newsletter': 'newsletter',
		'.g-comments': 'comment form',
		'.g-next': 'next read',
	};
	const selectors = Object.keys(partOf);
	const found = await desk.preview.reader
		.locator(selectors.join())
		.evaluateAll(
			(elements, names) => elements.map((element) => names.find((name) => element.matches(name))),
			selectors,
		);
	return found.flatMap((selector) => partOf[selector ?? ''] ?? []);
}

async function expectExport(desk: Desk, material: StoryMaterial): Promise<ExportedStory> {
	const folder = desk.setting.places.path('site');
	await desk.exportDialog.exportTo(folder, 'All published');
	const index = await readExported<ExportedIndex>(folder, 'index.json', 'index');
	await readExported(folder, 'categories.json', 'categories');
	expect(index.articles.map(({ headline }) => headline).sort()).toEqual(
		[material, ...material.related, material.nextRead].map(({ headline }) => headline).sort(),
	);
	const entry = index.articles.find(({ headline }) => headline === material.headline);
	expect(entry?.trending).toBe(true);
	const story = await readExported<ExportedStory>(folder, `articles/${entry?.slug}.json`, 'article');

	expect(story).toMatchObject({
		headline: material.headline,
		standfirst: material.standfirst,
		status: 'published',
		trending: true,
		newsletter: true,
		comments: 'open',
		byline: [{ name: 'Ana Ruiz', role: '', url: '' }],
		dateline: { place: 'Brussels' },
		dates: { published: '2025-03-31T09:30:00Z' },
	});
	expect(story.categories.map(({ label }) => label)).toEqual(material.categories);
	expect(story.body.map(({ type }) => type)).toEqual(material.body.map(({ type }) => type));
	expect(story.body.map(({ html }) => plain(html ?? ''))).toEqual(
		material.body.map((piece) => (piece.type === 'keyPoints' ? '' : piece.text)),
	);
	const points = material.body.flatMap((piece) => (piece.type === 'keyPoints' ? piece.points : []));
	expect(story.keyPoints.map(({ text }) => text)).toEqual(points);
	expect(
		story.related.map(({ title, excerpt, categories }) => ({
			title,
			excerpt,
			categories: categories.map(({ label }) => label),
		})),
	).toEqual(
		material.related.map(({ headline, standfirst, categories }) => ({
			title: headline,
			excerpt: standfirst,
			categories,
		})),
	);
	expect(story.nextRead).toMatchObject({ title: material.nextRead.headline });
	expect(story.nextRead?.categories.map(({ label }) => label)).toEqual(material.nextRead.categories);
	const words = material.body.flatMap((piece) => (piece.type === 'keyPoints' ? piece.points : [piece.text]));
	for (const text of words) {
		expect(story.bodyText).toContain(text);
		expect(plain(story.bodyHtml)).toContain(text);
	}
	expect(story.wordCount).toBeGreaterThan(80);
	expect(story.readingMinutes).toBeGreaterThanOrEqual(1);
	for (const link of [...story.related, story.nextRead]) {
		const target = await readExported<ExportedStory>(folder, link?.json ?? '', 'article');
		expect(target.headline).toBe(link?.title);
	}
	return story;
}

/** The parts of an exported story, in the order of the page that a site makes of it. */
function exportedParts(story: ExportedStory): PagePart[] {
	return [
		...(story.dates.published ? (['date line'] as const) : []),
		...(story.trending ? (['trending'] as const) : []),
		...(story.categories.length > 0 ? (['categories'] as const) : []),
		'headline',
		...(story.standfirst ? (['standfirst'] as const) : []),
		...story.body.map(({ type }) => type as BodyPiece['type']),
		...story.related.map((): PagePart => 'related post'),
		...(story.newsletter ? (['newsletter'] as const) : []),
		...(story.comments === 'open' ? (['comment form'] as const) : []),
		...(story.nextRead ? (['next read'] as const) : []),
	];
}

function plain(html: string): string {
	return html
		.replace(/<[^>]*>/g, '')
		.replace(/&lt;/g, '<')
		.replace(/&gt;/g, '>')
		.replace(/&amp;/g, '&');
}

function firstWords(headline: string): string {
	return headline.split(' ').slice(0, 3).join(' ');
}
