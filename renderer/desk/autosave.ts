/** How long after the last change a story is saved, in milliseconds. */
const pauseBeforeSave = 1000;
/** How long somebody may type without a pause before the story is saved anyway. */
const longestUnsaved = 5000;
/** How long after a save that failed it is tried again. */
const pauseBeforeRetry = 5000;

/** When to save: a pause after the last change, but never longer than `longestUnsaved` after the first. */
export class SaveClock {
	#timer: ReturnType<typeof setTimeout> | undefined;
	#firstChange: number | null = null;

	constructor(private readonly save: () => void) {}

	/** Something changed. */
	changed(): void {
		const now = Date.now();
		this.#firstChange ??= now;
		this.#wait(Math.max(0, Math.min(pauseBeforeSave, this.#firstChange + longestUnsaved - now)));
	}

	/** A save failed. */
	failed(): void {
		this.#wait(pauseBeforeRetry);
	}

	/** Nothing waits to be saved any more, or a save has begun. */
	stop(): void {
		clearTimeout(this.#timer);
		this.#timer = undefined;
		this.#firstChange = null;
	}

	#wait(milliseconds: number) {
		clearTimeout(this.#timer);
		this.#timer = setTimeout(() => {
			this.stop();
			this.save();
		}, milliseconds);
	}
}

/** Calls when the window is put away; the app asks before it is closed. Returns the function that ends it. */
export function onWindowBlur(listener: () => void): () => void {
	if (typeof window === 'undefined') return () => {};
	window.addEventListener('blur', listener);
	return () => window.removeEventListener('blur', listener);
}
