import { type Editor, Extension } from '@tiptap/core';
import { TextSelection } from '@tiptap/pm/state';
import { firstBlockIndex } from '../../extensions/move/move-node.ts';
import { tablePlace } from './table-acts.ts';

/** The keys that lead out of a table at its ends. */
export const LeaveTable = Extension.create({
	name: 'leaveTable',
	// Before the table's own arrow keys, which go from cell to cell.
	priority: 250,
	addKeyboardShortcuts: () => ({
		ArrowUp: ({ editor }) => leaveTable(editor, -1),
		ArrowDown: ({ editor }) => leaveTable(editor, 1),
	}),
});

/** Goes out of a table above its first or below its last row; a paragraph is made where no text is. */
function leaveTable(editor: Editor, by: -1 | 1): boolean {
	const place = tablePlace(editor);
	const { selection, doc, tr, schema } = editor.state;
	if (place === null || !selection.empty || !editor.view.endOfTextblock(by < 0 ? 'up' : 'down')) return false;
	if (place.row !== (by < 0 ? 0 : place.table.childCount - 1)) return false;
	const $table = doc.resolve(place.position);
	const beside = doc.maybeChild($table.index() + by);
	const isText = beside?.isTextblock === true && $table.index() + by >= firstBlockIndex;
	const { paragraph } = schema.nodes;
	if (paragraph === undefined) return false;
	const edge = by < 0 ? place.position : place.position + place.table.nodeSize;
	if (!isText) tr.insert(edge, paragraph.create());
	const to = by < 0 ? (isText ? edge - 1 : edge + 1) : edge + 1;
	editor.view.dispatch(tr.setSelection(TextSelection.near(tr.doc.resolve(to), by)).scrollIntoView());
	return true;
}
