import { seriousViolations } from '../../fixtures/accessibility.ts';
import { expect, test } from '../../fixtures/app.ts';
import { readStoryFile } from '../../fixtures/on-disk.ts';

const headline = 'Where the words lead';

for (const theme of ['Light', 'Dark']) {
	test(`words lead to a story found while typing, and to a clean address, ${theme.toLowerCase()}`, async ({ desk }) => {
		const { keyboard } = desk.page;
		await desk.chooseTheme(theme);
		const story = await desk.newStory();
		await story.typeHeadline(headline);
		await keyboard.press('Enter');
		await keyboard.press('Enter');
		await keyboard.type('See the sleeper');
		const field = desk.page.getByRole('combobox', { name: 'Link address or story' });
		const selectLast = async (letters: number) => {
			for (let letter = 0; letter < letters; letter += 1) await keyboard.press('Shift+ArrowLeft');
			// The editor knows of the selection by then.
			await expect(desk.page.getByRole('toolbar', { name: 'Marks' })).toBeVisible();
			await keyboard.press('ControlOrMeta+k');
			await expect(field).toBeFocused();
		};
		await selectLast('sleeper'.length);
		await keyboard.press('Escape');
		await expect(field).toBeHidden();
		await expect(story.text).toBeFocused();
		await keyboard.press('ControlOrMeta+k');
		await keyboard.type('pays its way');
		await expect(desk.page.getByRole('option', { name: /^The sleeper that pays its way.*Published/ })).toBeVisible();
		expect(await seriousViolations(desk.page)).toEqual([]);
		await keyboard.press('Enter');
		await expect(story.region.getByRole('link', { name: 'sleeper' })).toHaveAttribute('href', /sleeper/);
		await expect(story.text).toBeFocused();

		await keyboard.press('ArrowRight');
		await keyboard.type(' and the timetable');
		await selectLast('timetable'.length);
		await keyboard.type('http://example.org/trains?utm_source=letter&line=4');
		await expect(desk.page.getByText('tells the other site where readers came from')).toBeVisible();
		expect(await seriousViolations(desk.page)).toEqual([]);
		await desk.page.getByRole('button', { name: 'Clean the address' }).click();
		await desk.page.getByRole('button', { name: 'Use https' }).click();
		await expect(field).toHaveValue('https://example.org/trains?line=4');
		await keyboard.press('Enter');
		await story.waitUntilSaved();
		const { story: stored } = await readStoryFile(desk.newsroomFolder, headline);
		expect(stored.body[0]?.html).toMatch(
			/^See the <a href="[^"]*sleeper[^"]*">sleeper<\/a> and the <a href="https:\/\/example.org\/trains\?line=4">timetable<\/a>$/,
		);

		// The key finds the link that the cursor is in.
		await keyboard.press('ArrowRight');
		await keyboard.press('ArrowLeft');
		await keyboard.press('ControlOrMeta+k');
		await expect(field).toHaveValue('https://example.org/trains?line=4');
		await desk.page.getByRole('button', { name: 'Remove link' }).click();
		await expect(story.region.getByRole('link', { name: 'timetable' })).toHaveCount(0);
	});
}
