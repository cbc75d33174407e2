import type { KeyPoint } from '../../model/article.ts';
import type { Block, BlockType, GalleryPicture } from '../../model/block.ts';
import { escapeAttribute, type SafeHtml } from '../../model/inline-html.ts';
import type { PublishableBlock } from '../../model/publishable.ts';
import { blockAnchor } from '../page/markup.ts';
import type { AnyPart, BlockContext, BlockModule, BlockOf, PublishPicture } from './block-module.ts';
import { divider } from './divider.ts';
import { embed } from './embed.ts';
import { gallery } from './gallery.ts';
import { image } from './image.ts';
import { keyPoints } from './key-points.ts';
import { list } from './list.ts';
import { paragraph } from './paragraph.ts';
import { pullquote } from './pullquote.ts';
import { quote } from './quote.ts';
import { subhead } from './subhead.ts';
import { table } from './table.ts';

/** Every type of block. A new one of the model has to be entered here. */
const modules = {
	paragraph,
	subhead,
	keyPoints,
	quote,
	pullquote,
	list,
	image,
	gallery,
	embed,
	table,
	divider,
} satisfies { readonly [Type in BlockType]: BlockModule<BlockOf<Type>> };

/** One block of the body as the editor holds it. */
export type BlockJson = ReturnType<(typeof modules)[BlockType]['toNode']>;

const ofType: Readonly<Record<BlockType, BlockModule<Block, BlockJson>>> = modules;
const ofNode = new Map(Object.values(ofType).flatMap((each) => each.nodes.map((name) => [name, each] as const)));

/** What a type of block is called. */
export function blockLabel(type: BlockType): string {
	return ofType[type].label;
}

/** The parts of a block by their names, in the order in which they are shown. */
export function partsOf(block: Block): readonly (readonly [string, AnyPart])[] {
	return Object.entries<AnyPart>(ofType[block.type].parts);
}

/** What a block has as its part of this name; undefined where it has none. */
export function partValue(block: Block, part: string): unknown {
	return Object.entries(block).find(([name]) => name === part)?.[1];
}

/** The editor's node for one block; the key-points box takes the story's points into itself. */
export function blockToNode(block: Block, points: readonly KeyPoint[]): BlockJson {
	return ofType[block.type].toNode(block, points);
}

/** The block that a node of the editor stands for; `freshId` is for a node that has none yet. */
export function nodeToBlock(node: BlockJson, freshId: string): Block {
	const found = ofNode.get(node.type);
	if (found === undefined) throw new Error(`${node.type} is no block`);
	return found.toBlock(node, node.attrs.id ?? freshId);
}

interface Rendered {
	readonly mediaUrl: BlockContext['mediaUrl'];
	readonly keyPoints: readonly KeyPoint[] | null;
	readonly language: string;
	readonly hasFrames: true | undefined;
	readonly html: SafeHtml;
}
const rendered = new WeakMap<Block, Rendered>();

/** One block as one HTML element with `data-block`; the same block object is rendered once. */
export function blockHtml(block: Block, context: BlockContext): SafeHtml {
	const known = rendered.get(block);
	const points = block.type === 'keyPoints' ? context.keyPoints : null;
	if (
		known &&
		known.mediaUrl === context.mediaUrl &&
		known.keyPoints === points &&
		known.language === context.language &&
		known.hasFrames === context.hasFrames
	)
		return known.html;
	const name = `id="${escapeAttribute(blockAnchor(block.id))}" data-block="${escapeAttribute(block.id)}"`;
	const html = ofType[block.type].toHtml(block, name, context);
	const { mediaUrl, language, hasFrames } = context;
	rendered.set(block, { mediaUrl, keyPoints: points, language, hasFrames, html });
	return html;
}

/** A block's running text, one line per paragraph, item or row; empty for pictures, embeds and the key-points box. */
export function blockText(block: Block): string {
	return ofType[block.type].text(block);
}

/** The words by which a list names a block; empty for one that nobody would name. */
export function blockBeginning(block: Block): string {
	return ofType[block.type].beginning(block);
}

/** The blocks that readers get: all but paragraphs without words, which only make room while a story is written. */
export function shownBlocks(body: readonly Block[]): readonly Block[] {
	return body.filter((block) => block.type !== 'paragraph' || blockText(block).trim() !== '');
}

/** Every picture in a block. */
export function blockPictures(block: Block): readonly GalleryPicture[] {
	return ofType[block.type].pictures(block);
}

/** Every piece of inline HTML that a block holds. */
export function inlineParts(block: Block): readonly string[] {
	return ofType[block.type].inlineParts(block);
}

/** What one block lacks, by what its type asks for. */
export function blockFindings(block: Block) {
	return ofType[block.type].check(block);
}

/** What sites get of a block; `picture` gives the facts of a picture. */
export function publishBlock(block: Block, picture: PublishPicture): PublishableBlock {
	return ofType[block.type].publish(block, picture);
}
