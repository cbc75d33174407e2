import { TextSelection } from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';
import { selectInField } from './select-in-field.ts';

/**
 * Takes the page's selection back into the field where it began. The editor's own selection never leaves a field, but
 * three clicks or a drag in an empty one select its neighbour on the page, and typing would put both in one.
 */
export function holdField(view: EditorView): void {
	const { state } = view;
	const page = view.dom.ownerDocument.getSelection();
	if (!page || page.isCollapsed || !(state.selection instanceof TextSelection)) return;
	const { anchorNode, anchorOffset, focusNode, focusOffset } = page;
	if (!view.dom.contains(anchorNode) || !view.dom.contains(focusNode) || !anchorNode || !focusNode) return;
	const $anchor = state.doc.resolve(view.posAtDOM(anchorNode, anchorOffset));
	const selection = selectInField($anchor, state.doc.resolve(view.posAtDOM(focusNode, focusOffset)));
	if (!selection) return;
	if (!selection.eq(state.selection)) view.dispatch(state.tr.setSelection(selection));
	const from = view.domAtPos(selection.anchor);
	const to = view.domAtPos(selection.head);
	page.setBaseAndExtent(from.node, from.offset, to.node, to.offset);
}

/**
 * Takes over where the mouse has put the cursor, at once: the page reports it later, and keys that are pressed before
 * that would act where the cursor was.
 */
export function takeCursor(view: EditorView, { target }: MouseEvent): void {
	const { state } = view;
	const page = view.dom.ownerDocument.getSelection();
	if (!page?.isCollapsed || !view.hasFocus() || !(state.selection instanceof TextSelection)) return;
	// A picture or a button is pressed, not written in.
	if (!(target instanceof HTMLElement) || !target.isContentEditable || !view.editable) return;
	if (!page.anchorNode || !view.dom.contains(page.anchorNode)) return;
	const $cursor = state.doc.resolve(view.posAtDOM(page.anchorNode, page.anchorOffset));
	if (!$cursor.parent.inlineContent || $cursor.pos === state.selection.head) return;
	view.dispatch(state.tr.setSelection(TextSelection.create(state.doc, $cursor.pos)));
}

/**
 * Takes over what the keys have selected, at once: on a busy machine the page reports it after the next key, which would
 * act on what was selected before.
 */
export function takeSelection(view: EditorView): void {
	const { state } = view;
	const { selection } = state;
	const page = view.dom.ownerDocument.getSelection();
	if (!page || view.composing || !view.hasFocus() || !(selection instanceof TextSelection)) return;
	const { anchorNode, anchorOffset, focusNode, focusOffset } = page;
	if (!anchorNode || !focusNode || !view.dom.contains(anchorNode) || !view.dom.contains(focusNode)) return;
	// From the same side as ProseMirror reads them.
	const anchor = view.posAtDOM(anchorNode, anchorOffset, 1);
	const head = view.posAtDOM(focusNode, focusOffset, 1);
	if (anchor === selection.anchor && head === selection.head) return;
	const [$anchor, $head] = [state.doc.resolve(anchor), state.doc.resolve(head)];
	if (!$anchor.parent.inlineContent || !$head.parent.inlineContent) return;
	view.dispatch(state.tr.setSelection(selectInField($anchor, $head) ?? TextSelection.create(state.doc, anchor, head)));
}
