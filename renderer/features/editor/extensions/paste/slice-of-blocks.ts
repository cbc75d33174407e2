import { Fragment, type Node, type ResolvedPos, type Schema, Slice } from '@tiptap/pm/model';
import { blockToNode } from '#shared/document/blocks/index.ts';
import type { Block } from '#shared/model/block.ts';

/**
 * Blocks as a slice for the place where they go in, with the ids that they have. Words at the ends join those around them; a
 * subhead or a list stays what it is, unless it is only words for a line or items for a list.
 */
export function sliceOfBlocks(schema: Schema, blocks: readonly Block[], $place: ResolvedPos): Slice {
	const nodes = blocks.map((block) => schema.nodeFromJSON(blockToNode(block, [])));
	const content = Fragment.from(nodes);
	const isInList = $place.depth > 1 && isList($place.node(1));
	if (isInList && nodes.every((node) => isList(node) || isParagraph(node))) return Slice.maxOpen(content);
	if (nodes.length === 1 && nodes[0]?.isTextblock) return new Slice(content, 1, 1);
	return new Slice(content, isParagraph(nodes[0]) ? 1 : 0, isParagraph(nodes.at(-1)) ? 1 : 0);
}

const isParagraph = (node: Node | undefined) => node?.type.name === 'paragraph';
const isList = (node: Node) => node.type.isInGroup('list');
