import { NodeSelection } from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';

/** Begins to drag a node by a handle; the drop is ProseMirror's, so that it is one undoable step. */
export function startDrag(view: EditorView, position: number, event: DragEvent, element: Element) {
	if (!event.dataTransfer) return;
	const selection = NodeSelection.create(view.state.doc, position);
	view.dispatch(view.state.tr.setSelection(selection));
	const slice = selection.content();
	const { dom, text } = view.serializeForClipboard(slice);
	event.dataTransfer.clearData();
	event.dataTransfer.setData('text/html', dom.innerHTML);
	event.dataTransfer.setData('text/plain', text);
	event.dataTransfer.effectAllowed = 'move';
	event.dataTransfer.setDragImage(element, 0, 0);
	view.dragging = { slice, move: true };
}
