import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from '../fixtures/app.ts';
import { hashTree } from '../fixtures/on-disk.ts';
import { projectRoot } from '../fixtures/places.ts';

test.use({ newsroom: 'first-run' });

test('the first start makes a copy of the sample in the documents folder, and the next one opens it again', {
	tag: '@desktop',
}, async ({ desk }) => {
	const sample = join(projectRoot, 'content/newsroom');
	const before = await hashTree(sample);
	await expect(desk.list.stories.first()).toBeVisible();
	const { documents } = desk.setting.places;
	expect(await readdir(documents)).toEqual(['Galley Sample Newsroom']);
	const copy = join(documents, 'Galley Sample Newsroom');
	expect(await hashTree(copy)).toMatchObject(before);

	const story = await desk.newStory();
	await story.typeHeadline('Written on the first day');
	await story.waitUntilSaved();
	await desk.reopen();
	await expect(desk.list.story('Written on the first day')).toBeVisible();
	expect(await readdir(documents)).toEqual(['Galley Sample Newsroom']);
	expect(await hashTree(sample)).toEqual(before);
});
