import { blockLabel, blockText } from '#shared/document/blocks/index.ts';
import type { FieldChange, ListFieldChange } from '#shared/document/diff/compare-field.ts';
import { type BlockChange, diffArticles, type KeyPointChange } from '#shared/document/diff/diff-articles.ts';
import { type BlockPart, wordsOfBlock } from '#shared/document/diff/diff-block.ts';
import type { TextPiece } from '#shared/document/diff/diff-text.ts';
import { itemWords, linkWords, valueWords, type WordsContext } from '#shared/document/field-words.ts';
import { fieldAt, isMade } from '#shared/document/fields.ts';
import type { Article } from '#shared/model/article.ts';
import type { Block } from '#shared/model/block.ts';
import { inlineText } from '#shared/model/inline-html.ts';

/** A stretch of one side's text; whether the other side has it otherwise. */
export interface SidePiece {
	readonly text: string;
	readonly differs: boolean;
}

/** One part of a story in a comparison; a side is null where it has no such part. */
export type ComparedRow =
	| {
			readonly kind: 'differs';
			readonly key: string;
			readonly label: string;
			readonly look: 'headline' | 'text' | 'field';
			readonly mine: readonly SidePiece[] | null;
			readonly theirs: readonly SidePiece[] | null;
	  }
	/** Blocks in a row that are the same on both sides. */
	| { readonly kind: 'same'; readonly key: string; readonly count: number };

/** Unsaved text beside its file, part by part: what the two have in common is only counted. */
export function compareSides(mine: Article, theirs: Article, names: WordsContext): ComparedRow[] {
	const { fields, keyPoints, blocks } = diffArticles(theirs, mine);
	// When it was saved says nothing about the story.
	const told = fields.filter(isMade);
	const isText = ({ field }: FieldChange) => field === 'headline' || field === 'standfirst';
	return [
		...told.filter(isText).map((change) => fieldRow(change, names)),
		...keyPoints.flatMap(keyPointRow),
		...blockRows(blocks),
		...told.filter((change) => !isText(change)).map((change) => fieldRow(change, names)),
	];
}

function fieldRow(change: FieldChange, names: WordsContext): ComparedRow {
	const row = {
		kind: 'differs' as const,
		key: change.field,
		label: fieldAt(change.field).label,
		look: change.field === 'headline' ? ('headline' as const) : ('field' as const),
	};
	switch (change.kind) {
		case 'text':
			return { ...row, look: change.field === 'standfirst' ? 'text' : row.look, ...sides(change.pieces) };
		case 'value': {
			const words = (value: string | number | boolean | null) => valueWords(change.field, value, names.dateStyle);
			return { ...row, mine: whole(words(change.after)), theirs: whole(words(change.before)) };
		}
		case 'picture':
			return {
				...row,
				mine: change.after && whole(change.after.alt || change.after.media),
				theirs: change.before && whole(change.before.alt || change.before.media),
			};
		case 'link':
			return {
				...row,
				mine: change.after && whole(linkWords(change.after, names)),
				theirs: change.before && whole(linkWords(change.before, names)),
			};
		case 'list': {
			const [after, before] = [listWords(change, 'after', names), listWords(change, 'before', names)];
			return { ...row, mine: listed(after, before), theirs: listed(before, after) };
		}
	}
}

function listWords(change: ListFieldChange, side: 'before' | 'after', names: WordsContext): string[] {
	return change[side].map((item) => itemWords(item, change.field, names));
}

/** A list in one line; an item that stands elsewhere in the other list is no difference of words, so it is not marked. */
function listed(items: readonly string[], others: readonly string[]): SidePiece[] | null {
	if (items.length === 0) return null;
	return items.flatMap((text, index) => [
		...(index === 0 ? [] : [{ text: ', ', differs: false }]),
		{ text, differs: !others.includes(text) },
	]);
}

