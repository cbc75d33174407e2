import type { KeyPoint } from '../../model/article.ts';
import type { Block, BlockType, GalleryPicture, MediaPath } from '../../model/block.ts';
import type { SafeHtml } from '../../model/inline-html.ts';
import type { PublishableBlock, PublishablePicture } from '../../model/publishable.ts';
import type { NodeJson } from '../body/node-json.ts';
import type { CheckId } from '../checks/check-table.ts';
import type { Outcome, Versions } from '../merge/outcome.ts';

export type BlockOf<Type extends BlockType> = Extract<Block, { type: Type }>;

/** What a block's markup takes from its story and site. */
export interface BlockContext {
	readonly keyPoints: readonly KeyPoint[];
	mediaUrl(path: MediaPath): string;
	/** The story's, in which the page speaks; a BCP 47 tag. */
	readonly language: string;
	/** Whether frames of other sites stand in it, for readers who ask for them; not on the desk, where nothing is loaded. */
	readonly hasFrames?: true;
}

/** A line of a list, a table's row, or a gallery's picture, with its texts. */
export interface Line {
	readonly depth: number;
	/** Whether the nested list that it stands in is numbered; null outside of one. */
	readonly ordered: boolean | null;
	readonly texts: readonly string[];
}

/** A text with marks, or one without. */
interface TextPart {
	readonly kind: 'inline' | 'line';
	/** What it is called beside its block; empty for the words of the block itself. */
	readonly label: string;
	/** Set for a line that is typed in the text itself, not in a field beside it. */
	readonly isTyped?: true;
}
interface ValuePart<Value> {
	readonly kind: 'value';
	readonly label: string;
	/** How it is shown where it stands; without it only a change of it is told. */
	readonly look?: 'picture' | 'address';
	/** Set when the words of the block are about it: they never stand beside what the other side put in its place. */
	readonly ownsWords?: true;
	words?(value: Value): string;
}
interface EntriesPart<Value> {
	readonly kind: 'entries';
	readonly label: string;
	readonly look: 'list' | 'table' | 'pictures';
	readonly format: 'inline' | 'line';
	lines(value: Value): Line[];
	/** The same entries with each of their texts edited. */
	edit(value: Value, edit: (text: string) => string): Value;
	merge(versions: Versions<Value>): Outcome<Value>;
}

/** One part of a block: how it is compared, merged and shown. */
export type BlockPartModule<Value = unknown> =
	| (Value extends string ? TextPart : never)
	| ValuePart<Value>
	| (Value extends readonly unknown[] ? EntriesPart<Value> : never);
/** A part of some block, by its kind. */
export type AnyPart = TextPart | ValuePart<unknown> | EntriesPart<unknown[]>;

/** What a check found in a block by itself, and the sentence for the editor. */
export interface BlockFinding {
	readonly check: CheckId;
	readonly message: string;
}

/** The facts and words of a picture as sites get them. */
export type PublishPicture = (picture: GalleryPicture) => Omit<PublishablePicture, 'focus'>;

/** All that is known of one type of block. */
export interface BlockModule<B extends Block = Block, Json extends NodeJson = NodeJson> {
	/** What it is called on every screen. */
	readonly label: string;
	/** The names of the editor's nodes for it. */
	readonly nodes: readonly Json['type'][];
	/** Its parts, in the order in which they are shown. */
	readonly parts: { readonly [Part in Exclude<keyof B, 'id' | 'type'>]: BlockPartModule<B[Part]> };
	/** The editor's node; the key-points box takes the story's points into itself. */
	toNode(block: B, keyPoints: readonly KeyPoint[]): Json;
	/** The block that a node of the editor stands for. */
	toBlock(node: Json, id: string): B;
	/** Its one element on the page; `name` holds the attributes that every block has. */
	toHtml(block: B, name: string, context: BlockContext): SafeHtml;
	/** Its running text, one line per paragraph, item or row; captions do not count. */
	text(block: B): string;
	/** The words by which a list names it; empty for a block that nobody would name. */
	beginning(block: B): string;
	/** Every piece of inline HTML in it. */
	inlineParts(block: B): readonly string[];
	/** Every picture in it. */
	pictures(block: B): readonly GalleryPicture[];
	check(block: B): readonly BlockFinding[];
	/** What sites get of it. */
	publish(block: B, picture: PublishPicture): PublishableBlock;
}

/** What holds for a block with nothing in it but what it says of itself. */
export const plainBlock = {
	text: () => '',
	inlineParts: () => [],
	pictures: () => [],
	check: () => [],
};
