import { app, BrowserWindow, nativeTheme, screen } from 'electron';
import type { Log } from './error-log.ts';
import { appAddress } from './origin.ts';
import type { DesktopSettings } from './settings.ts';
import { firstSize, reachableBounds, smallestSize } from './window-bounds.ts';

/** What a window needs to open. */
export interface WindowOptions {
	readonly settings: DesktopSettings;
	/** The bundled preload script. */
	readonly preload: string;
	readonly icon: string | null;
	/** The windows that we made; only they reach the core. */
	readonly windows: Set<BrowserWindow>;
}

/** Opens a window where the last one was, and remembers where it goes. */
export function openWindow({ settings, preload, icon, windows }: WindowOptions): BrowserWindow {
	const place = settings.readWindow();
	const workAreas = screen.getAllDisplays().map((display) => display.workArea);
	const bounds = reachableBounds(place?.bounds ?? null, workAreas);
	const window = new BrowserWindow({
		...(bounds ?? firstSize),
		minWidth: smallestSize.width,
		minHeight: smallestSize.height,
		title: 'Galley',
		// Shown once it is painted; the colours are those of the empty desk.
		show: false,
		backgroundColor: nativeTheme.shouldUseDarkColors ? '#16181c' : '#ffffff',
		...(icon === null ? {} : { icon }),
		webPreferences: {
			preload,
			sandbox: true,
			contextIsolation: true,
			nodeIntegration: false,
			nodeIntegrationInSubFrames: false,
			nodeIntegrationInWorker: false,
			webSecurity: true,
			webviewTag: false,
			spellcheck: true,
			// A dropped file must not replace the page; the editor takes images itself.
			navigateOnDragDrop: false,
		},
	});
	windows.add(window);
	window.on('closed', () => windows.delete(window));
	if (place?.maximized && bounds !== null) window.maximize();
	window.once('ready-to-show', () => window.show());
	rememberPlace(window, settings);
	return window;
}

/** Loads the app's page into a window; a page that is not there is an error. */
export function loadPage(window: BrowserWindow): Promise<void> {
	return window.loadURL(appAddress);
}

/** Opens the first window, and another when the app is called upon without one (a Mac's Dock). */
export function setUpWindowOpening(windows: ReadonlySet<BrowserWindow>, open: () => Promise<void>, log: Log): void {
	const openNow = () => open().catch((error: unknown) => log('The page could not be loaded.', error));
	app.on('activate', () => {
		if (windows.size === 0) void openNow();
	});
	void openNow();
}

function rememberPlace(window: BrowserWindow, settings: DesktopSettings): void {
	let timer: NodeJS.Timeout | null = null;
	const remember = () => {
		timer = null;
		if (window.isDestroyed() || window.isMinimized() || window.isFullScreen()) return;
		settings.writeWindow({ bounds: window.getNormalBounds(), maximized: window.isMaximized() });
	};
	const later = () => {
		// One write when the moving ends, not one for every pixel.
		timer ??= setTimeout(remember, 500);
	};
	window.on('resize', later);
	window.on('move', later);
	window.on('maximize', later);
	window.on('unmaximize', later);
	window.on('close', remember);
	window.on('closed', () => {
		if (timer !== null) clearTimeout(timer);
	});
}
