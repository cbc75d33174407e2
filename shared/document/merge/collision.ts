import type { Article, KeyPoint } from '../../model/article.ts';
import type { Block } from '../../model/block.ts';
import type { FieldRef } from '../../model/problem.ts';
import type { MergedField } from '../fields.ts';
import type { PlaceAfter } from './merge-keyed.ts';

/**
 * A field that both sides changed. `mine` and `theirs` are the whole field as choosing that side leaves it: what did
 * not collide is merged in both. `both` is null where only one can stand.
 */
export type FieldCollision = {
	[Name in MergedField]: {
		readonly kind: 'field';
		readonly id: string;
		readonly where: FieldRef;
		readonly field: Name;
		readonly base: Article[Name];
		readonly mine: Article[Name];
		readonly theirs: Article[Name];
		readonly both: Article[Name] | null;
	};
}[MergedField];

/**
 * A block that both sides changed, or that one deleted and the other edited (its side is null then). `both` holds the
 * blocks that keep the two texts, one after the other; null where one side deleted it.
 */
export interface BlockCollision {
	readonly kind: 'block';
	readonly id: string;
	readonly where: { readonly field: 'block'; readonly block: string };
	readonly base: Block | null;
	readonly mine: Block | null;
	readonly theirs: Block | null;
	readonly both: readonly Block[] | null;
	/** Where the block stands if it comes back: behind the first of these that is still there, else at the top. */
	readonly after: PlaceAfter;
}

/** A key point that both sides changed, or that one deleted and the other edited. */
export interface KeyPointCollision {
	readonly kind: 'keyPoint';
	readonly id: string;
	readonly where: { readonly field: 'keyPoints' };
	readonly point: string;
	readonly base: KeyPoint | null;
	readonly mine: KeyPoint | null;
	readonly theirs: KeyPoint | null;
	readonly both: KeyPoint | null;
	readonly after: PlaceAfter;
}

/** A block or key point that both sides moved, each to another place. */
export interface PlaceCollision {
	readonly kind: 'place';
	readonly id: string;
	readonly where: { readonly field: 'block'; readonly block: string } | { readonly field: 'keyPoints' };
	readonly list: 'body' | 'keyPoints';
	/** The id of the block or key point. */
	readonly item: string;
	readonly base: PlaceAfter;
	readonly mine: PlaceAfter;
	readonly theirs: PlaceAfter;
}

/** What two sides did to a story and cannot both have. The merged story holds my side until somebody chooses. */
export type Collision = FieldCollision | BlockCollision | KeyPointCollision | PlaceCollision;
export type Choice = 'mine' | 'theirs' | 'both';
