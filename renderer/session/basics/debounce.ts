import { useEffect, useState } from 'react';

/** Work that waits until the calls for it have stopped. */
export interface Debounced {
	/** Asks for the work, after this pause or the usual one. */
	readonly call: (pause?: number) => void;
	/** The work that waits is not done. */
	readonly cancel: () => void;
}

/**
 * Does some work once nobody has called for it for `pause`, but not later than `longest` after the first call. Times
 * are in milliseconds.
 */
export function debounce(work: () => void, pause: number, longest = Number.POSITIVE_INFINITY): Debounced {
	let timer: ReturnType<typeof setTimeout> | undefined;
	let first: number | null = null;
	const cancel = () => {
		clearTimeout(timer);
		first = null;
	};
	return {
		call: (asked = pause) => {
			clearTimeout(timer);
			const now = Date.now();
			first ??= now;
			timer = setTimeout(
				() => {
					cancel();
					work();
				},
				Math.max(0, Math.min(asked, first + longest - now)),
			);
		},
		cancel,
	};
}

/** A value once it has not changed for so many milliseconds; at once when there are none to wait. */
export function useDebounced<T>(value: T, milliseconds: number): T {
	const [settled, setSettled] = useState(value);
	useEffect(() => {
		const timer = setTimeout(() => setSettled(() => value), milliseconds);
		return () => clearTimeout(timer);
	}, [value, milliseconds]);
	return milliseconds === 0 ? value : settled;
}
