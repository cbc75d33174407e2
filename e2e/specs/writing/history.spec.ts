import { expect, test } from '../../fixtures/app.ts';
import type { Desk } from '../../pages/desk.ts';

test.use({ newsroom: 'empty' });
test.setTimeout(180_000);

const harbour = 'The harbour opened at dawn, and the first boats went out before the fog had lifted.';
const crowds = 'Crowds came down from the hills to see it.';
const closing = 'By noon the nets were full.';

/** Writes a story of three paragraphs and saves it by hand. */
async function writeAndSave(desk: Desk): Promise<void> {
	const story = await desk.newStory();
	await story.typeHeadline('Harbour opens again');
	await desk.page.keyboard.press('Enter');
	await desk.page.keyboard.press('Enter');
	for (const [index, paragraph] of [harbour, crowds, closing].entries()) {
		if (index > 0) await desk.page.keyboard.press('Enter');
		await desk.page.keyboard.type(paragraph);
	}
	await saveByHand(desk, 1);
}

async function saveByHand(desk: Desk, times: number): Promise<void> {
	await desk.page.keyboard.press('ControlOrMeta+s');
	await desk.story.waitUntilSaved();
	await desk.history.show();
	await expect(desk.history.versions.filter({ hasText: 'Saved by hand' })).toHaveCount(times);
	await desk.history.hide();
}

/** Gives a paragraph other words. */
async function rewrite(desk: Desk, index: number, text: string): Promise<void> {
	await desk.story.blocks('paragraph').nth(index).click({ clickCount: 3 });
	await desk.page.keyboard.type(text);
	await expect(desk.story.blocks('paragraph').nth(index)).toHaveText(text);
}

test('an editor sees what changed since a save, and brings back one paragraph and then everything', async ({
	desk,
}) => {
	const { history, story } = desk;
	await writeAndSave(desk);
	await rewrite(desk, 0, harbour.replace('at dawn', 'at dusk'));
	await rewrite(desk, 1, 'Nobody came.');
	await story.typeHeadline('Harbour shuts again');
	await saveByHand(desk, 2);

	await history.show();
	await history.versions.filter({ hasText: 'Saved by hand' }).last().click();
	const headline = history.difference('Headline');
	await expect(headline.getByRole('deletion')).toHaveText('opens');
	await expect(headline.getByRole('insertion')).toHaveText('shuts');
	const changed = history.difference('Changed paragraph');
	const first = changed.filter({ hasText: 'The harbour opened' });
	await expect(first.getByRole('deletion')).toHaveText('dawn');
	await expect(first.getByRole('insertion')).toHaveText('dusk');

	// One paragraph, in one step.
	await first.getByRole('button', { name: 'Restore', exact: true }).click();
	await expect(story.blocks('paragraph').nth(0)).toHaveText(harbour);
	await expect(first).toHaveCount(0);
	await expect(story.blocks('paragraph').nth(1)).toHaveText('Nobody came.');
	await story.tool('Undo').click();
	await expect(story.blocks('paragraph').nth(0)).toContainText('at dusk');
	await story.tool('Redo').click();
	await expect(story.blocks('paragraph').nth(0)).toHaveText(harbour);

	// One field.
	await headline.getByRole('button', { name: 'Restore', exact: true }).click();
	await expect(story.headline).toHaveText('Harbour opens again');
	await expect(headline).toHaveCount(0);

	// Everything. What the story was is kept first.
	await history.region.getByRole('button', { name: 'Restore all' }).click();
	await expect(story.blocks('paragraph')).toHaveText([harbour, crowds, closing]);
	await expect(history.versions.first()).toContainText('Restored');
	await history.choose('Before a restore');
	await history.region.getByRole('radio', { name: 'Show this version' }).click();
	await expect(history.region.getByText('Nobody came.')).toBeVisible();
	await expect(history.region.getByText(harbour)).toBeVisible();

	// The next morning it is all still there.
	await story.waitUntilSaved();
	await desk.reopen();
	await desk.openStory('Harbour opens again');
	await expect(desk.story.blocks('paragraph')).toHaveText([harbour, crowds, closing]);
	await desk.history.show();
	await expect(desk.history.versions.filter({ hasText: 'Saved by hand' })).toHaveCount(2);
});

test('what was taken out, put in, moved or set is said in words and can be undone part by part', async ({ desk }) => {
	const { history, story, page } = desk;
	await writeAndSave(desk);
	await desk.setStatus('Ready');
	await desk.inspector.turn('Newsletter box', false);
	// The middle paragraph goes, and a new one comes at the end.
	await story.blocks('paragraph').nth(1).click({ clickCount: 3 });
	await page.keyboard.press('Backspace');
	await page.keyboard.press('Backspace');
	await expect(story.blocks('paragraph')).toHaveText([harbour, closing]);
	await story.goToEnd();
	await page.keyboard.press('Enter');
	await page.keyboard.type('The fleet sails again tomorrow.');
	await story.waitUntilSaved();

	await history.show();
	await expect(history.versions.filter({ hasText: 'Status changed to Ready' })).toHaveCount(1);
	await history.choose('Saved by hand');
	await expect(history.difference('Status')).toContainText('DraftReady');
	await expect(history.difference('Status').getByRole('button')).toHaveCount(0);
	const newsletter = history.difference('Newsletter box');
	await expect(newsletter.getByRole('deletion')).toHaveText('On');
	await expect(newsletter.getByRole('insertion')).toHaveText('Off');
	await newsletter.getByRole('button', { name: 'Restore' }).click();
	await expect(newsletter).toHaveCount(0);

	await history.difference('Removed paragraph').getByRole('button', { name: 'Restore', exact: true }).click();
	await expect(story.blocks('paragraph').nth(1)).toHaveText(crowds);
	await history.difference('Added paragraph').getByRole('button', { name: 'Take out' }).click();
	await expect(story.blocks('paragraph')).toHaveText([harbour, crowds, closing]);
	// The story that left its drafts got its address from the headline, too.
	await expect(history.region.getByRole('status')).toHaveText('Address changed, status changed since then.');
	await story.waitUntilSaved();
});

test('a paragraph of an earlier version is copied into the story of today', async ({ desk }) => {
	const { history, story, page } = desk;
	await writeAndSave(desk);
	await rewrite(desk, 1, 'Nobody came.');
	await story.waitUntilSaved();
	await history.show();
	await history.choose('Saved by hand');
	await history.difference('Changed paragraph').getByRole('button', { name: 'Copy the earlier paragraph' }).click();
	await expect(page.getByText('Copied.')).toBeVisible();
	await story.goToEnd();
	await page.keyboard.press('Enter');
	await page.keyboard.press('ControlOrMeta+v');
	await expect(story.blocks('paragraph').last()).toHaveText(crowds);
	await story.waitUntilSaved();
});
