import type { Editor } from '@tiptap/core';
import { Selection } from '@tiptap/pm/state';
import { insertBlock } from '../../commands/insert-block.ts';

/** Puts a quote into the body, made of the paragraph with the cursor when there are words in it. */
export function insertQuote(editor: Editor, type: 'quote' | 'pullquote'): void {
	const { state } = editor;
	const { $from } = state.selection;
	const { quoteText, attribution } = state.schema.nodes;
	const quote = state.schema.nodes[type];
	if (!quoteText || !attribution || !quote) return;
	const isText = $from.depth === 1 && ($from.parent.type.name === 'paragraph' || $from.parent.type.name === 'subhead');
	if (!isText) {
		insertBlock(editor, quote.create(null, [quoteText.create(), attribution.create()]));
		return;
	}
	const { id } = $from.parent.attrs;
	const change = state.tr.replaceWith(
		$from.before(),
		$from.after(),
		quote.create({ id }, [quoteText.create(null, $from.parent.content), attribution.create()]),
	);
	change.setSelection(Selection.near(change.doc.resolve($from.before() + 2 + $from.parentOffset)));
	editor.view.dispatch(change.scrollIntoView());
	editor.view.focus();
}
