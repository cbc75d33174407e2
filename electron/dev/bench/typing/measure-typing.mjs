import { setTimeout as wait } from 'node:timers/promises';
import { Random } from '../data/random.mjs';
import { summarise } from '../stats.mjs';
import { serveBarePage } from './bare-page.mjs';
import { openPage, startGalley } from './galley.mjs';
import { makeBody, makeParagraphs, writePictures, writeStory, writeSurroundings } from './long-story.mjs';
import { goTo, pressKeys, watchKeys } from './press-keys.mjs';

/** Where in the text somebody types: at its beginning, in its middle and at its end. */
const places = [0.01, 0.5, 0.99];
const storyParagraphs = '.editor-pane .story > p';
const bareParagraphs = '#paper .ProseMirror > p';

/**
 * Types in a story of so many words in Galley and in bare Tiptap with the same text, in turns in the same browser.
 * `ours` and `bare` tell p50 and p95 of the time from a key press to its frame, in milliseconds, with their `samples`;
 * `ratio` is that of the p95. With `preview` the page stands open beside the story.
 */
export async function measureTyping({ words = 20_000, rounds = 8, keysPerTurn = 40, preview = false } = {}) {
	const paragraphs = makeParagraphs(words);
	const bare = await serveBarePage(paragraphs);
	const galley = await startGalley((newsroom) => {
		writeSurroundings(newsroom);
		writeStory(newsroom, { headline: 'A story of many words', body: makeBody(paragraphs) });
	});
	try {
		const floor = await openPage(galley.browser, bare.address);
		await floor.page.locator('html[data-ready]').waitFor();
		await openFirstStory(galley, 'A story of many words');
		if (preview) await openPreview(galley);
		return await typeInTurns(
			[
				{ name: 'ours', paragraphs: storyParagraphs, ...galley },
				{ name: 'bare', paragraphs: bareParagraphs, ...floor },
			],
			{ rounds, keysPerTurn },
		);
	} finally {
		await galley.close();
		await bare.close();
	}
}

/** Types in a story of 50,000 words with 200 pictures and 200 tables, and tells how long its frames and tasks take. */
export async function measureLongStory({
	words = 50_000,
	pictures = 200,
	tables = 200,
	rounds = 2,
	preview = false,
} = {}) {
	const headline = 'A story of pictures and tables';
	const galley = await startGalley((newsroom) => {
		writeSurroundings(newsroom);
		const media = writePictures(newsroom, pictures);
		writeStory(newsroom, { headline, body: makeBody(makeParagraphs(words), { pictures: media, tables }) });
	});
	try {
		await openFirstStory(galley, headline);
		if (preview) await openPreview(galley);
		const { ours } = await typeInTurns([{ name: 'ours', paragraphs: storyParagraphs, ...galley }], {
			rounds,
			keysPerTurn: 60,
		});
		return ours;
	} finally {
		await galley.close();
	}
}

async function openFirstStory({ page }, headline) {
	await page.getByRole('button', { name: 'All stories' }).click();
	await page.getByRole('option').filter({ hasText: headline }).first().click();
	await page.locator('.editor-pane .story-headline', { hasText: headline }).waitFor();
}

async function openPreview({ page }) {
	await page.getByRole('button', { name: 'Preview', exact: true }).click();
	const reader = page.getByRole('region', { name: 'Preview' }).frameLocator('iframe');
	await reader.getByRole('heading', { level: 1 }).waitFor();
	await wait(2000);
}

/** Types a little in each of these pages in turn, at every place, and gathers what each took. */
async function typeInTurns(pages, { rounds, keysPerTurn }) {
	const random = new Random(5);
	const gathered = new Map(pages.map(({ name }) => [name, { keys: [], longTasks: [], busy: [] }]));
	for (const page of pages) {
		await watchKeys(page.page);
		// The first keys of a page meet code that was never run; nobody works with an editor only once.
		await goTo(page, page.paragraphs, 0.5);
		await pressKeys(page, keysPerTurn, random);
	}
	for (let round = 0; round < rounds; round += 1) {
		for (const place of places) {
			for (const page of pages) {
				await goTo(page, page.paragraphs, place);
				const { keys, longTasks, busyPerKey } = await pressKeys(page, keysPerTurn, random);
				const found = gathered.get(page.name);
				found.keys.push(...keys);
				found.longTasks.push(...longTasks);
				found.busy.push(busyPerKey);
			}
		}
	}
	const told = Object.fromEntries([...gathered].map(([name, found]) => [name, tell(found)]));
	return { ...told, ...(told.bare ? { ratio: told.ours.p95 / told.bare.p95 } : {}) };
}

function tell({ keys, longTasks, busy }) {
	const { p50, p95, most } = summarise(keys);
	return {
		p50,
		p95,
		most,
		samples: keys,
		/** What the main thread worked for each key, with all that follows from it, in milliseconds. */
		busyPerKey: busy.reduce((sum, value) => sum + value, 0) / busy.length,
		/** Tasks over 50 ms, longest first. */
		longTasks: longTasks.sort((a, b) => b - a),
	};
}
