import { type Browser, expect } from '@playwright/test';
import { test } from '../../fixtures/app.ts';
import { writeHarbourStory } from '../../fixtures/newsrooms/harbour-story.ts';
import { makePlaces } from '../../fixtures/places.ts';
import { openOnWeb, type RunningGalley } from '../../fixtures/running-galley.ts';
import { Desk } from '../../pages/desk.ts';

test.use({ newsroom: 'empty' });
// Two hosts and two pages start one after the other.
test.slow();

/** A second Galley, with its own process and settings, on the newsroom of the first. */
async function openBeside(desk: Desk, browser: Browser): Promise<Desk> {
	const places = await makePlaces();
	const { problems } = desk.setting;
	const open = (): Promise<RunningGalley> => openOnWeb(browser, { places, newsroom: desk.newsroomFolder, problems });
	return new Desk(await open(), open, { places, problems, newsroomFolder: desk.newsroomFolder });
}

test('two windows on one newsroom: what one saves is soon in the other, and both sides stay', async ({
	desk,
	launchBrowser,
}) => {
	await writeHarbourStory(desk);
	const other = await openBeside(desk, await launchBrowser());
	try {
		const mine = desk.story;
		const theirs = await other.openStory('Harbour wall holds');

		await theirs.typeStandfirst('The tide came in twice.');
		await theirs.waitUntilSaved();
		await expect(mine.standfirst).toHaveText('The tide came in twice.');

		// Both type in different places at the same time.
		await mine.goToEnd();
		await desk.page.keyboard.type(' It came back empty.');
		await theirs.typeHeadline('Harbour wall holds again');
		for (const story of [mine, theirs]) {
			await expect(story.headline).toHaveText('Harbour wall holds again');
			await expect(story.blocks().last()).toHaveText('The ferry sailed on time. It came back empty.');
			await story.waitUntilSaved();
		}
	} finally {
		await other.close();
		await other.setting.places.remove();
	}
});

test('what collides is shown side by side, and nothing is written until somebody decides', async ({
	desk,
	launchBrowser,
}) => {
	await writeHarbourStory(desk);
	const other = await openBeside(desk, await launchBrowser());
	try {
		const theirs = await other.openStory('Harbour wall holds');
		// Neither pauses while the other types, so neither has seen the other's words when the first is saved.
		const typed = { delay: 60 };
		await desk.story.standfirst.click({ clickCount: 3 });
		await theirs.standfirst.click({ clickCount: 3 });
		await Promise.all([
			desk.page.keyboard.type('The sea stayed calm all through the night.', typed),
			other.page.keyboard.type('Every wave broke over the wall by morning.', typed),
		]);
		const panels = [desk, other].map(({ page }) => page.getByRole('region', { name: /changed elsewhere/ }));
		const isFirst = await Promise.any(panels.map((panel) => panel.waitFor().then(() => panel === panels[0])));
		const [late, early] = isFirst ? [desk, other] : [other, desk];
		const panel = late.page.getByRole('region', { name: /changed elsewhere/ });
		const row = panel.getByRole('listitem', { name: 'Standfirst' });
		await expect(row.getByText('Yours')).toBeVisible();
		await expect(row.getByText('On disk')).toBeVisible();
		await expect(late.story.saveState).toContainText('Not saved');

		// Writing goes on meanwhile.
		await late.story.goToEnd();
		await late.page.keyboard.type(' So it is said.');
		await early.story.waitUntilSaved();
		const kept = await early.story.standfirst.innerText();
		await expect(row.getByRole('figure', { name: 'On disk' }).getByRole('paragraph')).toHaveText(kept);
		await row.getByRole('button', { name: 'Use theirs' }).click();
		await expect(panel).toBeHidden();
		await expect(late.story.standfirst).toHaveText(kept);
		await late.story.waitUntilSaved();
		await expect(early.story.blocks().last()).toHaveText('The ferry sailed on time. So it is said.');
	} finally {
		await other.close();
		await other.setting.places.remove();
	}
});
