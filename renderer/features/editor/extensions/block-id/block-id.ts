import { Extension } from '@tiptap/core';
import type { Node } from '@tiptap/pm/model';
import { Plugin, PluginKey, type Transaction } from '@tiptap/pm/state';
import { startAttribute } from '../../blocks/list/start-attribute.ts';
import { idAttribute } from './block-attributes.ts';
import { newBlockId } from './new-block-id.ts';

/** Gives every block and key point an id of its own: after a split the first half keeps it. */
export const BlockIds = Extension.create({
	name: 'blockIds',
	// The blocks that StarterKit makes know nothing of ids.
	addGlobalAttributes: () => [
		{ types: ['paragraph', 'bulletList', 'orderedList'], attributes: idAttribute },
		{ types: ['bulletList', 'orderedList'], attributes: startAttribute },
	],
	addProseMirrorPlugins() {
		return [
			new Plugin({
				key: new PluginKey('blockIds'),
				appendTransaction(transactions, _before, state) {
					if (!transactions.some((transaction) => transaction.docChanged)) return null;
					const change = state.tr;
					giveIds(change);
					return change.docChanged ? change : null;
				},
			}),
		];
	},
});

function giveIds(change: Transaction) {
	const { doc } = change;
	const blocks: [Node, number][] = [];
	doc.forEach((node, offset, index) => {
		if (index >= 2) blocks.push([node, offset]);
	});
	giveDistinctIds(change, blocks, isUnwrittenBody(blocks.map(([node]) => node)));
	for (const [box, offset] of blocks) {
		if (box.type.name !== 'keyPoints') continue;
		const points: [Node, number][] = [];
		box.forEach((point, inside) => {
			points.push([point, offset + 1 + inside]);
		});
		giveDistinctIds(change, points, false);
	}
}

function giveDistinctIds(change: Transaction, nodes: readonly [Node, number][], unwritten: boolean) {
	const taken = new Set<string>();
	for (const [node, position] of nodes) {
		const { id } = node.attrs;
		if (typeof id === 'string' && !taken.has(id)) {
			taken.add(id);
		} else if (!unwritten) {
			const fresh = newBlockId();
			taken.add(fresh);
			// Only attributes change, so positions stay true.
			change.setNodeAttribute(position, 'id', fresh);
		}
	}
}

/** The empty line of a story without a body is not a block until something is written on it. */
function isUnwrittenBody(blocks: readonly Node[]): boolean {
	const [first] = blocks;
	return blocks.length === 1 && first?.type.name === 'paragraph' && first.content.size === 0;
}
