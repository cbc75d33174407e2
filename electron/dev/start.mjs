// `npm start [-- --newsroom PATH --port N --web]`: builds what changed, then opens Galley in the best window there is.
import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { build } from './build.mjs';
import { findBrowser } from './ensure/ensure-browser.mjs';
import { ensureElectron } from './ensure/ensure-electron.mjs';
import { inCache, inProject, projectRoot } from './paths.mjs';
import { hasDisplay, isRoot, main } from './run.mjs';

const usage = `npm start [-- OPTIONS]
  --newsroom PATH   open this folder; without it the last one, at first a copy of the sample
  --web             use the web host even where Electron is installed
  --port N          the web host's port; without it that of last time, or a free one
  --user-data DIR   keep preferences there`;

main(async () => {
	const options = readOptions();
	if (options.help) return console.log(usage);
	const reason = options.web ? null : await whyNotElectron();
	const desktop = !options.web && reason === null;
	await build(desktop ? ['desktop', 'renderer'] : ['web', 'renderer'], { quiet: true });
	if (reason !== null) console.log(`Galley opens in the web host, because ${reason}.`);
	process.exitCode = desktop ? await openDesktop(options) : await openWeb(options);
});

function readOptions() {
	try {
		const { values } = parseArgs({
			options: {
				newsroom: { type: 'string' },
				port: { type: 'string' },
				'user-data': { type: 'string' },
				web: { type: 'boolean', default: false },
				help: { type: 'boolean', default: false },
			},
		});
		return values;
	} catch (error) {
		throw new Error(`${error.message}\n${usage}`);
	}
}

let electron = null;

async function whyNotElectron() {
	const { path, reason } = await ensureElectron();
	if (reason) return reason;
	if (!hasDisplay) return 'there is no display';
	if (isRoot) return 'Electron keeps its sandbox and does not run as root';
	electron = path;
	return null;
}

function hostArguments(options) {
	// npm starts this in the checkout; a relative path is meant from where the person stands.
	const from = process.env.INIT_CWD ?? process.cwd();
	return ['newsroom', 'user-data']
		.filter((name) => options[name])
		.flatMap((name) => [`--${name}`, resolve(from, options[name])]);
}

function openDesktop(options) {
	return supervise(spawn(electron, [projectRoot, ...hostArguments(options)], { stdio: 'inherit', ...ownGroup }));
}

async function openWeb(options) {
	const port = options.port ? ['--port', options.port] : [];
	const main = inProject('dist/web/main.mjs');
	const stdio = ['ignore', 'pipe', 'inherit'];
	const host = spawn(process.execPath, [main, ...hostArguments(options), ...port], { stdio, ...ownGroup });
	const ended = supervise(host);
	const browser = hasDisplay && !isRoot ? await findBrowser() : null;
	let seen = '';
	host.stdout.on('data', (text) => {
		process.stdout.write(text);
		const before = seen;
		seen += text;
		const address = addressIn(seen);
		if (browser && address && !addressIn(before)) openWindow(browser, address, host);
	});
	return await ended;
}

const addressIn = (text) => text.match(/http:\/\/127\.0\.0\.1:\d+\/#token=\S+(?=\s)/)?.[0] ?? null;

/** Shows the web host as an app window of its own; closing that window ends Galley. */
function openWindow(browser, address, host) {
	// Other people on this computer can read command lines, so the token goes through a file that only we can read.
	const folder = mkdtempSync(join(tmpdir(), 'galley-'));
	const page = join(folder, 'open.html');
	writeFileSync(page, `<!doctype html><meta http-equiv="refresh" content="0;url=${address}">`, { mode: 0o600 });
	const profile = inCache('browser-profile');
	mkdirSync(profile, { recursive: true });
	const opened = Date.now();
	const flags = [`--app=file://${page}`, `--user-data-dir=${profile}`, '--no-first-run', '--no-default-browser-check'];
	const window = spawn(browser, flags, { stdio: 'ignore', ...ownGroup });
	const forget = () => rmSync(folder, { recursive: true, force: true });
	host.on('close', () => {
		forget();
		window.kill();
	});
	window.on('error', (error) => console.log(`No window could be opened (${error.message}); use the address above.`));
	window.on('close', () => {
		forget();
		// A browser that ends at once showed nothing; the address above still works.
		if (Date.now() - opened > 3000) host.kill('SIGTERM');
	});
}

/** A group of its own, so that Ctrl-C reaches a child once, through us, and it can save before it goes. */
const ownGroup = { detached: process.platform !== 'win32' };

/** Answers a child's exit code; Ctrl-C, a closed terminal and the end of npm end the child cleanly first. */
function supervise(child) {
	let stopping = false;
	const stop = () => {
		if (stopping) return;
		stopping = true;
		child.kill('SIGTERM');
	};
	for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, stop);
	const parent = process.ppid;
	const watch = setInterval(() => {
		if (process.env.npm_lifecycle_event && process.ppid !== parent) stop();
	}, 1000);
	return new Promise((resolve) => {
		child.on('error', (error) => {
			console.error(`Galley could not be started: ${error.message}`);
			resolve(1);
		});
		child.on('close', (code) => {
			clearInterval(watch);
			resolve(stopping ? 0 : (code ?? 1));
		});
	});
}
