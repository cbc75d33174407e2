import type { EventName, Events, Facade } from '#shared/contract/index.ts';
import type { MediaPath } from '#shared/model/block.ts';

/** The core as the renderer sees it, whichever host serves it. Calls never throw: they answer a `Result`. */
export interface Host extends Facade {
	/**
	 * Hears one kind of event; returns the function that ends it. After a lost connection comes back, `newsroom.changed`
	 * and an `articles.changed` without ids say that anything may have changed.
	 */
	subscribe<Name extends EventName>(name: Name, listener: (payload: Events[Name]) => void): () => void;
	/** Hears whether the core can be reached; called at once with the present state. */
	subscribeConnection(listener: (connected: boolean) => void): () => void;
	/**
	 * Hears commands chosen in a native menu, by command id. `window.close-requested` comes before a window closes: the
	 * window waits for the returned promise, and asks the editor when it rejects because something could not be saved.
	 */
	subscribeMenu(listener: (commandId: string) => void | Promise<void>): () => void;
	/** The address that shows an image of the open newsroom. */
	mediaUrl(media: MediaPath): string;
}
