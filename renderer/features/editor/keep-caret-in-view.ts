import type { Editor } from '@tiptap/core';
import type { Transaction } from '@tiptap/pm/state';

/** What somebody does who goes elsewhere, or types on. */
const goesOn = ['keydown', 'pointerdown', 'wheel', 'touchmove'] as const;

/**
 * Goes on to where the cursor was moved by a key. In a long story the heights on the way there were guesses, and once
 * the blocks around the place are laid out and their pictures there, it may stand elsewhere; it is followed until the
 * editor does something else. Returns the function that ends it.
 */
export function keepCaretInView(editor: Editor, area: HTMLElement): () => void {
	let frame = 0;
	/** Whether a key was the last that the editor did. */
	let byKey = false;
	const look = () => {
		if (editor.isDestroyed || !editor.isFocused) return;
		const { state, view } = editor;
		const { top, bottom } = view.coordsAtPos(state.selection.head);
		const shown = area.getBoundingClientRect();
		if (bottom < shown.top || top > shown.bottom) view.dispatch(state.tr.scrollIntoView());
	};
	const heights = new ResizeObserver(() => {
		cancelAnimationFrame(frame);
		frame = requestAnimationFrame(look);
	});
	const leave = () => {
		cancelAnimationFrame(frame);
		heights.disconnect();
	};
	const acted = ({ type }: Event) => {
		leave();
		byKey = type === 'keydown';
	};
	const moved = ({ transaction }: { transaction: Transaction }) => {
		// Typing stays where it is, and the mouse cannot reach what is not shown. ProseMirror marks what a key moved only
		// where the browser took less than 50 ms for it.
		if (transaction.docChanged || !(byKey || transaction.scrolledIntoView)) return;
		leave();
		// It tells of the height at once, and then of every other.
		heights.observe(editor.view.dom);
	};
	editor.on('selectionUpdate', moved);
	for (const does of goesOn) window.addEventListener(does, acted, { capture: true, passive: true });
	return () => {
		leave();
		editor.off('selectionUpdate', moved);
		for (const does of goesOn) window.removeEventListener(does, acted, { capture: true });
	};
}
