import { Extension, isNodeEmpty } from '@tiptap/core';
import { isHistoryTransaction } from '@tiptap/pm/history';
import { type EditorState, Plugin, PluginKey, type Transaction } from '@tiptap/pm/state';

/**
 * Keeps Tiptap from turning the blocks of an empty story into paragraphs when it was not this change that emptied it: a
 * kind chosen for the empty line stays, and what is done again is what was done.
 */
export const EmptiedStory = Extension.create({
	name: 'emptiedStory',
	addProseMirrorPlugins() {
		return [
			new Plugin({
				key: new PluginKey('emptiedStory'),
				// Every change passes here before Tiptap's own keymap, which clears the document, can look at it.
				filterTransaction(transaction, before) {
					if (!isEmptying(transaction, before)) transaction.setMeta('preventClearDocument', true);
					return true;
				},
			}),
		];
	},
});

/** Whether it may be an editor who selects everything and deletes it. */
function isEmptying(transaction: Transaction, { doc, selection }: EditorState): boolean {
	return transaction.docChanged && !selection.empty && !isHistoryTransaction(transaction) && !isNodeEmpty(doc);
}
