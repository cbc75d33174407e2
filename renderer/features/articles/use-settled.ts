import { useEffect, useState } from 'react';

/** A text once it has not changed for so long; emptied, it is empty at once. */
export function useSettled(text: string, milliseconds: number): string {
	const [settled, setSettled] = useState(text);
	useEffect(() => {
		if (text === settled) return;
		const timer = setTimeout(() => setSettled(text), text === '' ? 0 : milliseconds);
		return () => clearTimeout(timer);
	}, [text, settled, milliseconds]);
	return text === '' ? '' : settled;
}
