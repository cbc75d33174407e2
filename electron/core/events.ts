import type { EventName, Events, GalleyEvent } from '#shared/contract/index.ts';

/** Tells everybody who listens what happened. */
export interface EventHub {
	emit<Name extends EventName>(name: Name, payload: Events[Name]): void;
	/** Returns the function that ends it. */
	subscribe(listener: (event: GalleyEvent) => void): () => void;
}

/** Makes an event hub; a listener that throws is logged and does not keep others from hearing. */
export function createEventHub(log: (message: string, error?: unknown) => void): EventHub {
	const listeners = new Set<(event: GalleyEvent) => void>();
	return {
		emit(name, payload) {
			const event = { name, payload } as GalleyEvent;
			for (const listener of [...listeners]) {
				try {
					listener(event);
				} catch (error) {
					log(`a listener of ${name} failed`, error);
				}
			}
		},
		subscribe(listener) {
			listeners.add(listener);
			return () => {
				listeners.delete(listener);
			};
		},
	};
}
