import { Extension } from '@tiptap/core';
import { Plugin, PluginKey, Selection } from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';
import { firstBlockIndex } from './move-node.ts';
import { draggedNode, endDrag } from './start-drag.ts';

interface Place {
	/** Where in the document the node would go. */
	readonly position: number;
	/** The height on the screen of the gap. */
	readonly y: number;
}

/** Drops what is dragged by a handle between the blocks, or between the key points, nearest to the mouse. */
export const DragNodes = Extension.create({
	name: 'dragNodes',
	addProseMirrorPlugins() {
		return [new Plugin({ key: new PluginKey('dragNodes'), view: (view) => new DragLine(view) })];
	},
});

class DragLine {
	readonly #line = document.createElement('div');

	constructor(private readonly view: EditorView) {
		this.#line.className = 'story-drop-line';
		// While a handle is dragged, nothing else may guess from the text where the drop would go.
		view.dom.addEventListener('dragover', this.#over, true);
		view.dom.addEventListener('drop', this.#drop, true);
		window.addEventListener('dragend', this.#end);
	}

	destroy() {
		this.view.dom.removeEventListener('dragover', this.#over, true);
		this.view.dom.removeEventListener('drop', this.#drop, true);
		window.removeEventListener('dragend', this.#end);
		this.#end();
	}

	readonly #over = (event: DragEvent) => {
		const from = draggedNode(this.view);
		if (from === null) return;
		event.preventDefault();
		event.stopPropagation();
		const place = nearestGap(this.view, from, event.clientY);
		const frame = this.view.dom.parentElement;
		if (!place || !frame) return;
		if (!this.#line.isConnected) frame.append(this.#line);
		this.#line.style.top = `${place.y - frame.getBoundingClientRect().top}px`;
	};

	readonly #drop = (event: DragEvent) => {
		const from = draggedNode(this.view);
		if (from === null) return;
		event.preventDefault();
		event.stopPropagation();
		const place = nearestGap(this.view, from, event.clientY);
		this.#end();
		const node = this.view.state.doc.nodeAt(from);
		if (!place || !node || (place.position >= from && place.position <= from + node.nodeSize)) return;
		const change = this.view.state.tr.delete(from, from + node.nodeSize);
		const target = change.mapping.map(place.position);
		change.insert(target, node).setSelection(Selection.near(change.doc.resolve(target + (node.isAtom ? 0 : 1))));
		this.view.dispatch(change);
		this.view.focus();
	};

	readonly #end = () => {
		endDrag(this.view);
		this.#line.remove();
	};
}

/** The gap between the node's siblings that is nearest to a height on the screen. */
function nearestGap(view: EditorView, from: number, y: number): Place | null {
	const $from = view.state.doc.resolve(from);
	const start = $from.start();
	let nearest: Place | null = null;
	const offer = (position: number, gap: number) => {
		if (!nearest || Math.abs(gap - y) < Math.abs(nearest.y - y)) nearest = { position, y: gap };
	};
	$from.parent.forEach((node, offset, index) => {
		if ($from.depth === 0 && index < firstBlockIndex) return;
		const element = view.nodeDOM(start + offset);
		if (!(element instanceof HTMLElement)) return;
		const { top, bottom } = element.getBoundingClientRect();
		offer(start + offset, top);
		offer(start + offset + node.nodeSize, bottom);
	});
	return nearest;
}
