import type { Editor } from '@tiptap/core';
import type { Node } from '@tiptap/pm/model';
import { Selection } from '@tiptap/pm/state';

/**
 * Puts a block after the one with the cursor, or in its place when that is an empty paragraph, and goes into it; behind it
 * when nothing can be typed in there, so that what is typed next does not take its place.
 */
export function insertBlock(editor: Editor, block: Node, at: number | null = null, change = editor.state.tr): void {
	const { state } = editor;
	const place = at ?? placeForBlock(editor);
	const before = change.doc.resolve(place).nodeBefore;
	const replaces = at === null && before?.type.name === 'paragraph' && before.content.size === 0;
	const start = replaces ? place - before.nodeSize : place;
	change.replaceWith(start, place, block);
	const end = start + block.nodeSize;
	const after = change.doc.resolve(end).nodeAfter;
	if (block.isAtom && (after === null || (at === null && after.isAtom))) {
		const paragraph = state.schema.nodes.paragraph?.create();
		if (paragraph) change.insert(end, paragraph);
	}
	const goOn = change.doc.resolve((block.isAtom ? end : start) + 1);
	editor.view.dispatch(change.setSelection(Selection.near(goOn)).scrollIntoView());
	editor.view.focus();
}

function placeForBlock({ state }: Editor): number {
	const { doc, selection } = state;
	const body = doc.child(0).nodeSize + doc.child(1).nodeSize;
	const place = selection.$to.depth === 0 ? selection.to : selection.$to.after(1);
	return Math.max(place, body);
}
