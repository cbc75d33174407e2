import { type Editor, Extension } from '@tiptap/core';
import type { Node } from '@tiptap/pm/model';
import type { EditorState } from '@tiptap/pm/state';

/**
 * Leaves the blocks on the page when a field of the story changes. Fields are attributes of the whole document, and
 * ProseMirror draws a node anew whose attributes are others: here that would be the story with all its pictures, at each
 * save and at each letter in the inspector.
 */
export const KeepDrawn = Extension.create({
	name: 'keepDrawn',
	onBeforeCreate() {
		this.editor.on('beforeTransaction', keepDrawn);
	},
});

function keepDrawn({ editor, nextState }: { editor: Editor; nextState: EditorState }) {
	const drawn = drawnDocument(editor);
	if (!drawn || drawn.node.sameMarkup(nextState.doc)) return;
	// What is drawn then differs from the next document in its blocks alone, and those are compared one by one.
	drawn.node = nextState.doc.copy(drawn.node.content);
}

/** What the view keeps of the document on the page; null when it is not there. Its type is the view's own secret. */
function drawnDocument({ view }: Editor): { node: Node } | null {
	if (!('docView' in view) || typeof view.docView !== 'object' || view.docView === null) return null;
	return 'node' in view.docView ? (view.docView as { node: Node }) : null;
}
