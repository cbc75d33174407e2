import { appOrigin } from './origin.ts';

/** The parts of an IPC event that tell who sent it. */
export interface SentMessage {
	readonly sender: object;
	readonly senderFrame: { readonly parent: object | null; readonly origin: string } | null;
}

/** The parts of a window that tell whether it is the sender's. */
export interface OwnWindow {
	isDestroyed(): boolean;
	readonly webContents: object;
}

/** Why a message is not from our own page, as the end of a sentence; null when it is. */
export function refusalOf(message: SentMessage, windows: ReadonlySet<OwnWindow>): string | null {
	const frame = message.senderFrame;
	// It navigated away or is gone: whoever asked, the answer would reach somebody else.
	if (frame === null) return 'its page is gone';
	// Other contents (developer tools, a webview) can load what we did not choose.
	const ours = [...windows].some((window) => !window.isDestroyed() && window.webContents === message.sender);
	if (!ours) return 'it is not from a window of Galley';
	// Frames show what a story brings; only the page around them acts for the editor.
	if (frame.parent !== null) return 'it is from a frame inside the page';
	// A window that was somehow led elsewhere keeps its preload, but not its rights.
	if (frame.origin !== appOrigin) return `it is from ${frame.origin}`;
	return null;
}
