import { expect, test } from '../../fixtures/app.ts';
import { readStoryFile } from '../../fixtures/on-disk.ts';

test.setTimeout(120_000);

const before = 'The thief who knew the sound of bronze';
const after = 'A thief with an ear for bronze';
const related = 'Eleven bakers buy a mill';

test('one history undoes and redoes everything in a story, its settings included', { tag: '@desktop' }, async ({
	desk,
}) => {
	const { keyboard } = desk.page;
	const story = await desk.openStory(before);
	const original = await readStoryFile(desk.newsroomFolder, before);
	await story.typeHeadline(after);
	await story.keyPoints.first().click();
	await keyboard.press('End');
	await keyboard.type(' Really.');
	await expect(story.keyPoints.first()).toContainText('Really.');
	await desk.inspector.addCategory('School');
	await desk.inspector.turn('Trending', !original.story.trending);
	await desk.inspector.addRelatedPost(related);
	await desk.inspector.setByline('Otto Undo', 'Bremen');
	await story.waitUntilSaved();
	const edited = await readStoryFile(desk.newsroomFolder, after);
	expect(edited.story.byline.map(({ name }) => name)).toContain('Otto Undo');
	expect(edited.story.related).toHaveLength(original.story.related.length + 1);

	await story.headline.click();
	const undo = story.tool('Undo');
	await expect(async () => {
		for (let step = 0; step < 10; step += 1) await keyboard.press('ControlOrMeta+z');
		await expect(undo).toHaveAttribute('aria-disabled', 'true', { timeout: 200 });
	}).toPass();
	await expect(story.headline).toHaveText(before);
	await expect.poll(async () => content(desk.newsroomFolder, before)).toEqual(withoutUpdate(original.text));

	const redo = story.tool('Redo');
	await expect(async () => {
		for (let step = 0; step < 10; step += 1) await keyboard.press('ControlOrMeta+Shift+z');
		await expect(redo).toHaveAttribute('aria-disabled', 'true', { timeout: 200 });
	}).toPass();
	await expect(story.headline).toHaveText(after);
	await expect.poll(async () => content(desk.newsroomFolder, after)).toEqual(withoutUpdate(edited.text));
});

async function content(newsroom: string, headline: string): Promise<string | null> {
	try {
		return withoutUpdate((await readStoryFile(newsroom, headline)).text);
	} catch (error) {
		if (error instanceof Error && error.message.startsWith('No file')) return null; // not saved yet
		throw error;
	}
}

function withoutUpdate(text: string): string {
	return text.replace(/"updated": "[^"]*"/, '"updated": ""');
}
