import { FailureError } from '#shared/failure.ts';
import { refusalReason } from '../disk/disk-failure.ts';
import { errorCode } from '../disk/file-system.ts';

/** Something changed while an export was made, so that what was decided holds no longer. */
export class ExportOvertaken extends FailureError {
	constructor(what: string, place: string) {
		super('disk', `${what} changed during the export. Export again.`, place);
	}
}

/** Turns an error of the disk into a failure in words for the editor; other errors stay as they are. */
export function exportFailure(error: unknown, folder: string): unknown {
	const code = errorCode(error);
	if (code === null || error instanceof FailureError) return error;
	const reason = refusalReason(code, 'target');
	return new FailureError('disk', `Could not export to ${folder}: ${reason}.`, folder);
}
