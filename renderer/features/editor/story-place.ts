import type { Editor } from '@tiptap/core';
import type { Node } from '@tiptap/pm/model';
import { blockEndingAt } from './block-at.ts';

/** How far a story is scrolled: which of its nodes stands at the top of the area, and how far below it, in pixels. */
export interface StoryPlace {
	readonly index: number;
	readonly below: number;
}

/** Where a story is scrolled to; null at its top. */
export function placeOf(editor: Editor, area: HTMLElement): StoryPlace | null {
	if (area.scrollTop <= 0) return null;
	const { top } = area.getBoundingClientRect();
	const found = blockEndingAt(editor, top);
	return found === null ? null : { index: found.index, below: found.element.getBoundingClientRect().top - top };
}

/** Frames until the blocks around a place have their true heights, where they were guesses before. */
const settling = 6;

/**
 * Scrolls a story to a place where it was before, and again while what stands around it still grows; null is its top.
 * Returns the function that ends it.
 */
export function goToPlace(editor: Editor, area: HTMLElement, place: StoryPlace | null): () => void {
	if (place === null) return () => {};
	let frames = 0;
	let next = 0;
	const go = () => {
		const element = editor.view.nodeDOM(startOf(editor.state.doc, place.index));
		if (!(element instanceof HTMLElement)) return;
		area.scrollTop += element.getBoundingClientRect().top - area.getBoundingClientRect().top - place.below;
		frames += 1;
		if (frames < settling) next = requestAnimationFrame(go);
	};
	go();
	return () => cancelAnimationFrame(next);
}

function startOf(doc: Node, index: number): number {
	let position = 0;
	for (let before = 0; before < Math.min(index, doc.childCount - 1); before += 1) {
		position += doc.child(before).nodeSize;
	}
	return position;
}
