/** How long after the last change a story is saved, in milliseconds. */
export const pauseBeforeSave = 1000;
/** How long somebody may type without a pause before the story is saved anyway. */
export const longestUnsaved = 5000;
/** How long after a save that failed it is tried again. */
export const pauseBeforeRetry = 5000;

/** Calls when the window is put away; the app asks before it is closed. Returns the function that ends it. */
export function onWindowBlur(listener: () => void): () => void {
	if (typeof window === 'undefined') return () => {};
	window.addEventListener('blur', listener);
	return () => window.removeEventListener('blur', listener);
}
