import { articleFields, fieldAt, inSentence, isMade } from '../fields.ts';
import type { FieldChange } from './compare-field.ts';
import type { BlockChange, KeyPointChange } from './item-change.ts';

/** How many of a kind changed, and how. */
export interface ChangeCount {
	readonly added: number;
	readonly removed: number;
	readonly changed: number;
	readonly moved: number;
}

/** The size of a comparison, and one sentence's worth of words for a timeline. */
export interface DiffSummary {
	readonly blocks: ChangeCount;
	readonly keyPoints: ChangeCount;
	/** The fields that changed, in the file's order, without their parts: `leadImage`, not `leadImage.alt`. */
	readonly fields: readonly string[];
	/** Such as "Headline changed, 3 blocks changed, 1 block added"; "No changes" when there are none. */
	readonly text: string;
}

/** Counts a comparison's changes and puts them in words. */
export function summarise(
	fields: readonly FieldChange[],
	keyPoints: readonly KeyPointChange[],
	blocks: readonly BlockChange[],
): DiffSummary {
	const told = fields.filter(isMade);
	const names = [...new Set(told.map((change) => fieldAt(change.field).name))];
	const counts = { blocks: count(blocks), keyPoints: count(keyPoints) };
	const phrases = [
		...names.map((name) => `${inSentence(articleFields[name].label)} changed`),
		...inWords(counts.keyPoints, 'key point'),
		...inWords(counts.blocks, blocks.every(isTextChange) ? 'paragraph' : 'block'),
	];
	const sentence = phrases.length === 0 ? 'No changes' : phrases.join(', ');
	return { ...counts, fields: names, text: sentence.charAt(0).toUpperCase() + sentence.slice(1) };
}

/** Whether a change is no change, or one of a paragraph. */
function isTextChange(change: BlockChange): boolean {
	if (change.kind === 'same') return true;
	return (change.kind === 'changed' ? change.after : change.block).type === 'paragraph';
}

function count(changes: readonly { readonly kind: string; readonly moved?: boolean }[]): ChangeCount {
	const of = (kind: string) => changes.filter((change) => change.kind === kind).length;
	const movedToo = changes.filter((change) => change.kind === 'changed' && change.moved === true).length;
	return { added: of('added'), removed: of('removed'), changed: of('changed'), moved: of('moved') + movedToo };
}

function inWords(counts: ChangeCount, noun: string): string[] {
	return (['changed', 'added', 'removed', 'moved'] as const)
		.filter((kind) => counts[kind] > 0)
		.map((kind) => `${counts[kind]} ${noun}${counts[kind] === 1 ? '' : 's'} ${kind}`);
}
