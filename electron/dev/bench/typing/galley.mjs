import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright';
import { WebSocket } from 'ws';
import { build } from '../../build.mjs';
import { ensureBrowser } from '../../ensure/ensure-browser.mjs';
import { inProject } from '../../paths.mjs';
import { isRoot } from '../../run.mjs';

/** What every page is measured in. */
const windowSize = { width: 1440, height: 900 };

/**
 * Starts the built Galley on a newsroom that `writeNewsroom(folder)` makes, in a real browser.
 * Call `close` when it was measured; it deletes the newsroom. `built` is where the renderer lies.
 */
export async function startGalley(writeNewsroom, { built = inProject('dist/renderer') } = {}) {
	await build(['web', 'renderer'], { quiet: true });
	const places = mkdtempSync(join(tmpdir(), 'galley-typing-'));
	const newsroom = join(places, 'newsroom');
	const renderer = join(places, 'renderer');
	writeNewsroom(newsroom);
	// A copy, so that a build during the measuring takes nothing away.
	cpSync(built, renderer, { recursive: true });
	const host = await startHost(['--newsroom', newsroom, '--user-data', places, '--renderer', renderer]);
	const browser = await chromium.launch({
		executablePath: await ensureBrowser(),
		chromiumSandbox: !isRoot,
		args: ['--enable-precise-memory-info', '--js-flags=--expose-gc'],
	});
	const { page, cdp } = await openPage(browser, host.address);
	return {
		newsroom,
		browser,
		page,
		cdp,
		coreHeap: host.heap,
		async close() {
			await browser.close();
			await host.stop();
			rmSync(places, { recursive: true, force: true });
		},
	};
}

/** Opens an address in a context of its own, as in front as every other one. */
export async function openPage(browser, address) {
	const context = await browser.newContext({ viewport: windowSize, locale: 'en-GB' });
	const page = await context.newPage();
	page.setDefaultTimeout(60_000);
	const cdp = await context.newCDPSession(page);
	// What other programs on the computer do is not the page's work.
	await cdp.send('Performance.enable', { timeDomain: 'threadTicks' });
	await page.goto(address);
	return { page, cdp };
}

/** What a page's scripts hold, in bytes, once everything that nobody holds is gone. */
export async function pageHeap(cdp) {
	// What the first pass finalises lets go of more.
	for (let pass = 0; pass < 3; pass += 1) await cdp.send('HeapProfiler.collectGarbage');
	return (await cdp.send('Runtime.getHeapUsage')).usedSize;
}

async function startHost(args) {
	const child = spawn(process.execPath, ['--inspect=127.0.0.1:0', inProject('dist/web/main.mjs'), ...args], {
		stdio: ['ignore', 'pipe', 'pipe'],
	});
	const found = { address: null, inspector: null };
	await new Promise((resolve, reject) => {
		let printed = '';
		const look = (text) => {
			printed += text;
			found.address ??= /^Galley is open at (\S+)$/m.exec(printed)?.[1] ?? null;
			found.inspector ??= /^Debugger listening on (\S+)$/m.exec(printed)?.[1] ?? null;
			if (found.address && found.inspector) resolve();
		};
		child.stdout.setEncoding('utf8').on('data', look);
		child.stderr.setEncoding('utf8').on('data', look);
		child.on('close', () => reject(new Error(`The web host did not open:\n${printed}`)));
	});
	const inspector = await openInspector(found.inspector);
	return {
		address: found.address,
		heap: () => pageHeap(inspector),
		async stop() {
			inspector.close();
			const closed = once(child, 'close');
			child.kill('SIGTERM');
			await closed;
		},
	};
}

/** Speaks to Node's inspector, which knows its heap. */
async function openInspector(address) {
	const socket = new WebSocket(address);
	await once(socket, 'open');
	const waiting = new Map();
	let last = 0;
	socket.on('message', (text) => {
		const { id, result } = JSON.parse(text);
		waiting.get(id)?.(result);
		waiting.delete(id);
	});
	return {
		send(method, params = {}) {
			last += 1;
			socket.send(JSON.stringify({ id: last, method, params }));
			return new Promise((resolve) => waiting.set(last, resolve));
		},
		close: () => socket.close(),
	};
}
