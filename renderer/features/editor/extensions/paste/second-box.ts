import type { Node, Schema } from '@tiptap/pm/model';
import type { EditorState, Transaction } from '@tiptap/pm/state';

/** A story has one key-points box; a second one, pasted with what is around it, becomes a list. */
export function dissolveSecondBoxes(
	transactions: readonly Transaction[],
	_before: EditorState,
	state: EditorState,
): Transaction | null {
	if (!transactions.some((transaction) => transaction.docChanged)) return null;
	const change = state.tr;
	while (dissolveSecondBox(change, state.schema)) {
		// Each pass turns one box into a list, so it ends when one is left.
	}
	return change.docChanged ? change : null;
}

function dissolveSecondBox(change: Transaction, schema: Schema): boolean {
	const { bulletList, listItem, paragraph } = schema.nodes;
	if (!bulletList || !listItem || !paragraph) return false;
	const boxes: { node: Node; position: number }[] = [];
	change.doc.forEach((node, position) => {
		if (node.type.name === 'keyPoints') boxes.push({ node, position });
	});
	const second = boxes[1];
	if (!second) return false;
	const items = second.node.children.map((point) => listItem.create(null, paragraph.create(null, point.content)));
	const replacement = items.length === 0 ? paragraph.create() : bulletList.create(null, items);
	change.replaceWith(second.position, second.position + second.node.nodeSize, replacement);
	return true;
}
