/** Opens the stories of the list one after the other, from the top, with real clicks. */
export class StoryList {
	#page;
	#opened = new Set();

	constructor(page) {
		this.#page = page;
	}

	/**
	 * Clicks the next story that was not opened yet. Answers how long it took from the press of the mouse until the frame
	 * that shows the story, in milliseconds, and the story's length in words; null when the list has no more.
	 */
	async openNext() {
		const row = await this.#findRow();
		if (row === null) return null;
		this.#opened.add(row.id);
		await this.#page.evaluate(watchOpening);
		await this.#page.mouse.click(row.x, row.y);
		return await this.#page.evaluate(() => window.galleyOpening);
	}

	/** Scrolls through the whole list, and back to its top. */
	async readToTheEnd() {
		await this.#page.evaluate(async () => {
			const list = document.querySelector('[role="listbox"][aria-label="Stories"]');
			const isAtEnd = () => {
				const last = [...list.querySelectorAll('[role="option"]')].at(-1);
				return last?.getAttribute('aria-posinset') === last?.getAttribute('aria-setsize');
			};
			const give = Date.now() + 60_000;
			while (!isAtEnd() && Date.now() < give) {
				list.scrollTop = list.scrollHeight;
				await new Promise((resolve) => setTimeout(resolve, 50));
			}
			list.scrollTop = 0;
			await new Promise((resolve) => setTimeout(resolve, 200));
		});
	}

	/** Closes the oldest tab while more than so many are open. */
	async keepTabs(most) {
		const tabs = this.#page.locator('[role="tab"].story-tab');
		for (let count = await tabs.count(); count > most; count = await tabs.count()) {
			await tabs.first().press('Delete');
			await this.#page.waitForFunction((before) => document.querySelectorAll('.story-tab').length < before, count);
		}
	}

	/** Where the next row stands that was not opened; the list is scrolled to it. */
	async #findRow() {
		for (let tries = 0; tries < 1000; tries += 1) {
			const found = await this.#page.evaluate(findRow, [...this.#opened]);
			if (found.row !== null) return found.row;
			if (found.isAtEnd) return null;
			await this.#page.waitForTimeout(30);
		}
		throw new Error('The list shows no more stories, but does not end either.');
	}
}

/** Runs in the page. */
function findRow(opened) {
	const list = document.querySelector('[role="listbox"][aria-label="Stories"]');
	const known = new Set(opened);
	const { top, bottom } = list.getBoundingClientRect();
	const rows = [...list.querySelectorAll('[role="option"][data-story]')].map((row) => ({
		id: row.dataset.story,
		place: Number(row.getAttribute('aria-posinset')),
		of: Number(row.getAttribute('aria-setsize')),
		box: row.getBoundingClientRect(),
	}));
	const next = rows.filter(({ id }) => !known.has(id)).sort((a, b) => a.place - b.place)[0];
	if (next && next.box.top >= top && next.box.bottom <= bottom) {
		return { row: { id: next.id, x: next.box.left + 40, y: next.box.top + next.box.height / 2 }, isAtEnd: false };
	}
	const last = Math.max(0, ...rows.map(({ place }) => place));
	const isAtEnd =
		!next && rows.length > 0 && last >= rows[0].of && list.scrollTop + list.clientHeight >= list.scrollHeight - 1;
	list.scrollTop += next ? next.box.top - top - 100 : 300;
	return { row: null, isAtEnd };
}

/** Runs in the page: notes when the next press of the mouse has brought another story to the screen. */
function watchOpening() {
	window.galleyOpening = new Promise((resolve) => {
		const before = document.querySelector('.editor-pane .story');
		window.addEventListener(
			'mousedown',
			({ timeStamp }) => {
				const look = () => {
					const story = document.querySelector('.editor-pane .story');
					const isShown = story !== null && story !== before && story.querySelector('.story-headline') !== null;
					if (!isShown) {
						requestAnimationFrame(look);
						return;
					}
					// The frame that holds it is made after this; what is posted arrives when it is.
					const { port1, port2 } = new MessageChannel();
					port1.onmessage = () => {
						port1.close();
						resolve({ time: performance.now() - timeStamp, words: story.innerText.split(/\s+/).length });
					};
					port2.postMessage(null);
				};
				requestAnimationFrame(look);
			},
			{ capture: true, once: true },
		);
	});
}
