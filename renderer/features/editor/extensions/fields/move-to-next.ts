import type { Editor } from '@tiptap/core';
import { TextSelection } from '@tiptap/pm/state';

/** Puts the cursor at the beginning of what follows the node that holds it; a paragraph is made where no text follows. */
export function moveToNext(editor: Editor, depth = editor.state.selection.$from.depth): boolean {
	const { $from } = editor.state.selection;
	const after = $from.after(depth);
	const next = editor.state.doc.resolve(after).nodeAfter;
	return editor.commands.command(({ tr, dispatch }) => {
		if (!dispatch) return true;
		if (next?.isTextblock !== true) {
			tr.insert(after, editor.schema.nodes.paragraph?.create() ?? []);
		}
		tr.setSelection(TextSelection.create(tr.doc, after + 1)).scrollIntoView();
		return true;
	});
}
