import { useEffect } from 'react';
import { afterDrawing } from './after-drawing.ts';
import { focusIn, focusPane } from './pane-focus.ts';

/** Something that had the focus, with what was around it then, from the inside out. */
interface Place {
	readonly element: HTMLElement;
	readonly around: readonly Element[];
}

/**
 * Sees to it that the keyboard is somewhere: when what had the focus is taken from the page and nothing else takes it, it
 * goes to what stands in its place or beside it, or to the nearest part of the page around it. From a window or menu that
 * is gone it goes back to where it was in the panes.
 */
export function useFocusKept(): void {
	useEffect(() => {
		let last: Place | null = null;
		let inPane: Place | null = null;
		const onFocus = ({ target }: FocusEvent) => {
			if (!(target instanceof HTMLElement)) return;
			last = { element: target, around: ancestors(target) };
			if (target.closest('[data-pane]') !== null) inPane = last;
		};
		const observer = new MutationObserver((records) => {
			// Every letter of a story comes by here.
			if (last === null || last.element.isConnected) return;
			const lost = last;
			last = null;
			const beside = besideOf(lost.element, records);
			// A window or menu that closes hands the focus back by itself.
			afterDrawing(() => {
				if (hasFocus() || beside.some((part) => part.isConnected && focusIn(part))) return;
				if (focusAround(lost) || (inPane !== null && focusAgain(inPane))) return;
				const story = document.querySelector('[data-pane="story"]');
				if (story !== null) focusPane(story);
			});
		});
		document.addEventListener('focusin', onFocus);
		observer.observe(document.body, { childList: true, subtree: true });
		return () => {
			document.removeEventListener('focusin', onFocus);
			observer.disconnect();
		};
	}, []);
}

function hasFocus(): boolean {
	return document.activeElement !== null && document.activeElement !== document.body;
}

function ancestors(element: Element): Element[] {
	const found: Element[] = [];
	for (let parent = element.parentElement; parent !== null; parent = parent.parentElement) found.push(parent);
	return found;
}

/** What has come where an element was taken away, and what stood after and before it. */
function besideOf(lost: Element, records: readonly MutationRecord[]): Element[] {
	const removal = records.find(({ removedNodes }) => [...removedNodes].some((node) => node.contains(lost)));
	// Beside a whole window stands what has nothing to do with it.
	if (removal === undefined || !isKept(removal.target)) return [];
	const come = records.flatMap(({ target, addedNodes }) => (target === removal.target ? [...addedNodes] : []));
	return [...come, removal.nextSibling, removal.previousSibling].filter((node) => node instanceof Element);
}

/** Goes to the nearest part of a pane or a window that was around it; false when there is none left. */
function focusAround({ around }: Place): boolean {
	return around.some((part) => {
		if (!part.isConnected || !isKept(part)) return false;
		return part.matches('[data-pane]') ? focusPane(part) : focusIn(part);
	});
}

/** Whether it is in a pane or a window. */
function isKept(place: Node): boolean {
	return place instanceof Element && place.closest('[data-pane], [role="dialog"]') !== null;
}

function focusAgain(place: Place): boolean {
	if (!place.element.isConnected) return focusAround(place);
	place.element.focus();
	return place.element === document.activeElement;
}
