import type { Page } from '@playwright/test';
import { expect, test } from '../../fixtures/app.ts';
import { letPageAsk } from '../../fixtures/page-asks.ts';

test.use({ newsroom: 'empty' });
test.setTimeout(180_000);

const versions = 1000;

/** Saves the story in front so often by hand, as the window would, and answers how many versions that made. */
function saveOften(page: Page, headline: string, times: number): Promise<number> {
	return page.evaluate(
		async ([title, count]) => {
			const ask = async (name: string, input: unknown) => {
				const answer = await Reflect.get(window, 'askGalley')(name, input);
				if (!answer.ok) throw new Error(`${name}: ${answer.failure.message}`);
				return answer.value;
			};
			const { rows } = await ask('articles.list', {});
			const { id } = rows.find((row: { headline: string }) => row.headline === title);
			let { article, revision } = await ask('articles.get', { id });
			for (let number = 1; number <= count; number += 1) {
				article.standfirst = `The boats went out ${number} times.`;
				({ article, revision } = await ask('articles.save', { article, basedOn: revision, reason: 'explicit' }));
			}
			return (await ask('history.list', { id, limit: 1 })).total;
		},
		[headline, times] as const,
	);
}

/** Presses the button of the history; answers how many milliseconds later its first versions were drawn. */
function openingTime(page: Page): Promise<number> {
	return page.getByRole('button', { name: 'History', exact: true }).evaluate(
		(button) =>
			new Promise<number>((resolve) => {
				const from = performance.now();
				const look = () => {
					const isThere = document.querySelector('section[aria-label="History"] [role="option"]') !== null;
					// In the frame after the one in which it was found, it has been drawn.
					if (isThere) requestAnimationFrame(() => resolve(Math.round(performance.now() - from)));
					else requestAnimationFrame(look);
				};
				if (button instanceof HTMLElement) button.click();
				look();
			}),
	);
}

test('a story with a thousand versions shows its history at once, from the newest to the oldest', async ({ desk }) => {
	const story = await desk.newStory();
	await story.typeHeadline('Harbour opens again');
	await story.waitUntilSaved();
	// A window that shows the story would follow each of the saves.
	await desk.page.getByRole('tab', { name: 'Harbour opens again' }).press('Delete');
	await expect(story.headline).toBeHidden();
	await letPageAsk(desk.page);
	const kept = await saveOften(desk.page, 'Harbour opens again', versions);
	expect(kept).toBeGreaterThanOrEqual(versions);
	await desk.openStory('Harbour opens again');
	await expect(story.standfirst).toHaveText(`The boats went out ${versions} times.`);

	const took: number[] = [];
	for (let round = 0; round < 5; round += 1) {
		took.push(await openingTime(desk.page));
		await desk.history.hide();
	}
	// Told, not tested: a busy computer says nothing about Galley.
	console.log(`a history of ${kept} versions was on the screen after ${took.join(', ')} ms`);

	await desk.history.show();
	await expect(desk.history.versions.first()).toContainText('Saved by hand');
	const list = desk.history.region.getByRole('listbox', { name: 'Versions' });
	await desk.history.region.getByRole('radio', { name: 'Show this version' }).click();
	await list.focus();
	// The rest is read as the list comes near its end.
	await expect(async () => {
		await desk.page.keyboard.press('End');
		const version = desk.history.region.getByRole('region', { name: 'This version' });
		await expect(version).toContainText('The boats went out 1 times.', { timeout: 1000 });
	}).toPass();
	await expect(desk.history.versions.last()).toHaveAttribute('aria-selected', 'true');
});
