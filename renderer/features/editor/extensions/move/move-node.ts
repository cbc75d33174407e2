import { type EditorState, NodeSelection, Selection, TextSelection, type Transaction } from '@tiptap/pm/state';

/** The blocks begin after headline and standfirst. */
export const firstBlockIndex = 2;

/** Where the node that holds the selection at this depth stands; null when the selection is not in one. */
export function nodeAround(state: EditorState, depth: number): number | null {
	const { selection } = state;
	if (selection instanceof NodeSelection && selection.$from.depth === depth - 1) return selection.from;
	return selection.$from.depth >= depth ? selection.$from.before(depth) : null;
}

/** Swaps a node with its neighbour and keeps the cursor in it; false where there is none to swap with. */
export function moveNode(change: Transaction, position: number, by: -1 | 1): boolean {
	const $position = change.doc.resolve(position);
	const node = $position.nodeAfter;
	const index = $position.index();
	const neighbour = $position.parent.maybeChild(index + by);
	const first = $position.depth === 0 ? firstBlockIndex : 0;
	if (!node || !neighbour || index < first || index + by < first) return false;
	const { selection } = change;
	const target = by < 0 ? position - neighbour.nodeSize : position + neighbour.nodeSize;
	const start = Math.min(position, target);
	const pair = by < 0 ? [node, neighbour] : [neighbour, node];
	change.replaceWith(start, start + node.nodeSize + neighbour.nodeSize, pair);
	change.setSelection(movedSelection(change, selection, position, target)).scrollIntoView();
	return true;
}

function movedSelection(change: Transaction, before: Selection, from: number, to: number): Selection {
	const shift = to - from;
	if (before instanceof NodeSelection) return NodeSelection.create(change.doc, before.from + shift);
	if (before instanceof TextSelection) {
		return TextSelection.create(change.doc, before.anchor + shift, before.head + shift);
	}
	return Selection.near(change.doc.resolve(to + 1));
}
