import type { Editor } from '@tiptap/core';
import type { Node } from '@tiptap/pm/model';
import type { NodeView } from '@tiptap/pm/view';
import './block-view.css';

export interface BlockViewProps {
	readonly editor: Editor;
	readonly node: Node;
	readonly getPos: () => number | undefined;
}

/** Changes one attribute of a node in a step that the history joins with the one before it. */
export function changeAttribute({ editor, getPos }: BlockViewProps, name: string, value: unknown) {
	const position = getPos();
	const node = position === undefined ? null : editor.state.doc.nodeAt(position);
	if (position === undefined || node === null) return;
	// Not `setNodeAttribute`: its step has no range, so every letter would be its own undo.
	editor.view.dispatch(editor.state.tr.setNodeMarkup(position, null, { ...node.attrs, [name]: value }));
}

/** Removes a node in one undoable step. */
export function removeNode({ editor, getPos }: BlockViewProps) {
	const position = getPos();
	const node = position === undefined ? null : editor.state.doc.nodeAt(position);
	if (position === undefined || node === null) return;
	editor.view.dispatch(editor.state.tr.delete(position, position + node.nodeSize));
	editor.view.focus();
}

/** The frame of a block with fields of its own; clicks and keys in its controls are not the editor's. */
export function blockView(
	props: BlockViewProps,
	className: string,
	show: (node: Node) => void,
	contentDOM?: HTMLElement,
): NodeView & { dom: HTMLElement } {
	const dom = document.createElement('div');
	dom.className = className;
	const type = props.node.type;
	dom.dataset.blockType = type.name;
	const showId = (node: Node) => {
		const { id } = node.attrs;
		if (typeof id === 'string') dom.dataset.blockId = id;
		else delete dom.dataset.blockId;
	};
	showId(props.node);
	return {
		dom,
		...(contentDOM === undefined ? {} : { contentDOM }),
		update(node) {
			if (node.type !== type) return false;
			showId(node);
			show(node);
			return true;
		},
		stopEvent(event) {
			return event.target instanceof Element && event.target.closest('input, button, select, textarea') !== null;
		},
		ignoreMutation(mutation) {
			if (mutation.type === 'selection') {
				return mutation.target instanceof Element && mutation.target.closest('input, textarea') !== null;
			}
			return contentDOM === undefined || !contentDOM.contains(mutation.target) || mutation.target === contentDOM
				? contentDOM === undefined || !contentDOM.contains(mutation.target)
				: false;
		},
	};
}

/** A small button of a block's frame. */
export function blockButton(label: string, text: string, press: () => void): HTMLButtonElement {
	const button = document.createElement('button');
	button.type = 'button';
	button.className = 'block-button';
	button.textContent = text;
	if (label !== text) button.setAttribute('aria-label', label);
	button.addEventListener('click', press);
	return button;
}
