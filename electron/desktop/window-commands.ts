import { type BrowserWindow, ipcMain } from 'electron';
import { commandChannel, commandDoneChannel } from '#shared/contract/names.ts';
import type { Log } from './error-log.ts';
import { refusalOf } from './sender-check.ts';

/** How a command ended: done, failed (something could not be saved), or without an answer in time. */
export type CommandEnd = 'done' | 'failed' | 'silent';

/** Runs a command of the renderer by its id in a window, and waits for its end. */
export type RunCommand = (window: BrowserWindow, commandId: string, timeoutMs?: number) => Promise<CommandEnd>;

/** Connects the channel on which the menu and the closing of windows run commands of the renderer. */
export function setUpWindowCommands(windows: ReadonlySet<BrowserWindow>, log: Log): RunCommand {
	const waiting = new Map<number, (end: CommandEnd) => void>();
	let runs = 0;

	ipcMain.on(commandDoneChannel, (event, run: unknown, worked: unknown) => {
		const refusal = refusalOf(event, windows);
		if (refusal !== null) {
			log(`The end of a command was refused: ${refusal}.`);
			return;
		}
		if (typeof run === 'number') waiting.get(run)?.(worked === true ? 'done' : 'failed');
	});

	return (window, commandId, timeoutMs = 5000) =>
		new Promise((resolve) => {
			runs += 1;
			const run = runs;
			const end = (how: CommandEnd) => {
				clearTimeout(timer);
				waiting.delete(run);
				resolve(how);
			};
			const timer = setTimeout(() => end('silent'), timeoutMs);
			waiting.set(run, end);
			window.webContents.send(commandChannel, run, commandId);
		});
}
