import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { seriousViolations } from '../fixtures/accessibility.ts';
import { expect, test } from '../fixtures/app.ts';
import { readStoryFile } from '../fixtures/on-disk.ts';

const headline = 'The harbour that moved its front door uphill';

test('an editor adjusts the checks, sees what was looked at, and goes where something is to be done', async ({
	desk,
}) => {
	const { page, inspector, story } = desk;
	await desk.openStory(headline);
	await inspector.region.getByRole('tab', { name: 'Checks' }).click();

	// All is well, and what was looked at can be seen; each leads to its place.
	const fine = inspector.region.getByRole('button', { name: /checks, nothing to do$/ });
	await fine.click();
	const body = inspector.region.getByRole('region', { name: 'Body' });
	await expect(body.getByRole('button', { name: 'No word stands twice by mistake' })).toBeVisible();
	await inspector.region.getByRole('button', { name: 'The story has a standfirst' }).click();
	await expect(story.text).toBeFocused();
	await page.keyboard.press('End');
	await page.keyboard.type(' See the the wall.');

	// A slip is told a moment later, with the way to it.
	const slip = inspector.region.getByRole('listitem').filter({ hasText: 'A word stands twice: “the the”' });
	await expect(slip).toBeVisible();
	await expect(body.getByRole('button', { name: 'No word stands twice by mistake' })).toBeHidden();
	await fine.click();

	// Here it is to keep stories back, and headlines are to fit a push note.
	await inspector.region.getByRole('button', { name: 'Adjust the checks…' }).click();
	const settings = page.getByRole('dialog', { name: 'Newsroom settings' });
	await settings.getByRole('button', { name: 'How grave: No word stands twice by mistake' }).click();
	await page.getByRole('option', { name: 'Error' }).click();
	const push = settings.getByRole('listitem').filter({ hasText: 'The headline fits a push note' });
	await push.getByText('The headline fits a push note', { exact: true }).click();
	await push.getByRole('textbox').fill('none');
	await settings.getByRole('button', { name: 'Save settings' }).click();
	await expect(push.getByText('Write a whole number from 1 to 10000.')).toBeVisible();
	await push.getByRole('textbox').fill('30');
	await settings.getByRole('button', { name: 'Save settings' }).click();
	await expect(settings).toBeHidden();
	const kept = JSON.parse(await readFile(join(desk.newsroomFolder, 'newsroom.json'), 'utf8'));
	expect(kept.checks).toEqual({ 'doubled-word': { severity: 'error' }, 'push-headline-long': { on: true, most: 30 } });

	await expect(slip).toContainText('Error');
	const long = inspector.region
		.getByRole('listitem')
		.filter({ hasText: 'The headline in a push note has 44 characters' });
	await expect(long).toBeVisible();
	await expect(inspector.region.getByText('1 error must be put right before the story can be exported.')).toBeVisible();

	// Side by side: the push note cuts what the page does not.
	await inspector.region.getByRole('button', { name: /^Seen by readers/ }).click();
	const note = inspector.region.getByRole('region', { name: 'Push note' });
	await expect(note).toContainText('The harbour that moved its…');
	await expect(note).toContainText('44 of 30, so it is cut');
	await expect(inspector.region.getByRole('region', { name: 'Web' })).toContainText(headline);
	await fine.click();
	for (const theme of ['Dark', 'Light']) {
		await desk.chooseTheme(theme);
		expect.soft(await seriousViolations(page), theme).toEqual([]);
	}
	await fine.click();

	// The slip is taken out in one step; once it is gone, so is the error.
	await slip.getByRole('button', { name: /^Fix/ }).click();
	await expect(slip).toBeHidden();
	await expect(story.standfirst).toContainText('See the wall.');
	await story.typeHeadline('The harbour moves uphill');
	await expect(note).toContainText('24 of 30');
	await expect(long).toBeHidden();
});

test('a link to an own story is looked after, whatever becomes of that story', async ({ desk }) => {
	const { inspector, story } = desk;
	const { siteUrl } = JSON.parse(await readFile(join(desk.newsroomFolder, 'newsroom.json'), 'utf8'));
	const linked = await readStoryFile(desk.newsroomFolder, 'A city draws a map of its noise');
	const { path, text } = await readStoryFile(desk.newsroomFolder, headline);
	await desk.openStory(headline);
	await inspector.region.getByRole('tab', { name: 'Checks' }).click();
	await expect(inspector.region.getByRole('button', { name: /nothing to do$/ })).toBeVisible();

	// Another program links a word of the story to a story that readers do not have.
	const link = `<a href=\\"${siteUrl}/${linked.story.slug}\\">another port</a>`;
	await writeFile(path, text.replace(/("type": "paragraph",\s+"html": ")/, `$1See ${link}. `));
	await expect(story.blocks('paragraph').first()).toContainText('See another port.');
	const problem = inspector.region.getByRole('listitem').filter({ hasText: 'The link “another port” leads to' });
	await expect(problem).toContainText(/“A city draws a map of its noise”, which is .*, so readers will not find it/);

	await rm(linked.path);
	await expect(problem).toContainText('an address of this site that no story has');
	await problem.getByRole('button', { name: /^Show/ }).click();
	await expect(story.text).toBeFocused();
});
