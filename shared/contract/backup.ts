import { z } from 'zod';
import { answers, command, ofApp } from './define.ts';

/** Something in the newsroom's folder that a backup does not hold. */
export interface LeftOut {
	/** Relative to the newsroom, with forward slashes. */
	readonly path: string;
	readonly why:
		| 'link' // leads to another place
		| 'name' // not every disk can hold a file of that name, or two names differ only in capitals
		| 'size' // larger than a gigabyte
		| 'special' // neither file nor folder
		| 'unreadable'; // the disk or its permissions refused
}

/** A backup that was written, read back and found whole. */
export interface BackupReport {
	readonly file: string;
	/** The newsroom's name. */
	readonly newsroom: string;
	/** ISO 8601. */
	readonly created: string;
	readonly files: number;
	/** Bytes of all files in it. */
	readonly bytes: number;
	/** Bytes of the backup itself. */
	readonly size: number;
	readonly leftOut: readonly LeftOut[];
}

/** A newsroom that was brought back. */
export interface RestoreReport {
	readonly folder: string;
	/** The newsroom's name. */
	readonly newsroom: string;
	/** When the backup was made, ISO 8601. */
	readonly created: string;
	readonly files: number;
	readonly bytes: number;
}

const path = z.string().min(1).max(4096);

export const backup = {
	/**
	 * Starts a backup of the open newsroom into a zip file, which gets its name only once all of it was read back and
	 * proved right; its progress and end come as `jobs.changed`. An earlier backup of that name is only replaced when
	 * asked to, and any other file never.
	 */
	create: command(
		z.strictObject({ file: path, replace: z.boolean().default(false) }),
		answers<{ readonly job: string }>(),
	),
	/**
	 * Starts bringing a backup back in a folder that is missing or empty; all of the backup is checked before anything is
	 * written. It opens nothing.
	 */
	restore: ofApp(command(z.strictObject({ file: path, folder: path }), answers<{ readonly job: string }>())),
};
