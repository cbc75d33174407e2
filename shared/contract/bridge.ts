import type { Result } from '../failure.ts';
import type { GalleyEvent } from './index.ts';

/** What the desktop's preload puts into the page as `window.galley`; nothing else crosses. */
export interface GalleyBridge {
	/**
	 * Asks the core for an operation of this newsroom, null for one that is about none; the input is JSON text, so that
	 * both hosts carry and limit the same thing.
	 */
	request(name: string, newsroom: string | null, json: string): Promise<Result<unknown>>;
	/** Hears every event of the core; returns the function that ends it. */
	subscribe(listener: (event: GalleyEvent) => void): () => void;
	/**
	 * Hears commands of the native menu and window by id; returns the function that ends it. The desktop learns when the
	 * returned promise settles: it waits with closing a window for `window.close-requested`, and a rejection means that
	 * something could not be saved.
	 */
	onCommand(listener: (commandId: string) => Promise<void>): () => void;
}
