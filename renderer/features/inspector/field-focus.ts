import type { RefObject } from 'react';

const focusable =
	'input:not([disabled]):not([type="file"]), textarea:not([disabled]), button:not([disabled]), [tabindex="0"]';

/** Marks where a field of the story stands in the inspector, so that a problem can lead to it. */
export function fieldMark(name: string, index?: number): { 'data-inspector-field': string } {
	return { 'data-inspector-field': index === undefined ? name : `${name} ${index}` };
}

/** Brings a field of the inspector into view and puts the keyboard there; false when it does not stand there. */
export function focusInside(pane: RefObject<HTMLElement | null>, name: string, index?: number): boolean {
	const place = (index === undefined ? null : find(pane.current, `${name} ${index}`)) ?? find(pane.current, name);
	if (!place) return false;
	// An element marked as the first to fill in goes before the buttons that stand above it.
	const target =
		place.querySelector<HTMLElement>(`[data-first-focus] :is(${focusable})`) ??
		(place.matches(focusable) ? place : place.querySelector<HTMLElement>(focusable));
	place.scrollIntoView({ block: 'nearest' });
	target?.focus({ preventScroll: true });
	target?.scrollIntoView({ block: 'nearest' });
	return target !== null;
}

/** Marks the button that opens what a field chooses from. */
export const opensMark = { 'data-inspector-opens': '' };

/** Opens what a field of the inspector chooses from. */
export function openInside(pane: RefObject<HTMLElement | null>, name: string): void {
	find(pane.current, name)?.querySelector<HTMLElement>('[data-inspector-opens]')?.click();
}

function find(pane: HTMLElement | null, name: string): HTMLElement | null {
	return pane?.querySelector<HTMLElement>(`[data-inspector-field="${CSS.escape(name)}"]`) ?? null;
}
