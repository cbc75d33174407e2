import type { EventName, Events, Facade } from '#shared/contract/index.ts';
import type { NewsroomId } from '#shared/contract/newsroom.ts';
import type { MediaPath } from '#shared/model/block.ts';

/** Whether the core can be reached: it may not answer, or not know this page any more. */
export type Connection = 'open' | 'lost' | 'signed-out';

/**
 * The core as the renderer sees it, whichever host serves it. Calls never throw: they answer a `Result`. What is about a
 * newsroom is asked of the one that the host is bound to, and refused while another one is open.
 */
export interface Host extends Facade {
	/**
	 * Hears one kind of event; returns the function that ends it. After a lost connection comes back, `newsroom.changed`
	 * and an `articles.changed` without ids say that anything may have changed.
	 */
	subscribe<Name extends EventName>(name: Name, listener: (payload: Events[Name]) => void): () => void;
	/** Hears whether the core can be reached; called at once with the present state. */
	subscribeConnection(listener: (connected: boolean) => void): () => void;
	/** The same in more detail; a listener of the above is also called when this changes. */
	connection(): Connection;
	/**
	 * Hears commands chosen in a native menu, by command id. `window.close-requested` comes before a window closes: the
	 * window waits for the returned promise, and asks the editor when it rejects because something could not be saved.
	 */
	subscribeMenu(listener: (commandId: string) => void | Promise<void>): () => void;
	/** The address that shows an image of the newsroom. */
	mediaUrl(media: MediaPath): string;
	/** This host, bound to one newsroom. */
	inNewsroom(newsroom: NewsroomId): Host;
}
