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
	const pairStart = Math.min(position, target);
	const pair = by < 0 ? [node, neighbour] : [neighbour, node];
	change.replaceWith(pairStart, pairStart + node.nodeSize + neighbour.nodeSize, pair);
	// What the selection is in takes it along, be it the node or the neighbour it passes.
	const moved = (place: number) => {
		if (place >= position && place < position + node.nodeSize) return place + target - position;
		const start = by < 0 ? position - neighbour.nodeSize : position + node.nodeSize;
		const isPassed = place >= start && place < start + neighbour.nodeSize;
		return isPassed ? place - Math.sign(by) * node.nodeSize : place;
	};
	change.setSelection(movedSelection(change, selection, moved)).scrollIntoView();
	return true;
}

function movedSelection(change: Transaction, before: Selection, moved: (place: number) => number): Selection {
	if (before instanceof NodeSelection) return NodeSelection.create(change.doc, moved(before.from));
	if (before instanceof TextSelection) {
		return TextSelection.create(change.doc, moved(before.anchor), moved(before.head));
	}
	return Selection.near(change.doc.resolve(moved(before.from)));
}
