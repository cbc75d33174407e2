import { setTimeout as wait } from 'node:timers/promises';
import { Random } from '../data/random.mjs';
import { summarise } from '../stats.mjs';
import { startGalley } from './galley.mjs';
import { makeBody, makeParagraphs, writePictures, writeStory, writeSurroundings } from './long-story.mjs';
import { StoryList } from './story-list.mjs';

/**
 * Opens stories of 400 to 2,000 words from the list, with up to eight tabs open, and after some of these a long one
 * many times. Answers p50 and p95 of the time from the press of the mouse to the frame with the story, in milliseconds, with its
 * `samples`; `long` tells the same of one of 20,000 words, `longest` of 50,000 words with 200 pictures and 200 tables.
 */
export async function measureOpenOnScreen({ stories = 80, times = 20 } = {}) {
	const ordinary = await inGalley(
		(newsroom) => {
			writeSurroundings(newsroom, 20);
			const random = new Random(11);
			for (let index = 0; index < stories + 10; index += 1) {
				const body = makeBody(makeParagraphs(random.between(400, 2000), index));
				writeStory(newsroom, { headline: `Story ${index + 1} of those to be opened`, body });
			}
		},
		async (galley) => {
			const list = new StoryList(galley.page);
			const samples = [];
			// The first ones meet code that was never run.
			for (let index = 0; index < stories + 5; index += 1) {
				const { time } = await list.openNext();
				if (index >= 5) samples.push(time);
				await wait(150);
				await list.keepTabs(8);
			}
			return samples;
		},
	);
	const long = await inGalley(
		(newsroom) => {
			writeSurroundings(newsroom, 20);
			writeStory(newsroom, { headline: 'A story of many words', body: makeBody(makeParagraphs(20_000)) });
		},
		(galley) => openFirst(galley, times),
	);
	const longest = await inGalley(
		(newsroom) => {
			writeSurroundings(newsroom, 20);
			const pictures = writePictures(newsroom, 200);
			const body = makeBody(makeParagraphs(50_000), { pictures, tables: 200 });
			writeStory(newsroom, { headline: 'A story of pictures and tables', body });
		},
		(galley) => openFirst(galley, times),
	);
	return { ...tell(ordinary), long: tell(long), longest: tell(longest) };
}

async function inGalley(write, measure) {
	const galley = await startGalley(write);
	try {
		await galley.page.getByRole('button', { name: 'All stories' }).click();
		await galley.page.getByRole('option').first().waitFor();
		return await measure(galley);
	} finally {
		await galley.close();
	}
}

/** Opens the story at the top of the list so many times, and closes it in between. */
async function openFirst({ page }, times) {
	const samples = [];
	// As above, another one was open before.
	await page.getByRole('option').nth(1).click();
	await page.locator('.editor-pane .story-headline').waitFor();
	await wait(1000);
	await new StoryList(page).keepTabs(0);
	for (let index = 0; index < times; index += 1) {
		const list = new StoryList(page);
		samples.push((await list.openNext()).time);
		await wait(1000);
		await list.keepTabs(0);
	}
	return samples;
}

function tell(samples) {
	const { p50, p95, most } = summarise(samples);
	return { p50, p95, most, samples };
}
