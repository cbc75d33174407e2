import { type BrowserWindow, ipcMain } from 'electron';
import { parseRequest } from '#core/host/request-text.ts';
import type { GalleyEvent } from '#shared/contract/index.ts';
import { eventChannel, requestChannel } from '#shared/contract/names.ts';
import { fail, type Result } from '#shared/failure.ts';
import type { Log } from './error-log.ts';
import { refusalOf } from './sender-check.ts';

/** The parts of the core that the window reaches. */
export interface IpcCore {
	request(name: unknown, input: unknown, bytes: number, newsroom?: unknown): Promise<Result<unknown>>;
	subscribe(listener: (event: GalleyEvent) => void): () => void;
}

/** Carries requests of our windows to the core, and the core's events to them. */
export function setUpIpcTransport(core: IpcCore, windows: ReadonlySet<BrowserWindow>, log: Log): void {
	ipcMain.handle(
		requestChannel,
		async (event, name: unknown, newsroom: unknown, json: unknown): Promise<Result<unknown>> => {
			const refusal = refusalOf(event, windows);
			if (refusal !== null) {
				log(`A request was refused: ${refusal}.`);
				return fail('not-allowed', `This request was refused: ${refusal}.`);
			}
			if (typeof name !== 'string' || typeof json !== 'string') {
				return fail('bad-input', 'A request is a name, a newsroom and JSON.');
			}
			const input = parseRequest(name, json);
			return input.ok ? core.request(name, input.value, Buffer.byteLength(json), newsroom) : input;
		},
	);
	core.subscribe((event) => {
		for (const window of windows) if (!window.isDestroyed()) window.webContents.send(eventChannel, event);
	});
}
