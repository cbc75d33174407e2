import type { PastRevision } from '#shared/contract/history.ts';
import { statusEntry } from '#shared/model/status.ts';

/** Why a revision was kept, as the timeline says it. */
export function reasonWords({ reason, status }: Pick<PastRevision, 'reason' | 'status'>): string {
	switch (reason) {
		case 'opened':
			return 'Before the first change';
		case 'explicit-save':
			return 'Saved by hand';
		case 'status':
			return `Status changed to ${statusEntry(status).label}`;
		case 'export':
			return 'Exported';
		case 'restore':
			return 'Restored';
		case 'interval':
			return 'While editing';
		case 'before-restore':
			return 'Before a restore';
		case 'before-external':
			return 'Before a change from outside';
		case 'external':
			return 'Changed from outside';
		case 'discarded':
			return 'Discarded text';
		case 'deleted':
			return 'Before it was deleted';
	}
}
