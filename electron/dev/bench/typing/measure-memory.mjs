import { setTimeout as wait } from 'node:timers/promises';
import { pageHeap, startGalley } from './galley.mjs';
import { writeSurroundings } from './long-story.mjs';
import { StoryList } from './story-list.mjs';

/**
 * Stories that are opened before the first look, so that what is loaded once is loaded. V8 goes on making machine code of
 * what is used for some hundred stories, which is no trace of them: with 150, and no machine code, the heap grows by
 * 4 % over 1,000 stories, and with it by 11 %.
 */
const warmUp = 500;

/**
 * Opens and closes so many stories. Answers the heaps of the renderer and the core before and after, in bytes, once
 * everything that nobody holds is gone, with no story open; `growth` is after by before.
 */
export async function measureRendererMemory({ stories = 1000, say = () => {} } = {}) {
	const galley = await startGalley((newsroom) => writeSurroundings(newsroom, stories + warmUp + 10));
	try {
		const { page } = galley;
		await page.getByRole('button', { name: 'All stories' }).click();
		await page.getByRole('option').first().waitFor();
		const list = new StoryList(page);
		// The list keeps the rows that it has read; all of them are read before the first look.
		await list.readToTheEnd();
		await openAndClose(list, warmUp);
		const before = await heaps(galley);
		for (let done = 0; done < stories; done += 100) {
			await openAndClose(list, Math.min(100, stories - done));
			say(`${done + 100} stories opened and closed`);
		}
		const after = await heaps(galley);
		return {
			renderer: { before: before.renderer, after: after.renderer, growth: after.renderer / before.renderer },
			core: { before: before.core, after: after.core, growth: after.core / before.core },
			nodes: { before: before.nodes, after: after.nodes },
			listeners: { before: before.listeners, after: after.listeners },
		};
	} finally {
		await galley.close();
	}
}

async function openAndClose(list, count) {
	for (let index = 0; index < count; index += 1) {
		if ((await list.openNext()) === null) throw new Error('The list has no more stories.');
		await list.keepTabs(0);
	}
}

/** Measured at the top of the list, so that the rows in view are the same. */
async function heaps({ page, cdp, coreHeap }) {
	await page.locator('[role="listbox"][aria-label="Stories"]').evaluate((list) => {
		list.scrollTop = 0;
	});
	// Longer than anything that waits to be done once a story is closed.
	await wait(6000);
	const renderer = await pageHeap(cdp);
	const { nodes, jsEventListeners } = await cdp.send('Memory.getDOMCounters');
	return { renderer, core: await coreHeap(), nodes, listeners: jsEventListeners };
}
