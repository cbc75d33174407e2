import { app, type BrowserWindow, Menu, type MenuItemConstructorOptions, shell } from 'electron';
import type { DeskCommandId } from '#shared/commands/desk-commands.ts';
import { commandItems } from './menu-commands.ts';

/** What the menu needs: running a command of the renderer by its id in a window. */
export interface MenuPorts {
	readonly run: (window: BrowserWindow, commandId: string) => Promise<unknown>;
	readonly frontWindow: () => BrowserWindow | null;
	readonly logFolder: string;
}

const onMac = process.platform === 'darwin';
const separator: MenuItemConstructorOptions = { type: 'separator' };

/** Sets the application's menu: the system's own roles, and Galley's commands, which the renderer runs. */
export function setUpMenu(ports: MenuPorts): void {
	const run = (commandId: DeskCommandId) => {
		const window = ports.frontWindow();
		if (window !== null) void ports.run(window, commandId);
	};
	Menu.setApplicationMenu(
		Menu.buildFromTemplate([
			...(onMac ? [macAppMenu()] : []),
			fileMenu(run),
			editMenu(run),
			viewMenu(run),
			...(onMac ? [{ role: 'windowMenu' as const }] : []),
			helpMenu(ports.logFolder),
		]),
	);
}

type RunCommand = (commandId: DeskCommandId) => void;

function macAppMenu(): MenuItemConstructorOptions {
	return {
		label: app.name,
		submenu: [
			{ role: 'about' },
			separator,
			{ role: 'services' },
			separator,
			{ role: 'hide' },
			{ role: 'hideOthers' },
			{ role: 'unhide' },
			separator,
			{ role: 'quit' },
		],
	};
}

function fileMenu(run: RunCommand): MenuItemConstructorOptions {
	return {
		label: '&File',
		submenu: [...commandItems('file', run), separator, onMac ? { role: 'close' } : { role: 'quit' }],
	};
}

function editMenu(run: RunCommand): MenuItemConstructorOptions {
	return {
		label: '&Edit',
		submenu: [
			// Undo and redo reach the story's own history, which answers the same events.
			{ role: 'undo' },
			{ role: 'redo' },
			separator,
			{ role: 'cut' },
			{ role: 'copy' },
			{ role: 'paste' },
			{ role: 'pasteAndMatchStyle' },
			{ role: 'delete' },
			separator,
			{ role: 'selectAll' },
			separator,
			...commandItems('edit', run),
			...(onMac
				? [
						separator,
						{ label: 'Speech', submenu: [{ role: 'startSpeaking' as const }, { role: 'stopSpeaking' as const }] },
					]
				: []),
		],
	};
}

function viewMenu(run: RunCommand): MenuItemConstructorOptions {
	return {
		label: '&View',
		submenu: [
			...commandItems('view', run),
			separator,
			{ role: 'resetZoom' },
			{ role: 'zoomIn' },
			{ role: 'zoomOut' },
			separator,
			{ role: 'togglefullscreen' },
			// For whoever works on Galley itself.
			...(app.isPackaged ? [] : [separator, { role: 'toggleDevTools' as const }]),
		],
	};
}

function helpMenu(logFolder: string): MenuItemConstructorOptions {
	return {
		role: 'help',
		submenu: [
			{ label: 'Show the log folder', click: () => shell.showItemInFolder(logFolder) },
			...(onMac ? [] : [separator, { role: 'about' as const }]),
		],
	};
}
