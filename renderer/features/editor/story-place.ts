import type { Editor } from '@tiptap/core';
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

/** Scrolls a story to a place where it was before; null is its top. */
export function goToPlace(editor: Editor, area: HTMLElement, place: StoryPlace | null): void {
	if (place === null) return;
	const { doc } = editor.state;
	let position = 0;
	for (let before = 0; before < Math.min(place.index, doc.childCount - 1); before += 1) {
		position += doc.child(before).nodeSize;
	}
	const element = editor.view.nodeDOM(position);
	if (!(element instanceof HTMLElement)) return;
	area.scrollTop += element.getBoundingClientRect().top - area.getBoundingClientRect().top - place.below;
}
