import { useEffect } from 'react';

/** What a pane is for, where it has such a thing. */
const first = '[role="textbox"][contenteditable="true"], [role="listbox"]';
const focusable = 'a[href], button:not([disabled]), input:not([disabled]), select, textarea, [tabindex="0"]';

/** Where the focus was last in each pane. */
const lastFocus = new WeakMap<Element, HTMLElement>();

/** Lets F6 go from pane to pane, and Shift+F6 back; each pane remembers where the focus was. */
export function usePaneKeys(): void {
	useEffect(() => {
		const onFocus = (event: FocusEvent) => {
			if (!(event.target instanceof HTMLElement)) return;
			const pane = event.target.closest('[data-pane]');
			if (pane !== null) lastFocus.set(pane, event.target);
		};
		const onKeyDown = (event: KeyboardEvent) => {
			if (event.key !== 'F6' || event.ctrlKey || event.altKey || event.metaKey) return;
			event.preventDefault();
			const panes = [...document.querySelectorAll('[data-pane]')].filter((pane) => pane.getClientRects().length > 0);
			const here = panes.findIndex((pane) => pane.contains(document.activeElement));
			const step = event.shiftKey ? -1 : 1;
			for (let tries = 1; tries <= panes.length; tries += 1) {
				const pane = panes[(here + step * tries + panes.length * 2) % panes.length];
				if (pane === undefined) return;
				const last = lastFocus.get(pane);
				const target = last?.isConnected
					? last
					: (pane.querySelector<HTMLElement>(first) ?? pane.querySelector<HTMLElement>(focusable));
				if (!target) continue;
				target.focus();
				return;
			}
		};
		document.addEventListener('focusin', onFocus);
		window.addEventListener('keydown', onKeyDown);
		return () => {
			document.removeEventListener('focusin', onFocus);
			window.removeEventListener('keydown', onKeyDown);
		};
	}, []);
}
