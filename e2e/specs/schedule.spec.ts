import { writeFile } from 'node:fs/promises';
import { expect, test } from '../fixtures/app.ts';
import { readStoryFile } from '../fixtures/on-disk.ts';

const headline = 'The thief who knew the sound of bronze';

test('a ready story whose time has come is published by itself, and the desk says so', async ({ desk }) => {
	const { path, text } = await readStoryFile(desk.newsroomFolder, headline);
	const story = JSON.parse(text);
	const scheduled = '2026-01-05T08:00:00Z';
	await writeFile(path, `${JSON.stringify({ ...story, dates: { ...story.dates, scheduled } }, null, 2)}\n`);
	await desk.openStory(headline);
	await expect(desk.page.getByRole('button', { name: 'Status: Ready' })).toBeVisible();
	await expect(desk.page.getByRole('region', { name: 'Messages' })).toContainText(
		`“${headline}” was published only now; its time was`,
	);
	await expect(desk.page.getByRole('button', { name: 'Status: Published' })).toBeVisible();
	await expect
		.poll(async () => JSON.parse((await readStoryFile(desk.newsroomFolder, headline)).text))
		.toMatchObject({ status: 'published', dates: { published: story.dates.published ?? scheduled } });
});
