import { type RefObject, useEffect, useEffectEvent, useState } from 'react';

/**
 * The value to show in a part of the page: the newest one, but while an option, a button or a switch of that part is pressed
 * the one it was pressed in, as a press is lost that does not end where it began.
 */
export function useStillWhilePressed<Value>(value: Value, part: RefObject<HTMLElement | null>): Value {
	const [held, setHeld] = useState<{ readonly value: Value } | null>(null);
	const hold = useEffectEvent(({ target }: PointerEvent) => {
		// Not for every press, as that on a scrollbar may end without a word.
		const pressed = target instanceof Element ? target.closest('[role="option"], button, label') : null;
		if (pressed !== null && part.current?.contains(pressed)) setHeld((old) => old ?? { value });
	});
	useEffect(() => {
		// Before all others hear of the press: whatever one of them changes is drawn at once, and with it a value that waits.
		const press = (event: PointerEvent) => hold(event);
		window.addEventListener('pointerdown', press, true);
		return () => window.removeEventListener('pointerdown', press, true);
	}, []);
	useEffect(() => {
		if (held === null) return;
		// After the press, which the same event ends.
		const letGo = () => setTimeout(setHeld, 0, null);
		const ends = ['pointerup', 'pointercancel'] as const;
		for (const end of ends) window.addEventListener(end, letGo);
		return () => {
			for (const end of ends) window.removeEventListener(end, letGo);
		};
	}, [held]);
	return held === null ? value : held.value;
}
