import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from '../../fixtures/app.ts';
import { readStoryFile } from '../../fixtures/on-disk.ts';
import { projectRoot } from '../../fixtures/places.ts';

test.setTimeout(120_000);

// Together they hold every block of the model.
const headlines = [
	'The harbour that moved its front door uphill',
	'The sleeper that pays its way, just',
	'By 2035 the clock will keep its own time',
	'First flight of Europe’s private rocket',
	'The thief who knew the sound of bronze',
];

test('every block is shown, and survives when a paragraph beside it is edited', async ({ desk }) => {
	const seen = new Set<string>();
	for (const start of headlines) {
		const headline = await wholeHeadline(start);
		const before = await readStoryFile(desk.newsroomFolder, headline);
		const story = await desk.openStory(headline);
		await expect(story.blocks()).toHaveCount(before.story.body.length);
		for (const { id, type } of before.story.body) {
			seen.add(type);
			await expect(story.region.locator(`[data-block-id="${id}"]`)).toBeVisible();
		}
		await story.typeAtEndOf(story.blocks('paragraph').first(), ' One more word.');
		await expect
			.poll(async () => (await readFile(before.path, 'utf8')).includes('One more word.'), { intervals: [100] })
			.toBe(true);
		await story.waitUntilSaved();

		const after = await readStoryFile(desk.newsroomFolder, headline);
		// Of a published story, and of no other, it says besides what readers have.
		const isLive = (line: string) => /^ {2}"live": "[0-9a-f]{64}",$/.test(line);
		const [oldLines, allLines] = [before.text.split('\n'), after.text.split('\n')];
		const newLines = allLines.filter((line) => !isLive(line));
		expect(allLines.length - newLines.length).toBe(JSON.parse(before.text).status === 'published' ? 1 : 0);
		expect(newLines).toHaveLength(oldLines.length);
		const changed = newLines.filter((line, index) => line !== oldLines[index]);
		expect(changed, headline).toHaveLength(2);
		expect(changed.join()).toContain('One more word.');
		expect(changed.join()).toContain('"updated"');
	}
	expect([...seen].sort()).toEqual(
		'divider embed gallery image keyPoints list paragraph pullquote quote subhead table'.split(' '),
	);
});

async function wholeHeadline(start: string): Promise<string> {
	const articles = join(projectRoot, 'content/newsroom/articles');
	for (const file of await readdir(articles, { recursive: true })) {
		if (!file.endsWith('.json')) continue;
		const { headline }: { headline: string } = JSON.parse(await readFile(join(articles, file), 'utf8'));
		if (headline.startsWith(start)) return headline;
	}
	throw new Error(`The sample has no story “${start}…”.`);
}
