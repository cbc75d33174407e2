import { Fragment, type Node, Slice } from '@tiptap/pm/model';
import type { Transaction } from '@tiptap/pm/state';
import { diffSequences } from '#shared/document/diff/diff-sequences.ts';

/** Makes a document equal to another, touching only the words and blocks that differ, so that the cursor stays put. */
export function replaceDocument(change: Transaction, wanted: Node): Transaction {
	replaceBlocks(change, wanted);
	for (const [name, value] of Object.entries(wanted.attrs)) {
		if (JSON.stringify(change.doc.attrs[name]) !== JSON.stringify(value)) change.setDocAttribute(name, value);
	}
	return change;
}

function replaceBlocks(change: Transaction, wanted: Node) {
	const [before, after] = [change.doc.children, wanted.children];
	const starts = [0];
	for (const node of before) starts.push((starts.at(-1) ?? 0) + node.nodeSize);
	const startOf = (index: number) => starts[index] ?? change.doc.content.size;
	const hunks = diffSequences(before.map(nameOf), after.map(nameOf));
	let [end, wantedEnd] = [before.length, after.length];
	// From the last to the first, so that the places before stay where they are.
	for (const hunk of [{ beforeFrom: 0, beforeTo: 0, afterFrom: 0, afterTo: 0 }, ...hunks].reverse()) {
		for (; end > hunk.beforeTo; end -= 1, wantedEnd -= 1) {
			const [node, wantedNode] = [before[end - 1], after[wantedEnd - 1]];
			if (node && wantedNode) replaceNode(change, startOf(end - 1), node, wantedNode);
		}
		if (hunk.beforeTo > hunk.beforeFrom || hunk.afterTo > hunk.afterFrom) {
			const nodes = Fragment.from(after.slice(hunk.afterFrom, hunk.afterTo));
			change.replace(startOf(hunk.beforeFrom), startOf(hunk.beforeTo), new Slice(nodes, 0, 0));
		}
		[end, wantedEnd] = [hunk.beforeFrom, hunk.afterFrom];
	}
}

/** What a block is known by in both documents. */
function nameOf(node: Node): string {
	return `${node.type.name} ${node.attrs.id ?? ''}`;
}

function replaceNode(change: Transaction, at: number, node: Node, wanted: Node) {
	if (node.eq(wanted)) return;
	if (!node.sameMarkup(wanted)) {
		change.replace(at, at + node.nodeSize, new Slice(Fragment.from(wanted), 0, 0));
	} else if (node.isTextblock) {
		replaceText(change, at + 1, node.content, wanted.content);
	} else if (node.childCount !== wanted.childCount) {
		change.replace(at + 1, at + 1 + node.content.size, new Slice(wanted.content, 0, 0));
	} else {
		let end = at + 1 + node.content.size;
		for (let index = node.childCount - 1; index >= 0; index -= 1) {
			const child = node.child(index);
			end -= child.nodeSize;
			replaceNode(change, end, child, wanted.child(index));
		}
	}
}

function replaceText(change: Transaction, at: number, content: Fragment, wanted: Fragment) {
	const start = content.findDiffStart(wanted);
	const ends = content.findDiffEnd(wanted);
	if (start === null || ends === null) return;
	// Where the two ends overlap, as in `aa` becoming `aaa`, the end moves behind the start.
	const overlap = Math.max(0, start - Math.min(ends.a, ends.b));
	const slice = new Slice(wanted.cut(start, ends.b + overlap), 0, 0);
	change.replace(at + start, at + ends.a + overlap, slice);
}
