import { FailureError } from '#shared/failure.ts';
import { errorCode, notAFile } from './file-system.ts';

const reasons: Readonly<Record<string, string>> = {
	ENOSPC: 'the disk is full. Free some space, then try again',
	EDQUOT: 'your share of the disk is used up. Free some space, then try again',
	EACCES: 'Galley is not allowed to. Change the permissions of the folder, then try again',
	EPERM: 'Galley is not allowed to. Change the permissions of the folder, then try again',
	EROFS: 'the disk can only be read. Copy the newsroom to a disk that can be written',
	EIO: 'the disk reports a fault. Copy the newsroom to another disk soon',
	ENOENT: 'the file or its folder is gone. Check that the disk is still connected',
	ENOTDIR: 'its path leads through a file as if that were a folder. Check the path in your file manager',
	EISDIR: 'a folder stands where a file is needed. Check the newsroom in your file manager',
	EEXIST: 'there is already a file of that name, and it was left as it is. Try again',
	EMFILE: 'too many files are open on this computer. Close some programs, then try again',
	ENFILE: 'too many files are open on this computer. Close some programs, then try again',
	EBUSY: 'another program is using the file. Close it there, then try again',
	ENAMETOOLONG: 'the name is too long for this disk. Choose a shorter name or path',
	ELOOP: 'the links on its path lead nowhere. Put the real file or folder in their place',
	[notAFile]: 'it is neither a file nor a folder, but something like a pipe or a device. Remove it, then try again',
	ESTALE: 'another program replaced it meanwhile. Try again',
	EXDEV: 'the folder lies on two disks. Move the whole newsroom to one',
};

/** Turns an error of the disk into a failure that says what could not be done and the way out; other errors stay as they are. */
export function diskFailure(
	error: unknown,
	action: 'read' | 'save' | 'move' | 'make' | 'remove',
	what: string,
): unknown {
	const code = errorCode(error);
	if (code === null || error instanceof FailureError) return error;
	const reason = reasons[code] ?? `the disk refused (${code}). Check the disk, then try again`;
	const failure = new FailureError('disk', `Could not ${action} ${what}: ${reason}.`, what);
	failure.cause = error;
	return failure;
}

/** What the disk answers about one file, though it may well read and write the others. */
const ofOneFile: readonly string[] = [
	notAFile,
	'EACCES',
	'EBUSY',
	'EEXIST',
	'EISDIR',
	'ELOOP',
	'ENAMETOOLONG',
	'ENOENT',
	'ENOTDIR',
	'EPERM',
];

/** Whether a failure is one of the disk as a whole, so that other files would fail as well. */
export function isOfWholeDisk(error: FailureError): boolean {
	return error.failure.code === 'disk' && !ofOneFile.includes(errorCode(error.cause) ?? '');
}
