import type { Node } from '@tiptap/pm/model';
import type { ProofText } from './worker/messages.ts';

/** The text of a block as it is looked through: a character for each position in it. */
export function proofText(block: Node): ProofText {
	const code: { from: number; to: number }[] = [];
	block.forEach((child, offset) => {
		if (child.marks.some(({ type }) => type.name === 'code')) code.push({ from: offset, to: offset + child.nodeSize });
	});
	return { text: block.textBetween(0, block.content.size, null, '\n'), code };
}

/** The blocks of text from one top-level node of a story to another, each with the position of its first letter. */
export function textBlocks(doc: Node, first: number, last: number): { readonly block: Node; readonly start: number }[] {
	const found: { block: Node; start: number }[] = [];
	doc.forEach((node, offset, index) => {
		if (index < first || index > last) return;
		if (node.isTextblock) found.push({ block: node, start: offset + 1 });
		else
			node.descendants((inner, inside) => {
				if (inner.isTextblock) found.push({ block: inner, start: offset + 1 + inside + 1 });
			});
	});
	return found;
}
