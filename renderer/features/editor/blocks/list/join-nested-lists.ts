import { Extension } from '@tiptap/core';
import type { Transaction } from '@tiptap/pm/state';
import { Plugin, PluginKey } from '@tiptap/pm/state';

/** Keeps at most one list under a list item: lists that come to stand side by side there become one. */
export const JoinNestedLists = Extension.create({
	name: 'joinNestedLists',
	addProseMirrorPlugins() {
		return [
			new Plugin({
				key: new PluginKey('joinNestedLists'),
				appendTransaction(transactions, _before, state) {
					if (!transactions.some((transaction) => transaction.docChanged)) return null;
					const change = state.tr;
					while (joinOne(change)) {
						// Each pass joins two neighbours, so it ends when none are left.
					}
					return change.docChanged ? change : null;
				},
			}),
		];
	},
});

function joinOne(change: Transaction): boolean {
	let joined = false;
	change.doc.descendants((node, position) => {
		if (joined || node.isTextblock) return false;
		if (node.type.name !== 'listItem' || node.childCount < 3) return true;
		const first = node.child(1);
		const second = node.child(2);
		const start = position + 1 + node.child(0).nodeSize;
		const end = start + first.nodeSize + second.nodeSize;
		change.replaceWith(start, end, first.copy(first.content.append(second.content)));
		joined = true;
		return false;
	});
	return joined;
}
