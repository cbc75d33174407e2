import type { Block } from '../../model/block.ts';
import type { LeftOut } from './left-out.ts';

/** Where a picture's bytes are: in the document itself, on the web, or where nobody but its program can read them. */
export type PictureSource =
	| { readonly kind: 'data'; readonly mediaType: string; readonly base64: string }
	| { readonly kind: 'web'; readonly url: string }
	| { readonly kind: 'elsewhere' };

/** A picture of a document that was read. It becomes a block when the newsroom has it. */
export interface FoundPicture {
	readonly type: 'found';
	readonly source: PictureSource;
	readonly alt: string;
	readonly caption: string;
}

/** What was read of a document: blocks that a story can hold, and pictures that the newsroom has yet to take. */
export interface ReadStory {
	/** The title that the document gives itself; only when it was read as a whole. */
	readonly headline: string;
	readonly standfirst: string;
	/** Their ids tell them apart among themselves only. */
	readonly blocks: readonly (Block | FoundPicture)[];
	/** Pictures are not counted here. */
	readonly leftOut: LeftOut;
}
