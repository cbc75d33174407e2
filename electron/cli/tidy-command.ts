import { join, resolve } from 'node:path';
import { realFileSystem } from '#core/disk/file-system.ts';
import { createWriteLock } from '#core/disk/write-lock.ts';
import { userDataFolder } from '#core/host/user-folders.ts';
import { type SweepReport, sweepMedia } from '#core/media/media-sweep.ts';
import { openNewsroomFolder } from '#core/newsroom/newsroom-folder.ts';
import { exitCode } from './exit-code.ts';

/** The options of `galley tidy`. */
export interface TidyOptions {
	readonly newsroom: string;
	readonly dryRun?: boolean | undefined;
	readonly json?: boolean | undefined;
}

/** Removes images that nothing refers to; answers the exit code. */
export async function tidyCommand(options: TidyOptions, say: (text: string) => void): Promise<number> {
	const folder = await openNewsroomFolder(realFileSystem, resolve(options.newsroom));
	const dryRun = options.dryRun ?? false;
	const lock = createWriteLock(realFileSystem, folder.path);
	const report = await sweepMedia({
		disk: realFileSystem,
		folder,
		lock,
		alsoIn: [join(userDataFolder(), 'journal')],
		dryRun,
		now: () => new Date(),
	}).finally(() => lock.rest());
	say(options.json ? JSON.stringify(report, null, 2) : tidyText(report, dryRun));
	return report.refused.length > 0 ? exitCode.problems : exitCode.fine;
}

function tidyText({ removed, refused, kept }: SweepReport, dryRun: boolean): string {
	const size = removed.reduce((sum, image) => sum + image.bytes, 0);
	const end = `${removed.length} images that nothing refers to, ${(size / 1_000_000).toFixed(1)} MB; ${kept} kept.`;
	const reasons = refused.map(({ path, reason }) => `Kept: ${path}. ${reason}`);
	const last = dryRun ? `Nothing was removed: ${end}` : `Removed ${end}`;
	return [...removed.map(({ path }) => path), ...reasons, last].join('\n');
}
