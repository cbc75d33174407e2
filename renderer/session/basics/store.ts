import { useSyncExternalStore } from 'react';
import { Listeners } from './listeners.ts';

/**
 * A value that changes, and those who hear of it. A class with a value of its own extends it.
 *
 * @example const { sessions } = useStore(workspace);
 */
export class Store<State> {
	readonly #listeners = new Listeners();
	#state: State;

	constructor(state: State) {
		this.#state = state;
	}

	/** The same value until something changes. */
	readonly getState = (): State => this.#state;

	/** Hears every change; returns the function that ends it. */
	readonly subscribe = this.#listeners.add;

	/** Takes another value and tells everybody. */
	protected setState(state: State): void {
		this.#state = state;
		this.#listeners.tell();
	}
}

/** The present value of a store; the component draws again when it changes. */
export function useStore<State>(store: Pick<Store<State>, 'getState' | 'subscribe'>): State {
	return useSyncExternalStore(store.subscribe, store.getState);
}
