import { expect, test } from '../../fixtures/app.ts';
import { readStoryFile } from '../../fixtures/on-disk.ts';
import { letPageAsk } from '../../fixtures/page-asks.ts';

/* The desktop host is closed by its window (window.desktop.spec.ts) and has no terminal. */
test.use({ newsroom: 'empty' });
test.slow();

test('Ctrl-C while a story is being saved lets the save end, then ends Galley', async ({ desk, problems }) => {
	const { webHost } = desk.running;
	if (webHost === null) throw new Error('This is no web host.');
	// The page loses its host on purpose.
	problems.expect(/^console: .*(Failed to load resource|WebSocket connection)/);
	const story = await desk.newStory();
	await story.typeHeadline('Harbour opens again');
	await story.waitUntilSaved();
	const { id } = (await readStoryFile(desk.newsroomFolder, 'Harbour opens again')).story;

	let acknowledged = 0;
	await desk.page.exposeFunction('noteSave', (number: number) => {
		acknowledged = number;
	});
	await letPageAsk(desk.page);
	// Saves without a pause until nobody answers any more, so that Ctrl-C comes in the middle of one.
	const ended = desk.page.evaluate(async (storyId) => {
		const { noteSave } = window as { noteSave?(number: number): Promise<void> };
		if (noteSave === undefined) throw new Error('Saves are not noted.');
		const ask = async (name: string, input: unknown) => {
			const answer = await Reflect.get(window, 'askGalley')(name, input);
			return answer.value;
		};
		let { article, revision } = await ask('articles.get', { id: storyId });
		for (let number = 1; ; number += 1) {
			article.standfirst = `The boats went out ${number} times.`;
			try {
				const saved = await ask('articles.save', { article, basedOn: revision, reason: 'explicit' });
				if (saved === undefined) return number;
				({ article, revision } = saved);
			} catch {
				return number;
			}
			await noteSave(number);
		}
	}, id);
	await expect.poll(() => acknowledged).toBeGreaterThan(5);
	expect(await webHost.stop()).toBe(0);
	const unanswered = await ended;

	const { text, story: saved } = await readStoryFile(desk.newsroomFolder, 'Harbour opens again');
	expect(text.endsWith('}\n')).toBe(true);
	const number = Number(/\d+/.exec(saved.standfirst)?.[0]);
	expect(number).toBeGreaterThanOrEqual(unanswered - 1);
	expect(number).toBeLessThanOrEqual(unanswered);
});
