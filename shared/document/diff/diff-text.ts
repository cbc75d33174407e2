import type { TextRun } from '../../model/inline-html.ts';
import { diffSequences, type Hunk } from './diff-sequences.ts';
import { alignRuns, isMarkedAlike, isSameMarking, type Marking, tokensOf, type WordToken } from './word-tokens.ts';

/** A stretch of a text that was compared: kept, added, removed, or kept with other marks or another link. */
export type TextPiece =
	| (TextRun & { readonly kind: 'same' | 'added' | 'removed' })
	| (TextRun & { readonly kind: 'marked'; readonly before: Marking });

/** Compares two texts, inline HTML or plain, by words. The pieces in order hold both texts whole. */
export function diffText(before: string, after: string, format: 'inline' | 'plain'): TextPiece[] {
	const a = tokensOf(before, format === 'plain');
	const b = tokensOf(after, format === 'plain');
	const hunks = diffSequences(
		a.map((token) => token.text),
		b.map((token) => token.text),
	);
	const pieces: TextPiece[] = [];
	let kept = 0;
	let shift = 0;
	for (const hunk of [
		...joinOverSpace(hunks, a),
		{ beforeFrom: a.length, beforeTo: a.length, afterFrom: 0, afterTo: 0 },
	]) {
		for (; kept < hunk.beforeFrom; kept += 1) pieces.push(...keptPieces(a[kept], b[kept + shift]));
		for (const token of a.slice(hunk.beforeFrom, hunk.beforeTo)) pieces.push(...withKind(token, 'removed'));
		for (const token of b.slice(hunk.afterFrom, hunk.afterTo)) pieces.push(...withKind(token, 'added'));
		kept = hunk.beforeTo;
		shift = hunk.afterTo - hunk.beforeTo;
	}
	return joinPieces(pieces);
}

/** A change of two words in a row reads better as one, so hunks with only a space between them are joined. */
function joinOverSpace(hunks: readonly Hunk[], before: readonly WordToken[]): Hunk[] {
	const joined: Hunk[] = [];
	for (const hunk of hunks) {
		const last = joined.at(-1);
		const isReplacement = (each: Hunk) => each.beforeTo > each.beforeFrom && each.afterTo > each.afterFrom;
		if (
			last !== undefined &&
			isReplacement(last) &&
			isReplacement(hunk) &&
			before.slice(last.beforeTo, hunk.beforeFrom).every((token) => /^\s+$/.test(token.text))
		) {
			joined[joined.length - 1] = { ...last, beforeTo: hunk.beforeTo, afterTo: hunk.afterTo };
		} else {
			joined.push(hunk);
		}
	}
	return joined;
}

function withKind(token: WordToken, kind: 'same' | 'added' | 'removed'): TextPiece[] {
	return token.runs.map((run) => ({ ...run, kind }));
}

function keptPieces(before: WordToken | undefined, after: WordToken | undefined): TextPiece[] {
	if (before === undefined || after === undefined) return [];
	if (isMarkedAlike(before, after)) return withKind(after, 'same');
	return alignRuns(before, after).map(
		({ text, markings: [was = { marks: [] }, is = { marks: [] }] }): TextPiece =>
			isSameMarking(was, is) ? { ...is, text, kind: 'same' } : { ...is, text, kind: 'marked', before: was },
	);
}

function joinPieces(pieces: readonly TextPiece[]): TextPiece[] {
	const joined: TextPiece[] = [];
	for (const piece of pieces) {
		const last = joined.at(-1);
		const alike =
			last !== undefined &&
			last.kind === piece.kind &&
			isSameMarking(last, piece) &&
			(last.kind !== 'marked' || piece.kind !== 'marked' || isSameMarking(last.before, piece.before));
		if (alike) joined[joined.length - 1] = { ...last, text: last.text + piece.text };
		else joined.push(piece);
	}
	return joined;
}
