import { useCallback, useEffect, useRef, useState } from 'react';
import type { JobState } from '#shared/contract/export.ts';
import type { Result } from '#shared/failure.ts';
import type { Host } from '../../host/host.ts';

/** Long work, from its start to its end; `idle` before. */
export type JobRun = { readonly kind: 'idle' } | JobState;

/** Starts long work of the core, follows it, and can cancel it. */
export function useJob(host: Host) {
	const [run, setRun] = useState<JobRun>({ kind: 'idle' });
	const job = useRef<string | null>(null);
	// The first news may come before the answer that names the job, and so may the wish to cancel it.
	const early = useRef(new Map<string, JobState>());
	const unwanted = useRef(false);
	useEffect(
		() =>
			host.subscribe('jobs.changed', ({ job: id, state }) => {
				if (job.current === id) setRun(state);
				else early.current.set(id, state);
			}),
		[host],
	);
	const cancel = useCallback(async () => {
		unwanted.current = true;
		if (job.current === null) return;
		const result = await host.jobs.cancel({ job: job.current });
		if (!result.ok) setRun({ kind: 'failed', failure: result.failure });
	}, [host]);
	const start = useCallback(
		async (begin: () => Promise<Result<{ readonly job: string }>>) => {
			job.current = null;
			unwanted.current = false;
			early.current.clear();
			setRun({ kind: 'running', done: 0, total: 0 });
			const result = await begin();
			if (!result.ok) {
				setRun({ kind: 'failed', failure: result.failure });
				return;
			}
			job.current = result.value.job;
			const known = early.current.get(result.value.job);
			if (known !== undefined) setRun(known);
			if (unwanted.current && (known === undefined || known.kind === 'running')) await cancel();
		},
		[cancel],
	);
	const reset = useCallback(() => setRun({ kind: 'idle' }), []);
	return { run, start, cancel, reset };
}
