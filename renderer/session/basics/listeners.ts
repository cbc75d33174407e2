/** Those who hear of one kind of change. */
export class Listeners {
	readonly #all = new Set<() => void>();

	/** Hears every change; returns the function that ends it. */
	readonly add = (listener: () => void): (() => void) => {
		this.#all.add(listener);
		return () => this.#all.delete(listener);
	};

	/** Tells everybody; whoever is added or ends meanwhile changes nothing of this round. */
	tell(): void {
		for (const listener of [...this.#all]) listener();
	}

	/** Nobody hears any more. */
	clear(): void {
		this.#all.clear();
	}
}
