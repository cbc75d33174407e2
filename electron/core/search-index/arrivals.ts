/** Lets others wait for what comes from another thread. */
export interface Arrivals {
	/** Resolves at the next `tell`; all who wait before it wait for the same. */
	next(): Promise<void>;
	/** Tells that something is there, or that nothing will come any more. */
	tell(): void;
}

/** Begins with nobody waiting. */
export function createArrivals(): Arrivals {
	let arrive = () => {};
	let arrived: Promise<void> | null = null;
	return {
		next() {
			arrived ??= new Promise((resolve) => {
				arrive = resolve;
			});
			return arrived;
		},
		tell() {
			arrived = null;
			arrive();
		},
	};
}
