import { type RefObject, useEffect, useLayoutEffect, useRef } from 'react';

/** Gives the focus back to what had it when a menu closes that was opened by the mouse; `around` holds the menu's button. */
export function useFocusBefore(around: RefObject<HTMLElement | null>, isOpen: boolean): void {
	const before = useRef<Element | null>(null);
	const shown = useRef(false);
	useEffect(() => {
		const trigger = around.current;
		if (trigger === null) return;
		const press = () => {
			const { activeElement } = document;
			before.current = trigger.contains(activeElement) ? null : activeElement;
		};
		const forget = () => {
			if (!shown.current) before.current = null;
		};
		// Before the button hears of the press and takes the focus.
		trigger.addEventListener('pointerdown', press, true);
		trigger.addEventListener('keydown', forget, true);
		return () => {
			trigger.removeEventListener('pointerdown', press, true);
			trigger.removeEventListener('keydown', forget, true);
		};
	}, [around]);
	useLayoutEffect(() => {
		if (!isOpen) return;
		shown.current = true;
		return () => {
			shown.current = false;
			const last = before.current;
			if (!(last instanceof HTMLElement)) return;
			// A closing menu hands the focus to its button; a command that went elsewhere is left there.
			const giveBack = ({ target }: FocusEvent) => {
				if (!(target instanceof Element) || target.closest('[role="menu"]') !== null) return;
				document.removeEventListener('focusin', giveBack);
				// A toolbar hands it on to the button that had it last.
				const home = around.current?.closest('[role="toolbar"]') ?? around.current;
				if (home?.contains(target)) last.focus({ preventScroll: true });
			};
			document.addEventListener('focusin', giveBack);
		};
	}, [around, isOpen]);
}
