import type { Editor } from '@tiptap/core';
import { closeHistory } from '@tiptap/pm/history';
import type { Attrs, Node } from '@tiptap/pm/model';
import { NodeSelection } from '@tiptap/pm/state';
import type { NodeView } from '@tiptap/pm/view';
import './block-view.css';

export interface BlockViewProps {
	readonly editor: Editor;
	readonly node: Node;
	readonly getPos: () => number | undefined;
}

/** Changes one attribute of a node. The history joins what is typed; `asOne` begins a step of its own. */
export function changeAttribute(props: BlockViewProps, name: string, value: unknown, asOne = false) {
	changeAttributes(props, { [name]: value }, asOne);
}

/** Changes attributes of a node together. */
export function changeAttributes({ editor, getPos }: BlockViewProps, changes: Attrs, asOne = true) {
	const position = getPos();
	const node = position === undefined ? null : editor.state.doc.nodeAt(position);
	if (position === undefined || node === null) return;
	const { selection, tr } = editor.state;
	// Not `setNodeAttribute`: its step has no range, so every letter would be its own undo.
	tr.setNodeMarkup(position, null, { ...node.attrs, ...changes });
	// A block without text is put in anew, and stays selected.
	if (selection instanceof NodeSelection && selection.from === position)
		tr.setSelection(NodeSelection.create(tr.doc, position));
	editor.view.dispatch(asOne ? closeHistory(tr) : tr);
}

/** Selects a block, so that its fields are shown; the keyboard stays where it is. */
export function selectBlock({ editor, getPos }: BlockViewProps) {
	const position = getPos();
	if (position === undefined) return;
	const { selection, tr, doc } = editor.state;
	if (selection instanceof NodeSelection && selection.from === position) return;
	const node = doc.nodeAt(position);
	if (node === null || !NodeSelection.isSelectable(node)) return;
	editor.view.dispatch(tr.setSelection(NodeSelection.create(doc, position)));
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
	{ contentDOM, onSelected }: { readonly contentDOM?: HTMLElement; readonly onSelected?: () => void } = {},
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
	dom.addEventListener('keydown', (event) => onControlKey(props, event));
	return {
		dom,
		...(contentDOM === undefined ? {} : { contentDOM }),
		selectNode() {
			onSelected?.();
			dom.classList.add('ProseMirror-selectednode');
		},
		deselectNode() {
			dom.classList.remove('ProseMirror-selectednode');
		},
		update(node) {
			if (node.type !== type) return false;
			showId(node);
			show(node);
			return true;
		},
		stopEvent(event) {
			return (
				event.target instanceof Element && event.target.closest('input, button, label, textarea, .block-panel') !== null
			);
		},
		ignoreMutation(mutation) {
			if (mutation.type === 'selection') {
				return mutation.target instanceof Element && mutation.target.closest('input, textarea, .block-panel') !== null;
			}
			return contentDOM === undefined || !contentDOM.contains(mutation.target) || mutation.target === contentDOM
				? contentDOM === undefined || !contentDOM.contains(mutation.target)
				: false;
		},
	};
}

/** Keys that hold in every control of a block: undo is that of the story's one history, and Escape leads back to the text. */
function onControlKey(props: BlockViewProps, event: KeyboardEvent) {
	const { editor } = props;
	const key = event.key.toLowerCase();
	if (key === 'escape' && !event.isComposing) {
		selectBlock(props);
		editor.view.focus();
	} else if ((event.ctrlKey || event.metaKey) && !event.altKey && (key === 'z' || key === 'y')) {
		if (key === 'y' || event.shiftKey) editor.commands.redo();
		else editor.commands.undo();
	} else {
		return;
	}
	event.preventDefault();
	event.stopPropagation();
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
