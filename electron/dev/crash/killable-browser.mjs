import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chromium } from '@playwright/test';

const running = new Set();
process.once('exit', () => {
	for (const child of running) child.kill('SIGKILL');
});

/** A real browser in processes of its own, which can be killed at any moment; its profile stays on the disk. */
export class KillableBrowser {
	#child;
	#closed;
	#connection;
	page;

	/** Starts a browser on this profile and opens an empty page. */
	static async start(executable, profile) {
		const browser = new KillableBrowser();
		const args = [
			'--headless=new',
			'--remote-debugging-port=0',
			`--user-data-dir=${profile}`,
			'--no-first-run',
			'--window-size=1440,1000',
		];
		if (process.getuid?.() === 0) args.push('--no-sandbox');
		browser.#child = spawn(executable, [...args, 'about:blank'], { stdio: ['ignore', 'ignore', 'pipe'] });
		browser.#closed = once(browser.#child, 'close');
		running.add(browser.#child);
		browser.#child.once('close', () => running.delete(browser.#child));
		browser.#connection = await chromium.connectOverCDP(await browser.#address());
		const [context] = browser.#connection.contexts();
		browser.page = await context.newPage();
		return browser;
	}

	#address() {
		return new Promise((resolve, reject) => {
			let printed = '';
			this.#child.stderr.setEncoding('utf8').on('data', (text) => {
				printed += text;
				const found = /^DevTools listening on (ws:\S+)$/m.exec(printed)?.[1];
				if (found) resolve(found);
			});
			this.#child.on('error', reject);
			this.#child.on('close', () => reject(new Error(`The browser did not start:\n${printed}`)));
		});
	}

	/** Kills it, with nothing said to it before; resolves once all of its processes have let go. */
	async kill() {
		this.#child.kill('SIGKILL');
		await this.#closed;
		await this.#connection.close();
	}
}
