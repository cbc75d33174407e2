import { middle, movePoint, pointInWords, toPoint } from '../../../../ui/focus-point.ts';

/** The point of a picture that cropping keeps, shown on it: it is dragged, or moved with the arrow keys. */
export function focusPointButton(change: (focus: [number, number]) => void) {
	let focus = middle;
	const element = document.createElement('button');
	element.type = 'button';
	element.className = 'focus-point';
	element.title = 'Focus point: what cropping keeps. Drag it, or use the arrow keys.';
	const move = (event: PointerEvent) => {
		const box = element.parentElement?.querySelector('img')?.getBoundingClientRect();
		if (!box) return;
		change(toPoint((event.clientX - box.left) / box.width, (event.clientY - box.top) / box.height));
	};
	element.addEventListener('pointerdown', (event) => element.setPointerCapture(event.pointerId));
	element.addEventListener('pointermove', (event) => {
		if (element.hasPointerCapture(event.pointerId)) move(event);
	});
	element.addEventListener('keydown', (event) => {
		const moved = event.altKey ? null : movePoint(focus, event.key, event.shiftKey ? 1 : 5);
		if (moved === null) return;
		event.preventDefault();
		change(moved);
	});
	return {
		element,
		show(point: readonly [number, number] | null) {
			focus = point ?? middle;
			element.ariaLabel = `Focus point, ${pointInWords(focus)}`;
			element.style.setProperty('--x', String(focus[0]));
			element.style.setProperty('--y', String(focus[1]));
		},
	};
}
