/** Counts the parts that one of two threads has taken. */
export type PartCounter = Int32Array<SharedArrayBuffer>;

/** Makes a counter that two threads can share. */
export function makeCounter(): PartCounter {
	return new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));
}

/** The next of so many parts that nobody has taken, which then is taken; -1 when there is none. */
export function nextOf(taken: PartCounter, parts: number): number {
	for (;;) {
		const next = Atomics.load(taken, 0);
		if (next >= parts) return -1;
		if (Atomics.compareExchange(taken, 0, next, next + 1) === next) return next;
	}
}
