import type { Services } from '#shared/contract/index.ts';
import { FailureError } from '#shared/failure.ts';
import { exportSourceOf, planExport, runExport } from './export/index.ts';
import { checkTarget } from './export/target-folder.ts';
import type { JobRunner } from './jobs.ts';
import type { OpenNewsroom } from './open-newsroom.ts';

/** The operations of the export and of long work. */
export function exportServices(jobs: JobRunner): Pick<Services<OpenNewsroom>, 'export' | 'jobs'> {
	return {
		export: {
			plan: async ({ scope, folder }, newsroom) => {
				await newsroom.whole();
				return planExport(exportSourceOf(newsroom), scope, folder);
			},
			start: async ({ scope, folder }, newsroom) => {
				// A folder that cannot be used is told at once, before there is a job.
				await checkTarget(folder, newsroom.folder().path);
				const job = jobs.start(async (tools) => {
					// An export of some of the stories would take the others off the site.
					await newsroom.whole();
					const source = exportSourceOf(newsroom);
					return { kind: 'finished', report: await runExport(source, scope, folder, tools) };
				});
				return { job };
			},
		},
		jobs: {
			cancel: async ({ job }) => {
				if (!jobs.cancel(job)) throw new FailureError('not-found', 'This has already ended.', job);
				return null;
			},
		},
	};
}
