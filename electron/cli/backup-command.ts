import { resolve } from 'node:path';
import { createBackup } from '#core/backup/create-backup.ts';
import { restoreBackup } from '#core/backup/restore-backup.ts';
import { realFileSystem } from '#core/disk/file-system.ts';
import { openNewsroomFolder } from '#core/newsroom/newsroom-folder.ts';
import type { BackupReport, LeftOut } from '#shared/contract/backup.ts';
import { exitCode } from './exit-code.ts';
import { withInterrupt } from './with-interrupt.ts';

/** The options of `galley backup`. */
export interface BackupOptions {
	readonly newsroom: string;
	readonly out: string;
	readonly replace?: boolean | undefined;
	readonly json?: boolean | undefined;
}

/** The options of `galley restore`. */
export interface RestoreOptions {
	readonly from: string;
	readonly to: string;
	readonly json?: boolean | undefined;
}

/** Writes a verified backup; answers the exit code. */
export async function backupCommand(options: BackupOptions, say: (text: string) => void): Promise<number> {
	const newsroom = await openNewsroomFolder(realFileSystem, resolve(options.newsroom));
	const request = {
		disk: realFileSystem,
		newsroom,
		file: resolve(options.out),
		replace: options.replace ?? false,
		version: import.meta.env.GALLEY_VERSION,
		now: () => new Date(),
	};
	const report = await withInterrupt((signal) => createBackup(request, { signal }));
	say(options.json ? JSON.stringify(report, null, 2) : backupText(report));
	// A link is no part of the newsroom; anything else that is missing is to be known to a script.
	return report.leftOut.some(({ why }) => why !== 'link') ? exitCode.problems : exitCode.fine;
}

/** Brings a backup back in a new folder; answers the exit code. */
export async function restoreCommand(options: RestoreOptions, say: (text: string) => void): Promise<number> {
	const report = await withInterrupt((signal) =>
		restoreBackup(realFileSystem, resolve(options.from), resolve(options.to), { signal }),
	);
	const { folder, newsroom, files, bytes, created } = report;
	const text = `${folder}: “${newsroom}” as it was at ${created}, ${files} files, ${size(bytes)}.`;
	say(options.json ? JSON.stringify(report, null, 2) : text);
	return exitCode.fine;
}

const reasons: Readonly<Record<LeftOut['why'], string>> = {
	link: 'is a link',
	name: 'has a name that not every disk can hold',
	size: 'is larger than a gigabyte',
	special: 'is neither file nor folder',
	unreadable: 'cannot be read',
};

function backupText({ file, files, bytes, leftOut }: BackupReport): string {
	const lines = leftOut.map(({ path, why }) => `Left out: ${path} ${reasons[why]}.`);
	return [...lines, `${file}: backed up and verified, ${files} files, ${size(bytes)}.`].join('\n');
}

function size(bytes: number): string {
	return `${(bytes / 1_000_000).toFixed(1)} MB`;
}
