import { Extension } from '@tiptap/core';
import { Fragment, type Mark, type Node, type Schema, Slice } from '@tiptap/pm/model';
import { Plugin, PluginKey, type Transaction } from '@tiptap/pm/state';
import { pasteIntoLine } from './single-line-fields.ts';

/** Brings what is pasted into the story's shape: a line break begins a paragraph, a second key-points box becomes a list. */
export const CleanPaste = Extension.create({
	name: 'cleanPaste',
	addProseMirrorPlugins() {
		return [
			new Plugin({
				key: new PluginKey('cleanPaste'),
				props: {
					handlePaste: (view, _event, slice) => pasteIntoLine(view, slice),
					transformPastedHTML: breaksToParagraphs,
					clipboardTextParser: (text, $context, _plain, view) =>
						linesOf(text, view.state.schema, $context.parent.type.isTextblock && $context.marks()),
				},
				appendTransaction(transactions, _before, state) {
					if (!transactions.some((transaction) => transaction.docChanged)) return null;
					const change = state.tr;
					while (dissolveSecondBox(change, state.schema)) {
						// Each pass turns one box into a list, so it ends when one is left.
					}
					return change.docChanged ? change : null;
				},
			}),
		];
	},
});

/** Inside a paragraph a break ends it; anywhere else it says nothing that the blocks do not say. */
function breaksToParagraphs(untrustedHtml: string): string {
	return untrustedHtml.replace(/<br\b[^>]*>/gi, '</p><p>');
}

function linesOf(text: string, schema: Schema, marks: readonly Mark[] | false): Slice {
	const lines = text
		.split(/(?:\r\n?|\n)+/)
		.map((line) => line.replace(/\t/g, ' '))
		.filter((line, index, all) => line.trim() !== '' || all.length === 1 || (index > 0 && index < all.length - 1));
	const { paragraph } = schema.nodes;
	if (!paragraph) return Slice.empty;
	const nodes = lines.map((line) => paragraph.create(null, line === '' ? null : schema.text(line, marks || null)));
	return new Slice(Fragment.from(nodes), nodes.length > 0 ? 1 : 0, nodes.length > 0 ? 1 : 0);
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
