import { useEffect, useRef } from 'react';
import { isStoryChange, type ManyChange } from '#shared/contract/changes.ts';
import { type BulkWork, doneWords } from '../features/articles/bulk/bulk-words.ts';
import type { Host } from '../host/host.ts';
import { useNewsroom } from '../session/newsroom-context.tsx';
import { showToast } from '../ui/overlays/toast.tsx';

/** Says what came of a change of many stories that was cut off, once it was gone on with; it can be undone too. */
export function useContinuedNews(host: Pick<Host, 'subscribe'>, undo: (token: string) => void): void {
	const { newsroom } = useNewsroom().state;
	const latest = useRef(undo);
	latest.current = undo;
	useEffect(
		() =>
			host.subscribe('changes.continued', ({ change, isUndo, report }) => {
				const words = doneWords(workOf(change, isUndo), report, newsroom);
				const token = report.undo;
				const action = token === null ? null : { label: 'Undo', run: () => latest.current(token) };
				showToast(`What was cut off last time is done. ${words}`, action);
			}),
		[host, newsroom],
	);
}

function workOf(change: ManyChange, isUndo: boolean): BulkWork {
	if (isUndo) return { kind: 'undo' };
	return isStoryChange(change) ? { kind: 'change', change } : { kind: 'reference', change };
}
