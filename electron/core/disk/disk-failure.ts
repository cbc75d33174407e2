import { FailureError } from '#shared/failure.ts';
import { errorCode, notAFile } from './file-system.ts';

/** Why a disk refuses, and the way out: for a newsroom, and for an export's folder where that is another one. */
interface Refusal {
	readonly why: string;
	readonly wayOut: string;
	readonly target?: { readonly why?: string; readonly wayOut: string };
}

const notAllowed: Refusal = {
	why: 'Galley is not allowed to',
	wayOut: 'Change the permissions of the folder, then try again',
	target: {
		why: 'Galley is not allowed to read or write something there',
		wayOut: 'Change its permissions, or choose another folder',
	},
};
const tooManyOpen: Refusal = {
	why: 'too many files are open on this computer',
	wayOut: 'Close some programs, then try again',
};

const refusals: Readonly<Record<string, Refusal>> = {
	ENOSPC: { why: 'the disk is full', wayOut: 'Free some space, then try again' },
	EDQUOT: { why: 'your share of the disk is used up', wayOut: 'Free some space, then try again' },
	EACCES: notAllowed,
	EPERM: notAllowed,
	EROFS: {
		why: 'the disk can only be read',
		wayOut: 'Copy the newsroom to a disk that can be written',
		target: { wayOut: 'Choose a folder on another disk' },
	},
	EIO: {
		why: 'the disk reports a fault',
		wayOut: 'Copy the newsroom to another disk soon',
		target: { wayOut: 'Choose a folder on another disk' },
	},
	ENOENT: { why: 'the file or its folder is gone', wayOut: 'Check that the disk is still connected' },
	ENOTDIR: {
		why: 'its path leads through a file as if that were a folder',
		wayOut: 'Check the path in your file manager',
	},
	EISDIR: {
		why: 'a folder stands where a file is needed',
		wayOut: 'Check the newsroom in your file manager',
		target: { wayOut: 'Check the folder in your file manager' },
	},
	EEXIST: { why: 'there is already a file of that name, and it was left as it is', wayOut: 'Try again' },
	EMFILE: tooManyOpen,
	ENFILE: tooManyOpen,
	EBUSY: {
		why: 'another program is using the file',
		wayOut: 'Close it there, then try again',
		target: {
			why: 'another program holds the folder, or a disk is mounted there',
			wayOut: 'Close it, or choose another folder',
		},
	},
	ENAMETOOLONG: {
		why: 'the name is too long for this disk',
		wayOut: 'Choose a shorter name or path',
		target: { wayOut: 'Choose a folder with a shorter path' },
	},
	ELOOP: {
		why: 'the links on its path lead nowhere',
		wayOut: 'Put the real file or folder in their place',
	},
	[notAFile]: {
		why: 'it is neither a file nor a folder, but something like a pipe or a device',
		wayOut: 'Remove it, then try again',
	},
	ESTALE: { why: 'another program replaced it meanwhile', wayOut: 'Try again' },
	EXDEV: {
		why: 'the folder lies on two disks',
		wayOut: 'Move the whole newsroom to one',
		target: { why: 'the folder and the one above it lie on two disks', wayOut: 'Choose a folder inside it' },
	},
};

/** What a disk's error code means, and the way out: of something in a newsroom, or in the target of an export. */
export function refusalReason(code: string, place: 'newsroom' | 'target'): string {
	const refusal = refusals[code];
	if (refusal === undefined) return `the disk refused (${code}). Check the disk, then try again`;
	const { why, wayOut } = place === 'target' ? { ...refusal, ...refusal.target } : refusal;
	return `${why}. ${wayOut}`;
}

/** Turns an error of the disk into a failure that says what could not be done and the way out; other errors stay as they are. */
export function diskFailure(
	error: unknown,
	action: 'read' | 'save' | 'move' | 'make' | 'remove',
	what: string,
): unknown {
	const code = errorCode(error);
	if (code === null || error instanceof FailureError) return error;
	const reason = refusalReason(code, 'newsroom');
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
