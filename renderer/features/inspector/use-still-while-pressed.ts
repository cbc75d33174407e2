import { useEffect, useState } from 'react';

/** A value to show, and what its list listens to. */
export interface StillWhilePressed<Value> {
	readonly shown: Value;
	onPointerDownCapture(): void;
}

/** Keeps what is shown the same while a pointer is down on it: a press that ended on another row would be lost. */
export function useStillWhilePressed<Value>(value: Value): StillWhilePressed<Value> {
	const [held, setHeld] = useState<{ readonly value: Value } | null>(null);
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
	return { shown: held === null ? value : held.value, onPointerDownCapture: () => setHeld({ value }) };
}
