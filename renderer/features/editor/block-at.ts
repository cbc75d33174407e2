import type { Editor } from '@tiptap/core';
import { firstPlace } from '#shared/first-place.ts';

/** A block on the page, or the headline, the standfirst or the line below them. */
export interface DrawnBlock {
	readonly element: HTMLElement;
	/** Which node of the document it shows. */
	readonly index: number;
}

/**
 * The first block of a story that ends at this height of the window or below it; null past the last one. Blocks stand
 * one below the other.
 */
export function blockEndingAt(editor: Editor, y: number): DrawnBlock | null {
	const { children } = editor.view.dom;
	const element = children[firstPlace(children.length, (place) => bottomOf(children[place]) >= y)];
	if (!(element instanceof HTMLElement)) return null;
	return { element, index: editor.state.doc.resolve(blockStartOf(editor, element)).index(0) };
}

/** Where the block that an element shows begins in the document. */
export function blockStartOf(editor: Editor, element: HTMLElement): number {
	const inside = editor.view.posAtDOM(element, 0);
	const $inside = editor.state.doc.resolve(inside);
	return $inside.depth === 0 ? inside : $inside.before(1);
}

function bottomOf(element: Element | undefined): number {
	return element?.getBoundingClientRect().bottom ?? Number.POSITIVE_INFINITY;
}
