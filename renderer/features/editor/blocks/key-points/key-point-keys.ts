import type { Editor, KeyboardShortcutCommand } from '@tiptap/core';
import { Selection, TextSelection } from '@tiptap/pm/state';

/** Enter makes the next point, or leaves the box from an empty last one; Backspace removes an empty one. */
export function keyPointKeys(editor: Editor): Record<string, KeyboardShortcutCommand> {
	const here = () => {
		const { $from } = editor.state.selection;
		return $from.parent.type.name === 'keyPoint' ? $from : null;
	};
	return {
		Enter: () => {
			const $from = here();
			if (!$from) return false;
			const box = $from.node(-1);
			const isEmpty = $from.parent.content.size === 0;
			const isLast = $from.index(-1) === box.childCount - 1;
			if (isEmpty && isLast && box.childCount > 1) return leaveBox(editor);
			return editor.commands.command(({ tr }) => {
				tr.deleteSelection();
				tr.split(tr.selection.from, 1, [{ type: $from.parent.type, attrs: { id: null } }]).scrollIntoView();
				return true;
			});
		},
		Backspace: () => {
			const $from = here();
			if (!$from || !editor.state.selection.empty || $from.parentOffset > 0) return false;
			const start = $from.before();
			const point = $from.parent;
			const isFirst = $from.index(-1) === 0;
			return editor.commands.command(({ tr }) => {
				if (point.content.size === 0) {
					tr.delete(start, start + point.nodeSize);
					tr.setSelection(Selection.near(tr.doc.resolve(start), isFirst ? 1 : -1));
				} else if (!isFirst) {
					tr.join(start);
				}
				return true;
			});
		},
		Delete: () => {
			const $from = here();
			if (!$from || !editor.state.selection.empty || $from.parentOffset < $from.parent.content.size) return false;
			return editor.commands.command(({ tr }) => {
				if ($from.index(-1) < $from.node(-1).childCount - 1) tr.join($from.after());
				return true;
			});
		},
	};
}

function leaveBox(editor: Editor): boolean {
	const { $from } = editor.state.selection;
	return editor.commands.command(({ tr, state }) => {
		const after = $from.after(-1) - $from.parent.nodeSize;
		tr.delete($from.before(), $from.after());
		const next = tr.doc.resolve(after).nodeAfter;
		if (next?.type.name !== 'paragraph' || next.content.size > 0) {
			const paragraph = state.schema.nodes.paragraph?.create();
			if (paragraph) tr.insert(after, paragraph);
		}
		tr.setSelection(TextSelection.create(tr.doc, after + 1)).scrollIntoView();
		return true;
	});
}
