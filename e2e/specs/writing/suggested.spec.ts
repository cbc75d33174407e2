import { rm } from 'node:fs/promises';
import { seriousViolations } from '../../fixtures/accessibility.ts';
import { expect, test } from '../../fixtures/app.ts';
import { readStoryFile } from '../../fixtures/on-disk.ts';
import type { Desk } from '../../pages/desk.ts';

test.setTimeout(120_000);

const sleeper = 'The sleeper that pays its way, just';
const harbour = 'The harbour that moved its front door uphill';

test('stories that have something in common are offered with the reason, and each is linked in one press', async ({
	desk,
}) => {
	const { inspector, page } = desk;
	const story = await desk.newStory();
	await story.typeHeadline('A bridge for the night');
	await expect(inspector.suggested).toHaveCount(0);
	await inspector.addTags('Night trains', 'railways', 'coast');
	await inspector.addCategory('Europe');

	// What shares two tags goes before what shares one, and that before what shares the category alone.
	const offered = (place: number) => expect(inspector.suggested.nth(place));
	await offered(0).toHaveAccessibleName(`Add ${sleeper}. 2 tags and the category Europe in common`);
	await offered(1).toHaveAccessibleName(`Add ${harbour}. The tag coast and the category Europe in common`);
	await offered(2).toHaveAccessibleName(/The category Europe in common$/);
	await expect(inspector.suggested).toHaveCount(3);
	expect(await seriousViolations(page)).toEqual([]);

	// By mouse.
	await inspector.suggested.first().click();
	await expect(inspector.region.getByRole('button', { name: `Remove ${sleeper}`, exact: true })).toBeVisible();
	await expect(inspector.suggested.first()).toHaveAccessibleName(new RegExp(harbour));
	// By keyboard; the focus goes on to the next one.
	await inspector.suggested.first().focus();
	await page.keyboard.press('Enter');
	await expect(inspector.region.getByRole('button', { name: `Remove ${harbour}`, exact: true })).toBeVisible();
	await expect(inspector.suggested.first()).toBeFocused();

	const next = inspector.region.getByRole('button', { name: /^Choose as next read:/ });
	const name = ((await next.getAttribute('aria-label')) ?? '').replace(/^Choose as next read: (.*)\. [^.]*$/, '$1');
	await next.focus();
	await page.keyboard.press('Enter');
	await expect(next).toBeHidden();
	await story.waitUntilSaved();
	const saved = (await readStoryFile(desk.newsroomFolder, 'A bridge for the night')).story;
	expect(saved.related).toEqual([{ article: await idOf(desk, sleeper) }, { article: await idOf(desk, harbour) }]);
	expect(saved.nextRead).toEqual({ article: await idOf(desk, name) });

	// What is taken back is offered again.
	await page.keyboard.press('ControlOrMeta+z');
	await expect(next).toBeVisible();
});

test('what is withdrawn or gone is not offered', async ({ desk }) => {
	const { inspector } = desk;
	const story = await desk.newStory();
	await story.typeHeadline('Water is short');
	await inspector.addTags('drought', 'railways', 'coast');
	await expect(inspector.suggested.first()).toHaveAccessibleName(/^Add The (?:sleeper|harbour)/);
	// It shares a tag, and is withdrawn.
	await expect(inspector.region).not.toContainText('Reservoir at its lowest level');
	await expect(inspector.suggested.filter({ hasText: harbour })).toBeVisible();

	// Another program takes it away.
	await rm((await readStoryFile(desk.newsroomFolder, harbour)).path);
	await expect(inspector.suggested.filter({ hasText: harbour })).toBeHidden();
	await expect(inspector.suggested.filter({ hasText: sleeper })).toBeVisible();
});

async function idOf(desk: Desk, headline: string): Promise<string> {
	return (await readStoryFile(desk.newsroomFolder, headline)).story.id;
}
