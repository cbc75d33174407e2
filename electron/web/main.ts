import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { createCore } from '#core/create-core.ts';
import { documentsFolder, userDataFolder } from '#core/host/places.ts';
import { filePreferences } from '#core/preferences.ts';
import { startWebHost } from './start-web-host.ts';

const usage = `Galley in a browser: serves a newsroom to this computer only, and prints the address to open.

  --newsroom PATH   the newsroom to open (else the last one; on first run a copy of the sample)
  --port N          the port to listen on (else any free one)
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
	});
	const host = await startWebHost({ core, renderer: options.renderer, port: options.port, log }).catch(
		async (error) => {
			await core.close();
			throw portProblem(error, options.port);
		},
	);

	endOnSignal(async () => {
		await host.close();
		await core.close();
	});
	console.log(`Galley is open at ${host.address}`);
}

function readOptions() {
	const { values } = parseArgs({
		options: {
			newsroom: { type: 'string' },
			port: { type: 'string', default: '0' },
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
	const port = Number(values.port);
	if (!/^\d+$/.test(values.port) || port > 65_535) throw new Error(`"${values.port}" is not a port (0 to 65535).`);
	const renderer = resolve(values.renderer ?? resolve(projectRoot, 'dist/renderer'));
	if (!existsSync(renderer)) throw new Error(`the renderer is not built (${renderer} is missing); run \`npm start\`.`);
	return {
		newsroom: values.newsroom === undefined ? null : resolve(values.newsroom),
		port,
		userData: resolve(values['user-data'] ?? userDataFolder()),
		sample: resolve(values.sample ?? resolve(projectRoot, 'content/newsroom')),
		renderer,
	};
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
	const code = error instanceof Error && 'code' in error ? error.code : null;
	if (code === 'EADDRINUSE') return new Error(`port ${port} is in use; choose another with --port.`, { cause: error });
	if (code === 'EACCES') return new Error(`port ${port} may not be used; choose one above 1023.`, { cause: error });
	return error instanceof Error ? error : new Error(String(error));
}
