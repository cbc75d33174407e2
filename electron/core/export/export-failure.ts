import { FailureError } from '#shared/failure.ts';
import { errorCode } from '../file-system.ts';

const reasons: Readonly<Record<string, string>> = {
	ENOSPC: 'the disk is full. Free some space, then export again',
	EDQUOT: 'your share of the disk is used up. Free some space, then export again',
	EACCES: 'Galley is not allowed to read or write something there. Change its permissions, or choose another folder',
	EPERM: 'Galley is not allowed to read or write something there. Change its permissions, or choose another folder',
	EROFS: 'the disk can only be read. Choose a folder on another disk',
	EBUSY: 'another program holds the folder, or a disk is mounted there. Close it, or choose another folder',
	EXDEV: 'the folder and the one above it lie on two disks. Choose a folder inside it',
	EMFILE: 'too many files are open on this computer. Close some programs, then export again',
	ENAMETOOLONG: 'a name is too long for this disk. Choose a folder with a shorter path',
	EIO: 'the disk reports a fault. Choose a folder on another disk',
};

/** Turns an error of the disk into a failure in words for the editor; other errors stay as they are. */
export function exportFailure(error: unknown, folder: string): unknown {
	const code = errorCode(error);
	if (code === null || error instanceof FailureError) return error;
	const reason = reasons[code] ?? `the disk refused (${code}). Check the disk, then export again`;
	return new FailureError('disk', `Could not export to ${folder}: ${reason}.`, folder);
}
