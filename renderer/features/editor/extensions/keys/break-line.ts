import type { Editor } from '@tiptap/core';

/** Breaks the line at the cursor, inside its block; false where a text has only one line, as in a headline. */
export function breakLine({ state, view }: Editor): boolean {
	const { $from, $to } = state.selection;
	const { hardBreak } = state.schema.nodes;
	if (!hardBreak || !$from.sameParent($to) || $from.parent.type.contentMatch.matchType(hardBreak) === null)
		return false;
	// What is typed on the next line goes on in the same marks.
	const marks = state.storedMarks ?? $from.marks();
	const change = state.tr.replaceSelectionWith(hardBreak.create(null, null, marks), false);
	view.dispatch(change.ensureMarks(marks).scrollIntoView());
	return true;
}
