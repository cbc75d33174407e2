import type { KeyPoint } from '../../model/article.ts';
import type { Block } from '../../model/block.ts';
import type { BlockPart } from './diff-block.ts';
import type { TextPiece } from './diff-text.ts';

/** A block in a comparison. `from` and `to` count blocks from the top; a changed block may have moved as well. */
export type BlockChange =
	| { readonly kind: 'same'; readonly block: Block }
	| {
			readonly kind: 'changed';
			readonly before: Block;
			readonly after: Block;
			readonly parts: readonly BlockPart[];
			readonly moved: boolean;
			readonly from: number;
			readonly to: number;
	  }
	| {
			readonly kind: 'moved';
			readonly block: Block;
			readonly before: Block;
			readonly from: number;
			readonly to: number;
	  }
	| { readonly kind: 'added'; readonly block: Block; readonly to: number }
	| { readonly kind: 'removed'; readonly block: Block; readonly from: number };

/** A key point in a comparison. */
export type KeyPointChange =
	| { readonly kind: 'same'; readonly point: KeyPoint }
	| {
			readonly kind: 'changed';
			readonly before: KeyPoint;
			readonly after: KeyPoint;
			readonly pieces: readonly TextPiece[];
			readonly moved: boolean;
			readonly from: number;
			readonly to: number;
	  }
	| {
			readonly kind: 'moved';
			readonly point: KeyPoint;
			readonly before: KeyPoint;
			readonly from: number;
			readonly to: number;
	  }
	| { readonly kind: 'added'; readonly point: KeyPoint; readonly to: number }
	| { readonly kind: 'removed'; readonly point: KeyPoint; readonly from: number };
