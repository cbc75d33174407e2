/** Does something once the page is drawn, when what it needs must be on the screen first. */
export function afterDrawing(action: () => void): void {
	requestAnimationFrame(() => requestAnimationFrame(action));
}
