import { useEffect, useState } from 'react';
import type { IndexState } from '#shared/contract/articles.ts';
import type { Host } from '../../../host/host.ts';

/** So short a reading is not worth a word. */
const patience = 600;

/** How far the index is, as far as it should be told; null while there is nothing to say. */
export function useIndexState(host: Host): Exclude<IndexState, { kind: 'ready' }> | null {
	const [state, setState] = useState<IndexState>({ kind: 'ready' });
	const [patient, setPatient] = useState(true);
	useEffect(() => {
		let told = false;
		const end = host.subscribe('index.changed', (change) => {
			told = true;
			setState(change.state);
		});
		void host.search.index({}).then((answer) => {
			// An event is newer than an answer that comes after it. A failure here is told by the list itself.
			if (answer.ok && !told) setState(answer.value);
		});
		return () => {
			told = true;
			end();
		};
	}, [host]);
	const isReading = state.kind === 'reading';
	useEffect(() => {
		setPatient(true);
		if (!isReading) return;
		const timer = setTimeout(() => setPatient(false), patience);
		return () => clearTimeout(timer);
	}, [isReading]);
	if (state.kind === 'ready' || (isReading && patient)) return null;
	return state;
}
