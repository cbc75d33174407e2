import { setTimeout as wait } from 'node:timers/promises';

/** Words that the keys spell, with the spaces between them. */
const typed = 'the council said that it would look at the plans again before the end of the week ';
/** How fast somebody types: the pause between two keys in milliseconds, a little different each time. */
const pause = { least: 55, most: 95 };

/** Begins to note in a page how long each key press takes until its frame is on the screen, and every long task. */
export async function watchKeys(page) {
	await page.evaluate(() => {
		const noted = { keys: [], longTasks: [] };
		window.galleyTyping = noted;
		window.addEventListener(
			'keydown',
			({ timeStamp, key }) => {
				// Only the keys that write something.
				if (key.length !== 1) return;
				requestAnimationFrame(() => {
					// The frame is made after its callbacks; what is posted from one arrives when it is.
					const { port1, port2 } = new MessageChannel();
					port1.onmessage = () => {
						noted.keys.push(performance.now() - timeStamp);
						port1.close();
					};
					port2.postMessage(null);
				});
			},
			{ capture: true },
		);
		new PerformanceObserver((list) => {
			for (const { startTime, duration } of list.getEntries()) noted.longTasks.push({ startTime, duration });
		}).observe({ entryTypes: ['longtask'] });
	});
}

/**
 * Presses so many keys with real input, as fast as somebody types.
 * Answers what each took until its frame, the long tasks meanwhile, and what the page's main thread did per key.
 */
export async function pressKeys({ page, cdp }, count, random) {
	await page.evaluate(() => {
		window.galleyTyping.keys.length = 0;
		window.galleyTyping.longTasks.length = 0;
	});
	const before = await busyTime(cdp);
	for (let index = 0; index < count; index += 1) {
		const key = typed[index % typed.length];
		const code = key === ' ' ? 'Space' : `Key${key.toUpperCase()}`;
		const windowsVirtualKeyCode = key.toUpperCase().charCodeAt(0);
		const press = { key, code, windowsVirtualKeyCode };
		await cdp.send('Input.dispatchKeyEvent', { type: 'keyDown', ...press, text: key, unmodifiedText: key });
		await cdp.send('Input.dispatchKeyEvent', { type: 'keyUp', ...press });
		await wait(random.between(pause.least, pause.most));
	}
	const busy = (await busyTime(cdp)) - before;
	const { keys, longTasks } = await page.evaluate(() => window.galleyTyping);
	if (keys.length !== count) throw new Error(`${count} keys were pressed, but ${keys.length} were seen.`);
	return { keys, longTasks: longTasks.map(({ duration }) => duration), busyPerKey: busy / count };
}

/** How long the page's main thread has worked since it began, in milliseconds. */
async function busyTime(cdp) {
	const { metrics } = await cdp.send('Performance.getMetrics');
	return metrics.find(({ name }) => name === 'TaskDuration').value * 1000;
}

/** Clicks into the paragraph that stands at this fraction of the text, and goes to its end. */
export async function goTo({ page }, paragraphs, fraction) {
	const all = page.locator(paragraphs);
	const count = await all.count();
	const paragraph = all.nth(Math.min(count - 1, Math.floor(count * fraction)));
	await paragraph.scrollIntoViewIfNeeded();
	// In its first words, whatever floats over the middle.
	await paragraph.click({ position: { x: 24, y: 14 } });
	await page.keyboard.press('End');
	await wait(300);
}
