/** Work that is done once for many calls. */
export interface Throttled {
	/** Asks for the work; a pause given here counts when none has begun. */
	readonly call: (pause?: number) => void;
	/** The work that waits is not done. */
	readonly cancel: () => void;
}

/** Does some work `pause` milliseconds after the first call for it, once for all that come meanwhile. */
export function throttle(work: () => void, pause: number): Throttled {
	let timer: ReturnType<typeof setTimeout> | undefined;
	return {
		call: (asked = pause) => {
			timer ??= setTimeout(() => {
				timer = undefined;
				work();
			}, asked);
		},
		cancel: () => {
			clearTimeout(timer);
			timer = undefined;
		},
	};
}

/** As `throttle`, but then waits for a moment when the window has nothing more urgent to do, `longestWait` at most. */
export function throttleIdle(work: () => void, pause: number, longestWait: number): Throttled {
	let idle: number | undefined;
	const later = throttle(() => {
		idle = requestIdleCallback(
			() => {
				idle = undefined;
				work();
			},
			{ timeout: longestWait },
		);
	}, pause);
	return {
		call: (asked) => {
			if (idle === undefined) later.call(asked);
		},
		cancel: () => {
			later.cancel();
			if (idle !== undefined) cancelIdleCallback(idle);
			idle = undefined;
		},
	};
}
