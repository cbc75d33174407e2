import { app, type BrowserWindow } from 'electron';
import { closeRequestedCommand } from '#shared/contract/names.ts';
import type { Log } from './error-log.ts';
import type { IpcCore } from './ipc-transport.ts';
import type { RunCommand } from './window-commands.ts';

/** Claims to be the one Galley of this user; a second one hands its `--newsroom` over and must quit (false). */
export function claimSingleInstance(newsroom: string | null): boolean {
	// Handed over as data, because Chromium reorders the second one's command line.
	return app.requestSingleInstanceLock({ newsroom });
}

/** What answering a second instance needs. */
export interface SecondInstancePorts {
	readonly core: Pick<IpcCore, 'request'>;
	readonly run: RunCommand;
	readonly frontWindow: () => BrowserWindow | null;
	readonly log: Log;
}

/** When Galley is started again: shows the window, and opens the newsroom that was asked for. */
export function setUpSecondInstance({ core, run, frontWindow, log }: SecondInstancePorts): void {
	app.on('second-instance', (_event, _argv, _folder, data) => {
		const window = frontWindow();
		if (window !== null) {
			if (window.isMinimized()) window.restore();
			window.show();
			window.focus();
		}
		const path = data instanceof Object && 'newsroom' in data ? data.newsroom : null;
		if (typeof path !== 'string') return;
		void openInstead(path).catch((error: unknown) => log(`${path} could not be opened.`, error));

		async function openInstead(path: string): Promise<void> {
			// What is being written belongs to the newsroom that is open now.
			const saved = window === null ? 'done' : await run(window, closeRequestedCommand);
			if (saved !== 'done') {
				log(`${path} was not opened, because a story is not saved.`);
				return;
			}
			const opened = await core.request('newsroom.open', { path }, path.length);
			if (!opened.ok) log(`${path} could not be opened: ${opened.failure.message}`);
		}
	});
}