function keyPointRow(change: KeyPointChange, index: number): ComparedRow[] {
	const row = { kind: 'differs' as const, key: `point-${index}`, label: 'Key point', look: 'text' as const };
	switch (change.kind) {
		case 'same':
			return [];
		case 'changed':
			return [{ ...row, ...sides(change.pieces) }];
		case 'moved': {
			const text = [{ text: change.point.text, differs: false }];
			return [{ ...row, label: 'Key point, moved', mine: text, theirs: text }];
		}
		case 'added':
			return [{ ...row, mine: whole(change.point.text), theirs: null }];
		case 'removed':
			return [{ ...row, mine: null, theirs: whole(change.point.text) }];
	}
}

function blockRows(changes: readonly BlockChange[]): ComparedRow[] {
	const rows: ComparedRow[] = [];
	for (const [index, change] of changes.entries()) {
		const key = `block-${index}`;
		const last = rows.at(-1);
		if (change.kind !== 'same') rows.push(blockRow(change, key));
		else if (last?.kind === 'same') rows[rows.length - 1] = { ...last, count: last.count + 1 };
		else rows.push({ kind: 'same', key, count: 1 });
	}
	return rows;
}

function blockRow(change: Exclude<BlockChange, { kind: 'same' }>, key: string): ComparedRow {
	const block = change.kind === 'changed' ? change.after : change.block;
	const row = { kind: 'differs' as const, key, label: blockLabel(block.type), look: 'text' as const };
	switch (change.kind) {
		case 'added':
			return { ...row, mine: whole(wordsIn(block)), theirs: null };
		case 'removed':
			return { ...row, mine: null, theirs: whole(wordsIn(block)) };
		case 'moved': {
			const text = [{ text: wordsIn(block), differs: false }];
			return { ...row, label: `${row.label}, moved`, mine: text, theirs: text };
		}
		case 'changed': {
			const parts = change.parts.map(partSides);
			const joined = (side: 'mine' | 'theirs') =>
				parts.flatMap((part, index) => (index === 0 ? part[side] : [{ text: '\n', differs: false }, ...part[side]]));
			return {
				...row,
				label: change.moved ? `${row.label}, moved` : row.label,
				mine: joined('mine'),
				theirs: joined('theirs'),
			};
		}
	}
}

function partSides(part: BlockPart): { mine: SidePiece[]; theirs: SidePiece[] } {
	switch (part.kind) {
		case 'text':
			return sides(part.pieces);
		case 'value':
			return {
				mine: whole(`${part.label}: ${part.words.after}`),
				theirs: whole(`${part.label}: ${part.words.before}`),
			};
		case 'entries': {
			const mine: SidePiece[] = [];
			const theirs: SidePiece[] = [];
			const line = (side: SidePiece[], pieces: readonly SidePiece[]) =>
				side.push(...(side.length === 0 ? [] : [{ text: '\n', differs: false }]), ...pieces);
			for (const entry of part.entries) {
				if (entry.kind === 'changed') {
					const both = entry.texts.map(sides);
					line(
						mine,
						both.flatMap((text) => text.mine),
					);
					line(
						theirs,
						both.flatMap((text) => text.theirs),
					);
					continue;
				}
				const pieces = [{ text: entry.texts.map(inlineText).join(' · '), differs: entry.kind !== 'same' }];
				if (entry.kind !== 'removed') line(mine, pieces);
				if (entry.kind !== 'added') line(theirs, pieces);
			}
			return { mine, theirs };
		}
	}
}

/** The unsaved text is the later side of the comparison, so what was added is in it alone. */
function sides(pieces: readonly TextPiece[]): { mine: SidePiece[]; theirs: SidePiece[] } {
	const side = (other: 'added' | 'removed') =>
		pieces.filter((piece) => piece.kind !== other).map(({ text, kind }) => ({ text, differs: kind !== 'same' }));
	return { mine: side('removed'), theirs: side('added') };
}

const whole = (text: string): SidePiece[] => [{ text, differs: true }];

function wordsIn(block: Block): string {
	return blockText(block) || wordsOfBlock(block) || blockLabel(block.type);
}
