import type { Editor } from '@tiptap/core';
import { firstBlockIndex } from '../extensions/move/move-node.ts';

const plainText: readonly string[] = ['paragraph', 'subhead'];
const lists: readonly string[] = ['bulletList', 'orderedList'];

/** Speaks against making a paragraph or a subhead of what is selected. */
export function whenNoText(editor: Editor): string | null {
	return selects(editor, plainText) ? null : 'Only a paragraph or a subhead of the body can become this.';
}

/** Speaks against making a list of what is selected. */
export function whenNothingToList(editor: Editor): string | null {
	return selects(editor, [...plainText, ...lists])
		? null
		: 'Only a paragraph, a subhead or a list of the body can become this.';
}

function selects({ state }: Editor, types: readonly string[]): boolean {
	const { $from, $to } = state.selection;
	for (let index = Math.max(firstBlockIndex, $from.index(0)); index < $to.indexAfter(0); index += 1) {
		if (types.includes(state.doc.child(index).type.name)) return true;
	}
	return false;
}
