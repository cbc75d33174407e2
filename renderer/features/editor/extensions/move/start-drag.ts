import type { EditorView } from '@tiptap/pm/view';

const dragged = new WeakMap<EditorView, number>();

/** Begins to drag a node by a handle; `DragNodes` shows where it would go and puts it there. */
export function startDrag(view: EditorView, position: number, event: DragEvent, element: Element) {
	const node = view.state.doc.nodeAt(position);
	if (!event.dataTransfer || !node) return;
	event.dataTransfer.setData('text/plain', node.textBetween(0, node.content.size, '\n', '\n'));
	event.dataTransfer.effectAllowed = 'move';
	event.dataTransfer.setDragImage(element, 0, 0);
	dragged.set(view, position);
}

/** Where the node stands that is being dragged by its handle; null when none is. */
export function draggedNode(view: EditorView): number | null {
	return dragged.get(view) ?? null;
}

/** Ends the dragging. */
export function endDrag(view: EditorView) {
	dragged.delete(view);
}
