import type { Editor } from '@tiptap/core';
import type { Node } from '@tiptap/pm/model';

/** The numbered list of the body that holds the cursor; null where there is none. */
export function numberedListAt({ state }: Editor): { readonly node: Node; readonly position: number } | null {
	const { $from } = state.selection;
	const node = $from.depth > 0 ? $from.node(1) : $from.nodeAfter;
	if (node?.type.name !== 'orderedList') return null;
	return { node, position: $from.depth > 0 ? $from.before(1) : $from.pos };
}

/** Lets the numbered list with the cursor begin with another number. */
export function setStart(editor: Editor, start: number): void {
	const list = numberedListAt(editor);
	if (list === null) return;
	editor
		.chain()
		.command(({ tr }) => {
			tr.setNodeMarkup(list.position, null, { ...list.node.attrs, start });
			return true;
		})
		.focus()
		.run();
}
