import { FailureError } from '#shared/failure.ts';
import { errorCode } from './file-system.ts';

const reasons: Readonly<Record<string, string>> = {
	ENOSPC: 'the disk is full. Free some space, then try again',
	EDQUOT: 'your share of the disk is used up. Free some space, then try again',
	EACCES: 'Galley is not allowed to. Change the permissions of the folder, then try again',
	EPERM: 'Galley is not allowed to. Change the permissions of the folder, then try again',
	EROFS: 'the disk can only be read. Copy the newsroom to a disk that can be written',
	EIO: 'the disk reports a fault. Copy the newsroom to another disk soon',
	ENOENT: 'the file or its folder is gone. Check that the disk is still connected',
	ENOTDIR: 'a file stands where a folder is needed. Check the newsroom in your file manager',
	EISDIR: 'a folder stands where a file is needed. Check the newsroom in your file manager',
	EEXIST: 'there is already a file of that name, and it was left as it is. Try again',
	EMFILE: 'too many files are open on this computer. Close some programs, then try again',
	ENFILE: 'too many files are open on this computer. Close some programs, then try again',
	EBUSY: 'another program is using the file. Close it there, then try again',
	ENAMETOOLONG: 'the name is too long for this disk. Choose a folder with a shorter path',
	EXDEV: 'the folder lies on two disks. Move the whole newsroom to one',
};

/** Turns an error of the disk into a failure that says what could not be done and the way out; other errors stay as they are. */
export function diskFailure(error: unknown, action: 'read' | 'save' | 'move' | 'make', what: string): unknown {
	const code = errorCode(error);
	if (code === null || error instanceof FailureError) return error;
	const reason = reasons[code] ?? `the disk refused (${code}). Check the disk, then try again`;
	return new FailureError('disk', `Could not ${action} ${what}: ${reason}.`, what);
}
