import type { Article, KeyPoint } from '../../model/article.ts';
import type { Block } from '../../model/block.ts';
import type { FieldChange } from './compare-field.ts';
import { diffBlock, wordsOfBlock } from './diff-block.ts';
import { diffFields } from './diff-fields.ts';
import { diffText } from './diff-text.ts';
import type { BlockChange, KeyPointChange } from './item-change.ts';
import { type MatchedItem, matchItems } from './match-items.ts';
import { type DiffSummary, summarise } from './summarise.ts';

export type { BlockChange, KeyPointChange };

/** What a reader of the history needs to see of two versions: all blocks and key points in the new order, removed ones at their old places, and the fields that changed. */
export interface ArticleDiff {
	/** Whether nothing changed. */
	readonly isEmpty: boolean;
	readonly fields: readonly FieldChange[];
	readonly keyPoints: readonly KeyPointChange[];
	readonly blocks: readonly BlockChange[];
	readonly summary: DiffSummary;
}

/** Compares two versions of a story for reading. Linear in the length of the story but for what changed. */
export function diffArticles(before: Article, after: Article): ArticleDiff {
	const fields = diffFields(before, after);
	const keyPoints = matchItems(
		before.keyPoints,
		after.keyPoints,
		(point) => point.text,
		() => true,
	).map(keyPointChange);
	const blocks = matchItems(before.body, after.body, wordsOfBlock, (a, b) => a.type === b.type).map(blockChange);
	const isEmpty = fields.length === 0 && [...keyPoints, ...blocks].every((change) => change.kind === 'same');
	return { isEmpty, fields, keyPoints, blocks, summary: summarise(fields, keyPoints, blocks) };
}

function blockChange(item: MatchedItem<Block>): BlockChange {
	if (item.kind === 'added') return { kind: 'added', block: item.after, to: item.to };
	if (item.kind === 'removed') return { kind: 'removed', block: item.before, from: item.from };
	const { before, after, moved, from, to } = item;
	const parts = before === after ? [] : diffBlock(before, after);
	if (parts.length > 0) return { kind: 'changed', before, after, parts, moved, from, to };
	return moved ? { kind: 'moved', block: after, before, from, to } : { kind: 'same', block: after };
}

function keyPointChange(item: MatchedItem<KeyPoint>): KeyPointChange {
	if (item.kind === 'added') return { kind: 'added', point: item.after, to: item.to };
	if (item.kind === 'removed') return { kind: 'removed', point: item.before, from: item.from };
	const { before, after, moved, from, to } = item;
	if (before.text !== after.text) {
		return { kind: 'changed', before, after, pieces: diffText(before.text, after.text, 'plain'), moved, from, to };
	}
	return moved ? { kind: 'moved', point: after, before, from, to } : { kind: 'same', point: after };
}
