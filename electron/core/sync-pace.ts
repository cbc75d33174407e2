/** What a disk takes to keep a small file, in milliseconds, that nobody notices. */
const unnoticed = 1.5;
/** So many in a row have to be that quick. */
const inARow = 8;
/** So much altogether until the others have had their turn, as when many stories are saved one after another. */
const mostInATurn = 2;
/** After so long a pause, in milliseconds, nothing is known any more: disks go to sleep. */
const longestPause = 10_000;

/** Knows from the last times whether a disk can be waited for at once. */
export interface SyncPace {
	/** Whether the next one may be waited for with everything else standing still. */
	isQuick(): boolean;
	/** Hears how long one took, in milliseconds. */
	took(milliseconds: number): void;
}

/**
 * Begins with nothing known of a disk. A disk that answers within a fraction of a millisecond is best asked at once: the
 * way to the background and back takes a tenth of that time on an idle computer, and as long again on a busy one (0.01 to
 * 0.1 ms for 0.1 to 0.2 ms, measured on Linux), and a window misses nothing in it. One that took longer a single time is
 * waited for in the background, until it was quick for a while; so is one of which nothing was heard for some seconds.
 */
export function createSyncPace(now: () => number = () => performance.now()): SyncPace {
	let quick = 0;
	let last = Number.NEGATIVE_INFINITY;
	let inThisTurn = 0;
	return {
		isQuick: () => quick >= inARow && inThisTurn < mostInATurn && now() - last < longestPause,
		took(milliseconds) {
			quick = milliseconds <= unnoticed ? quick + 1 : 0;
			last = now();
			if (inThisTurn === 0) {
				setImmediate(() => {
					inThisTurn = 0;
				});
			}
			inThisTurn += milliseconds;
		},
	};
}
