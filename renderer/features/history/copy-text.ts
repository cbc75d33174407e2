/** Puts a text on the clipboard, with its marks where it has some; whether it is there. */
export function copyText(text: string, html: string | null): boolean {
	let copied = false;
	const onCopy = (event: ClipboardEvent) => {
		event.clipboardData?.setData('text/plain', text);
		if (html !== null) event.clipboardData?.setData('text/html', html);
		event.preventDefault();
		event.stopPropagation();
		copied = true;
	};
	// The newer way needs a permission, and Galley's hosts give none.
	document.addEventListener('copy', onCopy, true);
	document.execCommand('copy');
	document.removeEventListener('copy', onCopy, true);
	return copied;
}
