import { app, type BrowserWindow, dialog } from 'electron';
import { closeRequestedCommand } from '#shared/contract/names.ts';
import type { Log } from './error-log.ts';
import type { RunCommand } from './window-commands.ts';

let quitting = false;

/** Lets a window close only when its stories are saved, or the editor says that it may. */
export function guardClosing(window: BrowserWindow, run: RunCommand): void {
	let asking = false;
	window.on('close', (event) => {
		// A page that crashed or never came has nothing left to save.
		if (window.webContents.isCrashed() || window.webContents.getURL() === '') return;
		event.preventDefault();
		if (asking) return;
		asking = true;
		void mayClose(window, run).then((may) => {
			asking = false;
			if (!may) quitting = false;
			else if (!window.isDestroyed()) {
				window.destroy();
				// Waiting for the page has stopped the quitting that began this.
				if (quitting) app.quit();
			}
		});
	});
}

async function mayClose(window: BrowserWindow, run: RunCommand): Promise<boolean> {
	const end = await run(window, closeRequestedCommand);
	if (end === 'done' || window.isDestroyed()) return true;
	const { response } = await dialog.showMessageBox(window, {
		type: 'warning',
		message: end === 'failed' ? 'A story could not be saved.' : 'Galley does not answer, so a story may not be saved.',
		detail: 'If you close now, the last changes are lost.',
		buttons: ['Keep open', 'Close without saving'],
		defaultId: 0,
		cancelId: 0,
		noLink: true,
	});
	return response === 1;
}

/** Ends the app when its last window closes (but on a Mac), and lets the core finish what it is writing first. */
export function setUpQuitting(closeCore: () => Promise<void>, log: Log): void {
	let core: 'open' | 'closing' | 'closed' = 'open';
	app.on('before-quit', () => {
		quitting = true;
	});
	app.on('window-all-closed', () => {
		if (process.platform !== 'darwin') app.quit();
	});
	app.on('will-quit', (event) => {
		if (core === 'closed') return;
		// Also while it closes: a window that closes asks to quit, and so may the person once more.
		event.preventDefault();
		if (core === 'closing') return;
		core = 'closing';
		closeCore()
			.catch((error: unknown) => log('The newsroom could not be closed cleanly.', error))
			.finally(() => {
				core = 'closed';
				app.quit();
			});
	});
}
