/** Does some work after changes: never more often than `pauseBetween`, and when nothing more urgent is to be done. */
export class IdleClock {
	#timer: ReturnType<typeof setTimeout> | undefined;
	#idle = 0;

	/** Times are in milliseconds; after `longestWait` the work is done even if the window is busy. */
	constructor(
		private readonly work: () => void,
		private readonly pauseBetween = 100,
		private readonly longestWait = 200,
	) {}

	/** Something changed, so the work is to be done soon; a pause of its own counts when none has begun. */
	changed(pause = this.pauseBetween): void {
		this.#timer ??= setTimeout(() => {
			this.#idle = requestIdleCallback(
				() => {
					this.#timer = undefined;
					this.work();
				},
				{ timeout: this.longestWait },
			);
		}, pause);
	}

	/** Work that waits is not done any more. */
	stop(): void {
		clearTimeout(this.#timer);
		cancelIdleCallback(this.#idle);
		this.#timer = undefined;
	}
}
