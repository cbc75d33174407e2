import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Locator } from '@playwright/test';
import { expect, test } from '../../fixtures/app.ts';
import type { Desk } from '../../pages/desk.ts';

test.use({ newsroom: 'empty' });
test.setTimeout(120_000);

/** Writes a story of this headline, and waits until it is saved and listed. */
async function write(desk: Desk, headline: string): Promise<void> {
	const story = await desk.newStory();
	await story.typeHeadline(headline);
	await story.waitUntilSaved();
	await expect(desk.list.story(headline)).toBeVisible();
}

/** Deletes a story from the list by the keyboard. */
async function deleteStory(desk: Desk, headline: string): Promise<void> {
	await desk.list.open(headline);
	await desk.list.story(headline).press('Delete');
	await expect(desk.list.story(headline)).toBeHidden();
}

async function openTrash(desk: Desk): Promise<Locator> {
	await desk.navigator.getByRole('button', { name: /^Trash/ }).click();
	return desk.list.region.getByRole('listitem');
}

async function filesIn(desk: Desk, folder: 'articles' | 'trash'): Promise<number> {
	const entries = await readdir(join(desk.newsroomFolder, folder), { recursive: true }).catch(() => []);
	return entries.filter((name) => name.endsWith('.json')).length;
}

test('a story that is deleted from the list comes back by the message’s Undo', async ({ desk }) => {
	await write(desk, 'Floods reach the mill');
	await deleteStory(desk, 'Floods reach the mill');
	await expect(desk.page.getByText('“Floods reach the mill” is in the trash.')).toBeVisible();
	expect(await filesIn(desk, 'articles')).toBe(0);
	await desk.page.getByRole('button', { name: 'Undo', exact: true }).last().click();
	await expect(desk.list.story('Floods reach the mill')).toBeVisible();
	await expect(desk.story.headline).toHaveText('Floods reach the mill');
	expect([await filesIn(desk, 'articles'), await filesIn(desk, 'trash')]).toEqual([1, 0]);
});

test('a story is restored from the trash', async ({ desk }) => {
	await write(desk, 'Floods reach the mill');
	await deleteStory(desk, 'Floods reach the mill');
	const trashed = await openTrash(desk);
	await expect(trashed).toHaveCount(1);
	await desk.page.getByRole('button', { name: 'Restore Floods reach the mill' }).click();
	await expect(desk.page.getByText('The trash is empty.')).toBeVisible();
	await desk.navigator.getByRole('button', { name: /^Drafts/ }).click();
	await desk.openStory('Floods reach the mill');
});

test('emptying the trash asks, naming how many; cancelling keeps them', async ({ desk }) => {
	for (const headline of ['Floods reach the mill', 'A bridge closes', 'Rain again']) {
		await write(desk, headline);
		await deleteStory(desk, headline);
	}
	const trashed = await openTrash(desk);
	await expect(trashed).toHaveCount(3);

	// One alone, by its own button.
	await desk.page.getByRole('button', { name: 'Delete A bridge closes for ever' }).click();
	await expect(desk.page.getByRole('dialog', { name: 'Delete “A bridge closes” for ever?' })).toBeVisible();
	await desk.page.getByRole('button', { name: 'Delete 1 story' }).click();
	await expect(trashed).toHaveCount(2);
	expect(await filesIn(desk, 'trash')).toBe(2);

	const ask = desk.page.getByRole('dialog', { name: 'Delete 2 stories for ever?' });
	await desk.page.getByRole('button', { name: 'Empty trash' }).click();
	await expect(ask).toBeVisible();
	await ask.getByRole('button', { name: 'Cancel' }).click();
	await expect(trashed).toHaveCount(2);
	expect(await filesIn(desk, 'trash')).toBe(2);

	await desk.page.getByRole('button', { name: 'Empty trash' }).click();
	await ask.getByRole('button', { name: 'Delete 2 stories' }).click();
	await expect(desk.page.getByText('2 stories are deleted for ever.')).toBeVisible();
	await expect(desk.page.getByText('The trash is empty.')).toBeVisible();
	expect(await filesIn(desk, 'trash')).toBe(0);
});
