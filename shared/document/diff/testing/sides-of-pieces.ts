import type { TextRun } from '../../../model/inline-html.ts';
import type { TextPiece } from '../diff-text.ts';
import type { Marking } from '../word-tokens.ts';

/** The text before and after, as inline runs, from the pieces of a comparison. */
export function sidesOfPieces(pieces: readonly TextPiece[]): { before: TextRun[]; after: TextRun[] } {
	const before: TextRun[] = [];
	const after: TextRun[] = [];
	for (const piece of pieces) {
		const run = (marking: Marking): TextRun =>
			marking.href === undefined
				? { text: piece.text, marks: marking.marks }
				: { text: piece.text, marks: marking.marks, href: marking.href };
		if (piece.kind !== 'added') before.push(run(piece.kind === 'marked' ? piece.before : piece));
		if (piece.kind !== 'removed') after.push(run(piece));
	}
	return { before, after };
}
