import { expect, test } from '../../fixtures/app.ts';
import { writeHarbourStory } from '../../fixtures/newsrooms/harbour-story.ts';
import type { Desk } from '../../pages/desk.ts';

/* The desktop host has one window; a second start brings that to the front (window.desktop.spec.ts). */
test.use({ newsroom: 'empty' });
test.slow();

/** Types where the cursor is, and leaves it there. */
const typeOn = (desk: Desk, text: string) => desk.page.keyboard.type(text);

test('two windows of one host: the clean one follows with its cursor in place, and words typed in both stay', async ({
	desk,
}) => {
	await writeHarbourStory(desk, '');
	const other = await desk.openTab();
	const theirs = await other.openStory('Harbour wall holds');
	// The cursor of the clean window stands in the middle of the last paragraph.
	await desk.story.goToEnd();
	for (let step = 0; step < ' on time.'.length; step += 1) await desk.page.keyboard.press('ArrowLeft');

	await theirs.blocks().first().click();
	await other.page.keyboard.press('End');
	await typeOn(other, ' The wall is new.');
	await theirs.waitUntilSaved();
	await expect(desk.story.blocks().first()).toHaveText('Nobody was hurt. The wall is new.');

	// Both type at once, each in a paragraph of its own.
	await Promise.all([typeOn(desk, ' again'), typeOn(other, ' It was paid for by the port.')]);
	for (const { story } of [desk, other]) {
		await expect(story.blocks().last()).toHaveText('The ferry sailed again on time.');
		await expect(story.blocks().first()).toHaveText('Nobody was hurt. The wall is new. It was paid for by the port.');
		await story.waitUntilSaved();
	}

	// What one types and nobody saved is not lost when the other window is closed.
	await typeOn(desk, ' today');
	await other.close();
	await desk.story.waitUntilSaved();
	await desk.reopen();
	await desk.openStory('Harbour wall holds');
	await expect(desk.story.blocks().last()).toHaveText('The ferry sailed again today on time.');
	await expect(desk.recovery.dialog).toBeHidden();
});

test('two windows of one host: what collides is put to the one who comes late, and the choice is in both', async ({
	desk,
}) => {
	await writeHarbourStory(desk, '');
	const other = await desk.openTab();
	await other.openStory('Harbour wall holds');
	for (const { story } of [desk, other]) await story.standfirst.click();
	const typed = { delay: 60 };
	await Promise.all([
		desk.page.keyboard.type('The sea stayed calm all through the night.', typed),
		other.page.keyboard.type('Every wave broke over the wall by morning.', typed),
	]);
	const panelOf = ({ page }: Desk) => page.getByRole('region', { name: /changed elsewhere/ });
	const late = await Promise.any(
		[desk, other].map((window) =>
			panelOf(window)
				.waitFor()
				.then(() => window),
		),
	);
	const early = late === desk ? other : desk;
	await expect(panelOf(late)).toBeVisible();
	// What it still types and saves would collide with the choice.
	await early.story.waitUntilSaved();
	const row = panelOf(late).getByRole('listitem', { name: 'Standfirst' });
	const mine = await row.getByRole('figure', { name: 'Yours' }).getByRole('paragraph').innerText();
	await row.getByRole('button', { name: 'Keep mine' }).click();
	await expect(panelOf(late)).toBeHidden();
	await late.story.waitUntilSaved();
	for (const { story } of [late, early]) await expect(story.standfirst).toHaveText(mine);
	await other.close();
});
