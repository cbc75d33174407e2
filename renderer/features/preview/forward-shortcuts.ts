/** Passes key combinations pressed in the preview on to the app, so that its shortcuts work there too. */
export function forwardShortcuts(from: Document, to: Window): () => void {
	const forward = (event: KeyboardEvent) => {
		if (!(event.ctrlKey || event.metaKey || event.altKey || event.key === 'Escape' || /^F\d/.test(event.key))) return;
		const copy = new KeyboardEvent(event.type, {
			key: event.key,
			code: event.code,
			ctrlKey: event.ctrlKey,
			metaKey: event.metaKey,
			altKey: event.altKey,
			shiftKey: event.shiftKey,
			repeat: event.repeat,
			bubbles: true,
			cancelable: true,
		});
		// False when the app took it; then the browser must not act on it as well.
		if (!to.document.body.dispatchEvent(copy)) event.preventDefault();
	};
	from.addEventListener('keydown', forward);
	return () => from.removeEventListener('keydown', forward);
}
