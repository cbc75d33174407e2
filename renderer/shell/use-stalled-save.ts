import { useEffect, useState } from 'react';
import type { SaveState } from '../session/saving/save-state.ts';

/** A disk that has not answered for so long is told; a little under the two seconds within which it is promised. */
const patienceMilliseconds = 1900;

/** Whether the save that is under way seems not to end. */
export function useStalledSave(state: SaveState): boolean {
	const [stalled, setStalled] = useState<SaveState | null>(null);
	useEffect(() => {
		if (state.kind !== 'saving') return;
		const timer = setTimeout(() => setStalled(state), patienceMilliseconds);
		return () => clearTimeout(timer);
	}, [state]);
	return stalled === state;
}
