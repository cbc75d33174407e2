import type { Services } from '#shared/contract/index.ts';
import type { FileSystem } from '../disk/file-system.ts';
import type { JobRunner } from '../jobs.ts';
import type { OpenNewsroom } from '../newsroom/open-newsroom.ts';
import { createBackup } from './create-backup.ts';
import { restoreBackup } from './restore-backup.ts';

/** The operations of backups. */
export function backupServices(
	jobs: JobRunner,
	disk: FileSystem,
	version: string,
): Pick<Services<OpenNewsroom>, 'backup'> {
	return {
		backup: {
			create: async ({ file, replace }, { disk, folder }) => {
				const request = { disk, newsroom: folder(), file, replace, version, now: () => new Date() };
				const job = jobs.start(async (tools) => ({ kind: 'backed-up', report: await createBackup(request, tools) }));
				return { job };
			},
			restore: async ({ file, folder }) => {
				const job = jobs.start(async (tools) => {
					return { kind: 'restored', report: await restoreBackup(disk, file, folder, tools) };
				});
				return { job };
			},
		},
	};
}
