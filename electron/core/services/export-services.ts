import { type ExportRequest, takesReady } from '#shared/contract/export.ts';
import type { Services } from '#shared/contract/index.ts';
import { FailureError } from '#shared/failure.ts';
import { checkTarget } from '../export/folder/target.ts';
import { exportFormats, findFormat } from '../export/formats/index.ts';
import { planExport, runExport } from '../export/run.ts';
import { storyJson } from '../export/story-json.ts';
import type { JobRunner } from '../jobs.ts';
import type { OpenNewsroom } from '../newsroom/open-newsroom.ts';
import { exportSourceOf } from './export-source-of.ts';

/** The operations of the export and of long work. */
export function exportServices(jobs: JobRunner): Pick<Services<OpenNewsroom>, 'export' | 'jobs'> {
	const orderOf = ({ scope, ready, drafts, format }: ExportRequest) => ({
		scope,
		ready: ready ?? takesReady(scope),
		drafts,
		format: findFormat(format),
	});
	return {
		export: {
			formats: async () => exportFormats.map(({ name, label, about, losses }) => ({ name, label, about, losses })),
			plan: async (request, newsroom) => {
				await newsroom.whole();
				return planExport(exportSourceOf(newsroom), orderOf(request), request.folder);
			},
			json: async ({ story, ...request }, newsroom) => {
				await newsroom.whole();
				return storyJson(exportSourceOf(newsroom), orderOf(request), request.folder, story);
			},
			start: async (request, newsroom) => {
				const order = orderOf(request);
				// A folder that cannot be used is told at once, before there is a job.
				await checkTarget(request.folder, newsroom.folder().path);
				const job = jobs.start(async (tools) => {
					// An export of some of the stories would take the others off the site.
					await newsroom.whole();
					const report = await runExport(exportSourceOf(newsroom), order, request.folder, tools);
					return { kind: 'finished', report };
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
