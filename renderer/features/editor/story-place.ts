import type { Editor } from '@tiptap/core';
import type { Node } from '@tiptap/pm/model';
import { blockEndingAt } from './block-at.ts';
import type { BlockRange } from './extensions/story/put-off.ts';

/** How far a story is scrolled: which of its nodes stands at the top of the area, and how far below it, in pixels. */
export interface StoryPlace {
	readonly index: number;
	readonly below: number;
}

/** More blocks than any screen shows, and a few above them. */
const around = { before: 12, after: 50 };

/** The blocks that are drawn first, so that a story can be shown at a place. */
export function blocksAround(place: StoryPlace | null): BlockRange {
	const index = place?.index ?? 0;
	return { start: Math.max(0, index - around.before), end: index + around.after };
}

/** Where a story is scrolled to; null at its top. */
export function placeOf(editor: Editor, area: HTMLElement): StoryPlace | null {
	if (area.scrollTop <= 0) return null;
	const { top } = area.getBoundingClientRect();
	const found = blockEndingAt(editor, top);
	return found === null ? null : { index: found.index, below: found.element.getBoundingClientRect().top - top };
}

/** Frames until pictures that were seen before have their heights again. */
const settling = 6;

/** The way back to a place, over a few frames: what stands around it may still grow. */
export interface WayBack {
	/** To be called in each frame; answers whether the place holds. */
	goOn(): boolean;
	end(): void;
}

/** Begins to scroll a story to a place where it was before; null is its top, where it stands already. */
export function goToPlace(editor: Editor, area: HTMLElement, place: StoryPlace | null): WayBack {
	if (place === null) return { goOn: () => true, end: () => {} };
	area.toggleAttribute('data-going-back', true);
	// Asking for it, or setting it, lays out all that is drawn at once; so only what must be is.
	const go = () => {
		const element = editor.view.nodeDOM(startOf(editor.state.doc, place.index));
		if (!(element instanceof HTMLElement)) return 0;
		const off = element.getBoundingClientRect().top - area.getBoundingClientRect().top - place.below;
		area.scrollTop += off;
		return off;
	};
	go();
	let frames = 0;
	return {
		goOn() {
			frames += 1;
			return (Math.abs(go()) < 1 && frames > 2) || frames >= settling;
		},
		end: () => area.removeAttribute('data-going-back'),
	};
}

function startOf(doc: Node, index: number): number {
	let position = 0;
	for (let before = 0; before < Math.min(index, doc.childCount - 1); before += 1) {
		position += doc.child(before).nodeSize;
	}
	return position;
}
