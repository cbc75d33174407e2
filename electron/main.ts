import { app, type BrowserWindow, dialog } from 'electron';
import { createCore } from '#core/create-core.ts';
import { registerAppScheme, setUpAppProtocol } from './desktop/app-protocol.ts';
import { guardClosing, setUpQuitting } from './desktop/closing.ts';
import { addContextMenu } from './desktop/context-menu.ts';
import { recoverFromCrashes } from './desktop/crash-recovery.ts';
import { nativeDialogs } from './desktop/dialogs.ts';
import { makeErrorLog, setUpErrorLogging } from './desktop/error-log.ts';
import { setUpIpcTransport } from './desktop/ipc-transport.ts';
import { setUpMenu } from './desktop/menu.ts';
import { setUpPlaces } from './desktop/places.ts';
import { setUpSecurity } from './desktop/security.ts';
import { openSettings } from './desktop/settings.ts';
import { claimSingleInstance, setUpSecondInstance } from './desktop/single-instance.ts';
import { readStartOptions } from './desktop/start-options.ts';
import { loadPage, openWindow, setUpWindowOpening } from './desktop/window.ts';
import { setUpWindowCommands } from './desktop/window-commands.ts';

const options = readStartOptions(process.argv, process.cwd());
const places = setUpPlaces(import.meta.dirname, options.userData);
const log = makeErrorLog(places.logs);

if (claimSingleInstance(options.newsroom)) {
	setUpErrorLogging(log);
	setUpSecurity(log);
	registerAppScheme();
	app.whenReady().then(start).catch(failToStart);
} else {
	app.quit();
}

async function start(): Promise<void> {
	const windows = new Set<BrowserWindow>();
	const frontWindow = () => [...windows].at(-1) ?? null;
	const settings = openSettings(places.userData, log);
	const core = await createCore({
		version: import.meta.env.GALLEY_VERSION,
		preferences: settings.preferences,
		dialogs: nativeDialogs(frontWindow),
		capabilities: { menu: true },
		log,
		newsroomPath: options.newsroom,
		sampleNewsroom: places.sampleNewsroom,
		documentsFolder: places.documents,
		userData: places.userData,
		indexWorker: places.indexWorker,
		documentWorker: places.documentWorker,
	});

	setUpQuitting(() => core.close(), log);
	setUpAppProtocol(core, places.renderer);
	setUpIpcTransport(core, windows, log);
	const run = setUpWindowCommands(windows, log);
	setUpMenu({ run, frontWindow, logFolder: places.logs });
	setUpSecondInstance({ core, run, frontWindow, log });
	setUpWindowOpening(
		windows,
		async () => {
			const window = openWindow({ settings, preload: places.preload, icon: places.icon, windows });
			guardClosing(window, run);
			addContextMenu(window);
			recoverFromCrashes(window, () => loadPage(window), log);
			await loadPage(window);
		},
		log,
	);
}

function failToStart(error: unknown): void {
	log('Galley could not start.', error);
	dialog.showErrorBox('Galley could not start', error instanceof Error ? error.message : String(error));
	app.exit(1);
}
