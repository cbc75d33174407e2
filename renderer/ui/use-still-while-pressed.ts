import { type RefObject, useEffect, useEffectEvent, useState } from 'react';

/** The value to show in a list: the newest one, but while an entry of the list is pressed the one it was pressed in, as a press that ends on another entry would be lost. */
export function useStillWhilePressed<Value>(value: Value, list: RefObject<HTMLElement | null>): Value {
	const [held, setHeld] = useState<{ readonly value: Value } | null>(null);
	const hold = useEffectEvent(({ target }: PointerEvent) => {
		const entry = target instanceof Element ? target.closest('[role="option"]') : null;
		if (entry !== null && list.current?.contains(entry)) setHeld((old) => old ?? { value });
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
