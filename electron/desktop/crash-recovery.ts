import { type BrowserWindow, dialog } from 'electron';
import type { Log } from './error-log.ts';

/** So many crashes within a minute are not chance any more. */
const tooMany = 3;
const minute = 60_000;

/** Loads the page again when its process dies; the core still has the newsroom open. Asks when that does not help. */
export function recoverFromCrashes(window: BrowserWindow, reload: () => Promise<void>, log: Log): void {
	let crashes: number[] = [];
	const tryAgain = () => {
		if (window.isDestroyed()) return;
		reload().catch((error: unknown) => log('The page could not be loaded again.', error));
	};
	window.webContents.on('render-process-gone', (_event, { reason, exitCode }) => {
		if (reason === 'clean-exit' || window.isDestroyed()) return;
		log(`The page's process is gone (${reason}, ${exitCode}).`);
		const now = Date.now();
		crashes = [...crashes.filter((time) => now - time < minute), now];
		if (crashes.length < tooMany) {
			// After the event, because the window still holds the dead process while it runs.
			setImmediate(tryAgain);
			return;
		}
		void dialog
			.showMessageBox(window, {
				type: 'error',
				message: 'Galley has stopped working several times.',
				detail:
					'Your stories are saved as they were last shown as saved. The log tells more (Help, Show the log folder).',
				buttons: ['Try again', 'Close'],
				noLink: true,
			})
			.then(({ response }) => {
				crashes = [];
				if (response === 0) tryAgain();
				else window.destroy();
			});
	});
}
