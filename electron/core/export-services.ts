import type { Services } from '#shared/contract/index.ts';
import { FailureError } from '#shared/failure.ts';
import type { JobRunner } from './jobs.ts';
import type { OpenNewsroom } from './open-newsroom.ts';

/** The operations of the export and of long work; `open` answers the open newsroom or throws that there is none. */
export function exportServices(open: () => OpenNewsroom, jobs: JobRunner): Pick<Services, 'export' | 'jobs'> {
	const notYet = async (): Promise<never> => {
		open();
		throw new FailureError('not-found', 'The export is not connected.');
	};
	return {
		export: { plan: notYet, start: notYet },
		jobs: {
			cancel: async ({ job }) => {
				if (!jobs.cancel(job)) throw new FailureError('not-found', 'This export has already ended.', job);
				return null;
			},
		},
	};
}
