import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { ensureBrowser } from '../ensure/ensure-browser.mjs';
import { KillableBrowser } from './killable-browser.mjs';
import { KillableHost } from './killable-host.mjs';
import { lookAtOffer } from './recovery.mjs';
import { wordsOf } from './scripted-editor.mjs';

const kinds = ['page', 'host', 'both'];
const longestWait = 60_000;

/**
 * Types into one story in a real browser and kills the browser, the host, or both, in turn. Every word that was typed
 * a second before must be in the file afterwards, without a question.
 */
export async function killPages({ root, script, random, kills, totals }) {
	const [desk, userData, profile] = ['desk', 'user-data', 'profile'].map((name) => join(root, name));
	for (const folder of [userData, profile]) mkdirSync(folder, { recursive: true });
	const env = { ...process.env, HOME: root, USERPROFILE: root, GALLEY_DOCUMENTS: root };
	const executable = await ensureBrowser();
	// The port stays, as what the browser keeps is kept by origin.
	const startHost = (port) => KillableHost.start(script, ['--newsroom', desk, '--user-data', userData], env, port);
	let host = await KillableHost.start(script, ['--user-data', userData], env);
	await host.must('newsroom.create', { path: desk, name: 'The Crash Ledger' });
	const typist = new Typist(desk, random, totals);
	let browser = await KillableBrowser.start(executable, profile);
	await typist.open(browser.page, host.address);
	await browser.page.getByRole('button', { name: 'New story' }).first().click();
	await typist.goToBody();

	for (let kill = 0; kill < kills; kill += 1) {
		const kind = kinds[kill % kinds.length];
		await typist.typeFor(200 + 2500 * random());
		if (kind !== 'page') await host.kill();
		// Typing goes on without a host; with both killed at once it does not.
		const goesOn = kind === 'host' || (kind === 'both' && random() < 0.7);
		if (goesOn && kind !== 'page') await typist.typeFor(300 + 2500 * random());
		const killedAt = performance.now();
		if (kind !== 'host') await browser.kill();
		if (kind !== 'page') host = await startHost(host.port);
		if (kind !== 'host') browser = await KillableBrowser.start(executable, profile);
		if (kind === 'host') await typist.comeBack(browser.page, host.address);
		else await typist.open(browser.page, host.address);
		await typist.lookForWords(kind === 'host' ? performance.now() : killedAt, kind);
		totals.browserKills[kind] += 1;
	}
	await browser.kill();
	await host.stop();
}

/** Somebody who types numbered words into one story, and looks for them after each kill. */
class Typist {
	#page;
	#desk;
	#random;
	#totals;
	#typed = [];
	#last = 0;

	constructor(desk, random, totals) {
		this.#desk = desk;
		this.#random = random;
		this.#totals = totals;
	}

	/** Opens Galley; everything that recovery offers from now on is looked at. */
	async open(page, address) {
		this.#page = page;
		page.on('response', (response) => void this.#hear(response).catch(() => {})); // the page may be killed meanwhile
		await page.goto(address);
		await page.getByRole('region', { name: 'Navigator' }).waitFor({ timeout: longestWait });
	}

	/** Signs in from another tab, so that the one that is open goes on. */
	async comeBack(page, address) {
		const tab = await page.context().newPage();
		await tab.goto(address);
		await tab.getByRole('region', { name: 'Navigator' }).waitFor({ timeout: longestWait });
		await tab.close();
	}

	async goToBody() {
		await this.#page.locator('[data-field="headline"]').click();
		await this.#page.keyboard.type('The harbour');
		for (const key of ['Enter', 'Enter']) await this.#page.keyboard.press(key);
	}

	async typeFor(milliseconds) {
		const end = performance.now() + milliseconds;
		while (performance.now() < end) {
			this.#last += 1;
			this.#totals.words += 1;
			await this.#page.keyboard.type(` word${this.#last}`, { delay: 2 + 10 * this.#random() });
			this.#typed.push({ number: this.#last, at: performance.now() });
			if (this.#last % 25 === 0) await this.#page.keyboard.press('Enter');
		}
	}

	/** Waits until the file has every word that was typed a second before `until`, and counts what is lost. */
	async lookForWords(until, kind) {
		const wanted = this.#typed.filter(({ at }) => until - at > (kind === 'host' ? 0 : 1000));
		const giveUp = performance.now() + longestWait;
		let words = this.#wordsInFile();
		while (wanted.some(({ number }) => !words.has(number)) && performance.now() < giveUp) {
			await wait(50);
			words = this.#wordsInFile();
		}
		const lost = wanted.filter(({ number }) => !words.has(number)).map(({ number }) => `word${number}`);
		if (lost.length > 0) this.#totals.add({ lost: [`after the end of the ${kind}: ${lost.join(' ')}`] });
		const asks = this.#page.locator('[role=dialog], .conflict');
		if ((await asks.count()) > 0) this.#totals.add({ asked: [await asks.first().innerText()] });
		const gone = this.#typed.find(({ number }) => !words.has(number));
		if (gone) this.#totals.add({ secondsLost: (until - gone.at) / 1000 });
		this.#typed = [];
		await this.#goOn(wanted.at(-1)?.number);
	}

	/** Goes to the end of the story, once it shows the newest word that the file has. */
	async #goOn(newest) {
		const blocks = this.#page.locator('[data-block-id]');
		// A page that was killed soon after its start had not told which story was open.
		const story = this.#page.locator('[data-pane=list] [role=option]').first();
		await blocks.or(story).first().waitFor({ timeout: longestWait });
		if (!(await blocks.first().isVisible())) await story.click();
		if (newest !== undefined) {
			await blocks
				.filter({ hasText: `word${newest}` })
				.first()
				.waitFor({ timeout: longestWait });
		}
		// A story that was killed before its first word was noted has no text yet.
		const headline = this.#page.locator('[data-field="headline"]');
		await headline.waitFor({ timeout: longestWait });
		if ((await blocks.count()) > 0) {
			await blocks.last().click();
		} else {
			await headline.click();
			for (const key of ['Enter', 'Enter']) await this.#page.keyboard.press(key);
		}
		await this.#page.keyboard.press('ControlOrMeta+End');
	}

	#wordsInFile() {
		const folder = join(this.#desk, 'articles');
		const name = readdirSync(folder, { recursive: true }).find(
			(each) => each.endsWith('.json') && !/(^|\/)\./.test(each),
		);
		return name === undefined ? new Set() : wordsOf(JSON.parse(readFileSync(join(folder, name), 'utf8')));
	}

	async #hear(response) {
		if (!response.url().endsWith('/api/journal.pending')) return;
		const { ok, value } = await response.json();
		if (!ok) return;
		const found = { older: [], asked: [] };
		for (const work of value.work) lookAtOffer(work, { removed: new Set() }, found);
		this.#totals.add({ ...found, recovered: value.work.length });
	}
}
