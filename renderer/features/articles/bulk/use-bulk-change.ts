import { useCallback, useEffect, useRef, useState } from 'react';
import type { Selection } from '#shared/contract/articles.ts';
import type { BulkReport, StoryChange } from '#shared/contract/bulk.ts';
import type { ReferenceChange } from '#shared/contract/references.ts';
import type { Newsroom } from '#shared/model/newsroom.ts';
import type { Host } from '../../../host/host.ts';
import { type JobRun, useJob } from '../../../session/basics/use-job.ts';
import { showToast } from '../../../ui/overlays/toast.tsx';
import { type BulkWork, doneWords } from './bulk-words.ts';

/** A change of many stories, from its start to what could not be done. */
export interface BulkChange {
	/** What is being done; null when nothing is. */
	readonly work: BulkWork | null;
	readonly run: JobRun;
	/** The last report that has failures; null once it is dismissed. */
	readonly failures: BulkReport | null;
	readonly start: (selection: Selection, change: StoryChange) => void;
	/** Changes a category or a tag in all stories that carry it. */
	readonly changeReference: (change: ReferenceChange) => void;
	/** Takes an earlier change back. */
	readonly undo: (token: string) => void;
	readonly cancel: () => void;
	readonly dismiss: () => void;
}

/** Changes many stories at once. It goes on whatever list is shown; its end is a message with Undo. */
export function useBulkChange(
	host: Host,
	newsroom: Pick<Newsroom, 'locale' | 'targets'>,
	desk: {
		/** Saves every open story that has a file; whether all of them are saved. */
		readonly saveAll: () => Promise<boolean>;
		/** Stories may have gone to the trash. */
		readonly onTrashed: () => void;
	},
): BulkChange {
	const { run, start: startJob, cancel, reset } = useJob(host);
	const [work, setWork] = useState<BulkWork | null>(null);
	const [failures, setFailures] = useState<BulkReport | null>(null);
	const latest = useRef(desk);
	latest.current = desk;

	const begin = useCallback(
		async (next: BulkWork, ask: Parameters<typeof startJob>[0]) => {
			setFailures(null);
			// The change works on the files, so what is typed must be in them.
			if (!(await latest.current.saveAll())) {
				const again = { label: 'Try again', run: () => void begin(next, ask) };
				showToast('A story is not saved yet. Nothing was changed.', again);
				return;
			}
			setWork(next);
			await startJob(ask);
		},
		[startJob],
	);
	const undo = useCallback(
		(token: string) => void begin({ kind: 'undo' }, () => host.articles.undoChange({ undo: token })),
		[begin, host],
	);
	const start = useCallback(
		(selection: Selection, change: StoryChange) =>
			void begin({ kind: 'change', change }, () => host.articles.change({ selection, change })),
		[begin, host],
	);

	const changeReference = useCallback(
		(change: ReferenceChange) => void begin({ kind: 'reference', change }, () => host.references.change({ change })),
		[begin, host],
	);

	useEffect(() => {
		if (work === null || run.kind === 'idle' || run.kind === 'running') return;
		if (run.kind === 'changed') {
			const { report } = run;
			const token = work.kind === 'undo' ? null : report.undo;
			if (report.failedCount > 0) setFailures(report);
			if (report.changed > 0 || report.failedCount === 0 || report.note !== undefined)
				showToast(doneWords(work, report, newsroom), token === null ? null : { label: 'Undo', run: () => undo(token) });
			if (work.kind === 'change' && work.change.kind === 'trash') latest.current.onTrashed();
		} else if (run.kind === 'failed') showToast(run.failure.message);
		else if (run.kind === 'cancelled') showToast('Cancelled.');
		setWork(null);
		reset();
	}, [run, work, newsroom, undo, reset]);

	return {
		work,
		run,
		failures,
		start,
		changeReference,
		undo,
		cancel: () => void cancel(),
		dismiss: () => setFailures(null),
	};
}
