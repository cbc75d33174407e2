import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { createCore } from '#core/create-core.ts';
import { errorCode } from '#core/disk/file-system.ts';
import { documentsFolder, userDataFolder } from '#core/host/user-folders.ts';
import { filePreferences } from '#core/newsroom/preferences.ts';
import { lastPorts, rememberPort } from './last-port.ts';
import { startWebHost, type WebHost, type WebHostOptions } from './start-web-host.ts';

const usage = `Galley in a browser: serves a newsroom to this computer only, and prints the address to open.

  --newsroom PATH   the newsroom to open (else the last one; on first run a copy of the sample)
  --port N          the port to listen on; 0 for any free one (else that of last time when it is free)
  --user-data DIR   where preferences are kept (else this system's folder for them)
  --sample DIR      the sample newsroom that is copied on first run
  --renderer DIR    the built renderer
  --help            shows this
`;

/** The bundle is dist/web/main.mjs; the renderer and the content lie beside it. */
const projectRoot = resolve(import.meta.dirname, '..', '..');

await run().catch((error: unknown) => {
	console.error(`Galley could not start: ${error instanceof Error ? error.message : String(error)}`);
	process.exitCode = 1;
});

async function run(): Promise<void> {
	const options = readOptions();
	if (options === null) return;
	const log = (message: string, error?: unknown) => console.error(message, error ?? '');

	const core = await createCore({
		version: import.meta.env.GALLEY_VERSION,
		preferences: filePreferences(resolve(options.userData, 'preferences.json')),
		dialogs: null,
		log,
		newsroomPath: options.newsroom,
		sampleNewsroom: options.sample,
		documentsFolder: documentsFolder(),
		userData: options.userData,
		indexWorker: resolve(projectRoot, 'dist/core/index-worker.cjs'),
		documentWorker: resolve(projectRoot, 'dist/core/document-worker.cjs'),
	});
	const host = await listen(options, { core, renderer: options.renderer, log }).catch(async (error) => {
		await core.close();
		throw error;
	});

	endOnSignal(async () => {
		await host.close();
		await core.close();
	});
	console.log(`Galley is open at ${host.address}`);
}

/** Starts the host on the port that was asked for, else on that of last time, else on any free one. */
async function listen(
	{ port, userData }: { readonly port: number | null; readonly userData: string },
	host: Omit<WebHostOptions, 'port'>,
): Promise<WebHost> {
	const { log } = host;
	const unread = (error: unknown) => {
		log('The port of last time could not be read.', error);
		return [];
	};
	const wanted = port === null ? [...(await lastPorts(userData).catch(unread)), 0] : [port];
	const started = await startOnFirst(wanted, host);
	// Galley must start though its folder is full or locked; the next start then takes another port.
	await rememberPort(userData, started.port).catch((error: unknown) => log('The port could not be remembered.', error));
	return started;
}

async function startOnFirst([port = 0, ...others]: readonly number[], host: Omit<WebHostOptions, 'port'>) {
	try {
		return await startWebHost({ ...host, port });
	} catch (error) {
		const isTaken = ['EADDRINUSE', 'EACCES'].includes(errorCode(error) ?? '');
		if (isTaken && others.length > 0) return startOnFirst(others, host);
		throw portProblem(error, port);
	}
}

function readOptions() {
	const { values } = parseArgs({
		options: {
			newsroom: { type: 'string' },
			port: { type: 'string' },
			'user-data': { type: 'string' },
			sample: { type: 'string' },
			renderer: { type: 'string' },
			help: { type: 'boolean', default: false },
		},
	});
	if (values.help) {
		console.log(usage);
		return null;
	}
	const renderer = resolve(values.renderer ?? resolve(projectRoot, 'dist/renderer'));
	if (!existsSync(renderer)) throw new Error(`the renderer is not built (${renderer} is missing); run \`npm start\`.`);
	return {
		newsroom: values.newsroom === undefined ? null : resolve(values.newsroom),
		port: values.port === undefined ? null : readPort(values.port),
		userData: resolve(values['user-data'] ?? userDataFolder()),
		sample: resolve(values.sample ?? resolve(projectRoot, 'content/newsroom')),
		renderer,
	};
}

function readPort(text: string): number {
	const port = Number(text);
	if (!/^\d+$/.test(text) || port > 65_535) throw new Error(`"${text}" is not a port (0 to 65535).`);
	return port;
}

/** Ends cleanly on the first Ctrl-C, `kill` or closed terminal; at once on the second. */
function endOnSignal(close: () => Promise<void>): void {
	let closing = false;
	const end = (signal: NodeJS.Signals) => {
		if (closing) process.exit(1);
		closing = true;
		console.error(signal === 'SIGINT' ? '\nClosing Galley …' : 'Closing Galley …');
		close().then(
			() => {
				console.error('Galley is closed. Everything is saved.');
				process.exit(0);
			},
			(error: unknown) => {
				console.error('Galley could not close cleanly.', error);
				process.exit(1);
			},
		);
	};
	for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, end);
}

function portProblem(error: unknown, port: number): Error {
	const code = errorCode(error);
	if (code === 'EADDRINUSE') return new Error(`port ${port} is in use; choose another with --port.`, { cause: error });
	if (code === 'EACCES') return new Error(`port ${port} may not be used; choose one above 1023.`, { cause: error });
	return error instanceof Error ? error : new Error(String(error));
}
