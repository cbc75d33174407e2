import { useCallback, useEffect, useRef, useState } from 'react';
import type { ExportScope, JobState } from '#shared/contract/export.ts';
import type { Host } from '../../host/host.ts';

/** One export, from its start to its end; `idle` before. */
export type ExportRun = { readonly kind: 'idle' } | JobState;

/** Starts an export, follows it, and can cancel it. */
export function useExportJob(host: Host) {
	const [run, setRun] = useState<ExportRun>({ kind: 'idle' });
	const job = useRef<string | null>(null);
	// The first news may come before the answer that names the job.
	const early = useRef(new Map<string, JobState>());
	useEffect(
		() =>
			host.subscribe('jobs.changed', ({ job: id, state }) => {
				if (job.current === id) setRun(state);
				else early.current.set(id, state);
			}),
		[host],
	);
	const start = useCallback(
		async (scope: ExportScope, folder: string) => {
			job.current = null;
			early.current.clear();
			setRun({ kind: 'running', done: 0, total: 0 });
			const result = await host.export.start({ scope, folder });
			if (!result.ok) {
				setRun({ kind: 'failed', failure: result.failure });
				return;
			}
			job.current = result.value.job;
			const known = early.current.get(result.value.job);
			if (known !== undefined) setRun(known);
		},
		[host],
	);
	const cancel = useCallback(async () => {
		if (job.current === null) return;
		const result = await host.jobs.cancel({ job: job.current });
		if (!result.ok) setRun({ kind: 'failed', failure: result.failure });
	}, [host]);
	const reset = useCallback(() => setRun({ kind: 'idle' }), []);
	return { run, start, cancel, reset };
}
