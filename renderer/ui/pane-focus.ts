import { useEffect } from 'react';

/** What a pane is for, where it has such a thing. */
const first = '[role="textbox"][contenteditable="true"], [role="listbox"]';
const focusable = 'a[href], button:not([disabled]), input:not([disabled]), select, textarea, [tabindex="0"]';

/** Where the focus was last in each pane. */
const lastFocus = new WeakMap<Element, HTMLElement>();

/** Goes to the pane after or before the one with the focus; each pane remembers where the focus was. */
export function goToPane(step: 1 | -1): void {
	const panes = [...document.querySelectorAll('[data-pane]')].filter((pane) => pane.getClientRects().length > 0);
	const here = panes.findIndex((pane) => pane.contains(document.activeElement));
	for (let tries = 1; tries <= panes.length; tries += 1) {
		const pane = panes[(here + step * tries + panes.length * 2) % panes.length];
		if (pane === undefined || focusPane(pane)) return;
	}
}

/** Goes to where the focus was last in a pane, else to what it is for; false when nothing in it can have it. */
export function focusPane(pane: Element): boolean {
	const last = lastFocus.get(pane);
	const target = last?.isConnected ? last : pane.querySelector<HTMLElement>(first);
	if (!target) return focusIn(pane);
	target.focus();
	return true;
}

/** Goes to the first thing to be seen in a part of the page that can have the focus, or to the part itself; false when nothing can. */
export function focusIn(part: Element): boolean {
	const all = [...(part.matches(focusable) ? [part] : []), ...part.querySelectorAll(focusable)];
	const target = all.find((one) => one.getBoundingClientRect().width > 1);
	if (!(target instanceof HTMLElement)) return false;
	target.focus();
	return target === document.activeElement;
}

/** Keeps in mind where the focus was last in each pane. */
export function useFocusOfPanes(): void {
	useEffect(() => {
		const onFocus = (event: FocusEvent) => {
			if (!(event.target instanceof HTMLElement)) return;
			const pane = event.target.closest('[data-pane]');
			if (pane !== null) lastFocus.set(pane, event.target);
		};
		document.addEventListener('focusin', onFocus);
		return () => document.removeEventListener('focusin', onFocus);
	}, []);
}
