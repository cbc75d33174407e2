import type { Editor } from '@tiptap/core';
import { closeHistory } from '@tiptap/pm/history';
import { TextSelection } from '@tiptap/pm/state';
import type { ProofMark } from './worker/messages.ts';

/** An underlined place at which an editor asked what can be done. */
export interface Asked {
	readonly word: string;
	readonly mark: ProofMark;
	/** What the menu stands at. */
	readonly anchor: Element | null;
	/** Puts something else there, in a step of its own, if the word still stands there. */
	put(by: string): void;
	/** Gives the keyboard back to the text. */
	focus(): void;
}

/** Puts something in the place of a word of the text, in a step of its own, if the word still stands there. */
export function putWord(
	{ state, view }: Editor,
	{ from, to, word }: { readonly from: number; readonly to: number; readonly word: string },
	by: string,
): void {
	if (to > state.doc.content.size || state.doc.textBetween(from, to) !== word) return;
	const change = closeHistory(state.tr).insertText(by, from, to);
	view.dispatch(change.setSelection(TextSelection.create(change.doc, from + by.length)).scrollIntoView());
	view.dispatch(closeHistory(view.state.tr));
}
