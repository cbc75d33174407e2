import { seriousViolations } from '../fixtures/accessibility.ts';
import { expect, test } from '../fixtures/app.ts';

const headline = 'The harbour that moved its front door uphill';

test('what readers were told stands in one list, newest first, and leads to its place', async ({ desk }) => {
	const { page, story, publishing } = desk;
	await desk.openStory(headline);
	await story.typeHeadline('The harbour that moved its back door uphill');
	await publishing.compare();
	await publishing.tellReaders('A correction');
	await publishing.dialog.getByRole('button', { name: /^Publish/ }).click();
	await expect(publishing.dialog).toBeHidden();
	await desk.list.open('Eleven bakers buy a mill');
	await desk.chooseInMenu('Corrections and updates…');
	const notes = page.getByRole('dialog', { name: 'Corrections and updates' });
	const first = notes.getByRole('listitem').first();
	await expect(first).toContainText('Correction');
	await expect(first).toContainText('An earlier version said front; it is back.');
	expect(await seriousViolations(page)).toEqual([]);
	await first.getByRole('button', { name: 'The harbour that moved its back door uphill' }).click();
	await expect(notes).toBeHidden();
	await expect(story.headline).toHaveText('The harbour that moved its back door uphill');
	await expect(desk.inspector.region.getByRole('textbox', { name: 'Correction' }).last()).toBeVisible();
});

test.describe('in a newsroom without a note', () => {
	test.use({ newsroom: 'empty' });
	test('it says how a note comes about', async ({ desk }) => {
		await desk.chooseInMenu('Corrections and updates…');
		const notes = desk.page.getByRole('dialog', { name: 'Corrections and updates' });
		await expect(notes).toContainText('Readers were told of no change yet.');
		expect(await seriousViolations(desk.page)).toEqual([]);
	});
});
