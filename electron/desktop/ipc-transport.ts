import { type BrowserWindow, type IpcMainEvent, type IpcMainInvokeEvent, ipcMain } from 'electron';
import { parseRequest } from '#core/host/parse-request.ts';
import type { GalleyEvent } from '#shared/contract/index.ts';
import { eventChannel, requestChannel } from '#shared/contract/names.ts';
import { fail, type Result } from '#shared/failure.ts';
import type { Log } from './error-log.ts';
import { appOrigin } from './origin.ts';

/** The parts of the core that the window reaches. */
export interface IpcCore {
	request(name: unknown, input: unknown, bytes: number): Promise<Result<unknown>>;
	subscribe(listener: (event: GalleyEvent) => void): () => void;
}

/** Carries requests of our windows to the core, and the core's events to them. */
export function setUpIpcTransport(core: IpcCore, windows: ReadonlySet<BrowserWindow>, log: Log): void {
	ipcMain.handle(requestChannel, async (event, name: unknown, json: unknown): Promise<Result<unknown>> => {
		const refusal = refusalOf(event, windows);
		if (refusal !== null) {
			log(`A request was refused: ${refusal}.`);
			return fail('not-allowed', `This request was refused: ${refusal}.`);
		}
		if (typeof name !== 'string' || typeof json !== 'string') return fail('bad-input', 'A request is a name and JSON.');
		const input = parseRequest(name, json);
		return input.ok ? core.request(name, input.value, Buffer.byteLength(json)) : input;
	});
	core.subscribe((event) => {
		for (const window of windows) if (!window.isDestroyed()) window.webContents.send(eventChannel, event);
	});
}

/** Why a message is not from our own page, as the end of a sentence; null when it is. */
export function refusalOf(
	event: IpcMainInvokeEvent | IpcMainEvent,
	windows: ReadonlySet<BrowserWindow>,
): string | null {
	const frame = event.senderFrame;
	// It navigated away or is gone: whoever asked, the answer would reach somebody else.
	if (frame === null) return 'its page is gone';
	// Other contents (developer tools, a webview) can load what we did not choose.
	if (![...windows].some((window) => !window.isDestroyed() && window.webContents === event.sender))
		return 'it is not from a window of Galley';
	// Frames show what a story brings; only the page around them acts for the editor.
	if (frame.parent !== null) return 'it is from a frame inside the page';
	// A window that was somehow led elsewhere keeps its preload, but not its rights.
	if (frame.origin !== appOrigin) return `it is from ${frame.origin}`;
	return null;
}
