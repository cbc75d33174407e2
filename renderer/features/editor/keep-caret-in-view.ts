import type { Editor } from '@tiptap/core';
import type { Transaction } from '@tiptap/pm/state';

/** Frames until the blocks around a far place have their true heights. */
const settling = 3;

/**
 * Goes on to where the cursor was moved by a key. In a long story the heights on the way there were guesses, and once
 * the blocks around the place are laid out it may stand elsewhere. Returns the function that ends it.
 */
export function keepCaretInView(editor: Editor, area: HTMLElement): () => void {
	let frame = 0;
	const look = (left: number) => {
		if (editor.isDestroyed || !editor.isFocused) return;
		const { state, view } = editor;
		const { top, bottom } = view.coordsAtPos(state.selection.head);
		const shown = area.getBoundingClientRect();
		if (bottom < shown.top || top > shown.bottom) view.dispatch(state.tr.scrollIntoView());
		if (left > 1) frame = requestAnimationFrame(() => look(left - 1));
	};
	const moved = ({ transaction }: { transaction: Transaction }) => {
		// Typing stays where it is, and the mouse cannot reach what is not shown.
		if (transaction.docChanged || !transaction.scrolledIntoView) return;
		cancelAnimationFrame(frame);
		frame = requestAnimationFrame(() => look(settling));
	};
	editor.on('selectionUpdate', moved);
	return () => {
		cancelAnimationFrame(frame);
		editor.off('selectionUpdate', moved);
	};
}
