/** Lets the pictures of a gallery be dragged among each other; `drop` is told which one goes to whose place. */
export function dragPictures(grid: HTMLElement, drop: (from: number, to: number) => void) {
	let dragged: { readonly item: Element; readonly x: number; readonly y: number; moves: boolean } | null = null;
	const itemAt = (event: PointerEvent) =>
		[...grid.children].find((item) => {
			const { left, right, top, bottom } = item.getBoundingClientRect();
			return event.clientX >= left && event.clientX < right && event.clientY >= top && event.clientY < bottom;
		});
	const mark = (target: Element | undefined) => {
		const items = [...grid.children];
		const from = dragged === null ? -1 : items.indexOf(dragged.item);
		for (const [index, item] of items.entries()) {
			const side = item !== target || index === from ? null : index > from ? 'after' : 'before';
			if (side === null) item.removeAttribute('data-drop');
			else item.setAttribute('data-drop', side);
		}
	};
	grid.addEventListener('pointerdown', (event) => {
		const item = event.target instanceof Element ? event.target.closest('.gallery-picture')?.closest('li') : null;
		if (!item || event.button !== 0) return;
		dragged = { item, x: event.clientX, y: event.clientY, moves: false };
	});
	grid.addEventListener('pointermove', (event) => {
		if (dragged === null || event.buttons === 0) return;
		// A press that trembles is still a press.
		if (!dragged.moves && Math.hypot(event.clientX - dragged.x, event.clientY - dragged.y) < 6) return;
		if (!dragged.moves) grid.setPointerCapture(event.pointerId);
		dragged.moves = true;
		dragged.item.setAttribute('data-dragged', '');
		mark(itemAt(event));
	});
	const end = (event: PointerEvent) => {
		if (dragged === null) return;
		const { item, moves } = dragged;
		const target = itemAt(event);
		item.removeAttribute('data-dragged');
		mark(undefined);
		dragged = null;
		if (!moves || target === undefined || event.type === 'pointercancel') return;
		const items = [...grid.children];
		drop(items.indexOf(item), items.indexOf(target));
	};
	grid.addEventListener('pointerup', end);
	grid.addEventListener('pointercancel', end);
}
