import { createHash } from 'node:crypto';
import type { Stats } from 'node:fs';
import { dirname, join } from 'node:path';
import type { BackupReport, LeftOut } from '#shared/contract/backup.ts';
import { FailureError } from '#shared/failure.ts';
import { durableMove, removeQuietly, syncFolder } from '../disk/atomic-write.ts';
import { diskFailure } from '../disk/disk-failure.ts';
import { errorCode, type FileSystem } from '../disk/file-system.ts';
import { absolutePath, refuseInsideNewsroom } from '../disk/newsroom-path.ts';
import { mustBeThere, type NewsroomFolder } from '../newsroom/newsroom-folder.ts';
import { stopIfCancelled, type WorkTools } from './cancelling.ts';
import { createTakenPaths, isPortablePath } from './file-names.ts';
import { type ManifestFile, manifestBytes, manifestName } from './manifest.ts';
import { findNewsroomFiles, type NewsroomFiles } from './newsroom-files.ts';
import { isBackup, openBackup } from './read-backup.ts';
import { readWhole } from './read-whole.ts';
import { removeUnfinished, unfinishedBeside } from './unfinished.ts';
import { createZipWriter, type ZipWriter } from './zip-writer.ts';

/** What is backed up, and to where. */
export interface BackupRequest {
	readonly disk: FileSystem;
	readonly newsroom: NewsroomFolder;
	/** The zip file to make, a full path outside any newsroom. */
	readonly file: string;
	/** Whether an earlier backup of that name may be replaced; any other file never is. */
	readonly replace: boolean;
	/** The version of Galley. */
	readonly version: string;
	readonly now: () => Date;
}

/** Rounds in which files that came meanwhile are added; a newsroom that never rests ends some time. */
const mostRounds = 5;

/**
 * Writes a backup that was read back and proved right before it gets its name; what stood there stays until then. Each
 * file in it is whole, as it was at some moment while the backup was made.
 */
export async function createBackup(request: BackupRequest, tools: WorkTools = {}): Promise<BackupReport> {
	const { disk, newsroom } = request;
	const file = absolutePath(request.file);
	const earlier = await checkTarget(request, file);
	await removeUnfinished(disk, dirname(file));
	const temporary = unfinishedBeside(file);
	try {
		const leftOut = await writeZip(request, temporary, tools);
		const backup = await openBackup(temporary, {
			signal: tools.signal,
			onProgress: (done, total) => tools.onProgress?.(total + done, 2 * total),
		});
		backup.close();
		stopIfCancelled(tools.signal);
		await nameIt(disk, temporary, file, earlier);
		const { manifest, size } = backup;
		const bytes = manifest.files.reduce((sum, each) => sum + each.size, 0);
		const { created } = manifest;
		return { file, newsroom: newsroom.newsroom.name, created, files: manifest.files.length, bytes, size, leftOut };
	} catch (error) {
		await removeQuietly(disk, temporary);
		if (error instanceof FailureError && error.failure.code === 'damaged') {
			throw new FailureError(
				'disk',
				`The backup was written, but reading it back gave other bytes, so it was removed. Choose another disk for ${file}.`,
				file,
			);
		}
		throw diskFailure(error, 'save', `the backup ${file}`);
	}
}

/** Throws unless a backup may be made there; answers the earlier backup that it is to replace, or null. */
async function checkTarget({ disk, newsroom, replace }: BackupRequest, file: string): Promise<Stats | null> {
	const problem = (message: string) => new FailureError('not-allowed', message, file);
	await mustBeThere(disk, newsroom);
	await refuseInsideNewsroom(disk, file);
	try {
		if (!(await disk.stat(dirname(file))).isDirectory()) throw problem(`${dirname(file)} is a file, not a folder.`);
	} catch (error) {
		if (errorCode(error) !== 'ENOENT') throw diskFailure(error, 'save', `the backup ${file}`);
		throw problem(`There is no folder ${dirname(file)} for the backup. Choose another one, or make it first.`);
	}
	let present: Stats;
	try {
		present = await disk.lstat(file);
	} catch (error) {
		if (errorCode(error) === 'ENOENT') return null;
		throw diskFailure(error, 'save', `the backup ${file}`);
	}
	if (!present.isFile()) throw problem(`${file} is not a file. Choose another name for the backup.`);
	if (!(await isBackup(file))) {
		throw problem(
			`${file} is not a backup that Galley made, so it is not replaced. Choose another name for the backup.`,
		);
	}
	if (replace) return present;
	throw new FailureError('exists', `There is already a backup ${file}. Choose another name for the new one.`, file);
}

/** Writes the whole zip, durably; answers what is not in it. */
async function writeZip(request: BackupRequest, path: string, tools: WorkTools): Promise<readonly LeftOut[]> {
	const { disk } = request;
	const out = await disk.open(path, 'wx');
	try {
		const leftOut = await fillZip(
			request,
			createZipWriter((bytes) => out.writeFile(bytes)),
			tools,
		);
		await out.sync();
		return leftOut;
	} finally {
		await out.close();
	}
}

async function fillZip(request: BackupRequest, zip: ZipWriter, tools: WorkTools): Promise<readonly LeftOut[]> {
	const { disk, newsroom, version, now } = request;
	const created = now();
	const files: ManifestFile[] = [];
	const seen = new Set<string>();
	const taken = createTakenPaths();
	const leftOut = new Map<string, LeftOut>();
	const leave = (path: string, why: LeftOut['why']) => leftOut.set(path, { path, why });

	const add = async (path: string) => {
		seen.add(path);
		if (!isPortablePath(path)) return leave(path, 'name');
		const read = await readWhole(disk, join(newsroom.path, path));
		if (read.kind === 'gone') return seen.delete(path); // moved to the trash perhaps, where the next round finds it
		if (read.kind === 'left-out') return leave(path, read.why);
		if (!taken.take(path)) return leave(path, 'name');
		await zip.add(path, read.bytes, read.modified);
		return files.push({
			path,
			size: read.bytes.length,
			sha256: createHash('sha256').update(read.bytes).digest('hex'),
		});
	};

	let found: NewsroomFiles = await findNewsroomFiles(disk, newsroom.path);
	for (let round = 0; round < mostRounds; round += 1) {
		const fresh = found.files.filter((path) => !seen.has(path));
		const total = seen.size + fresh.length;
		for (const each of found.leftOut) leave(each.path, each.why);
		for (const path of fresh) {
			stopIfCancelled(tools.signal);
			await add(path);
			tools.onProgress?.(seen.size, 2 * total);
		}
		if (fresh.length === 0) break;
		found = await findNewsroomFiles(disk, newsroom.path);
	}
	// A disk that was pulled out meanwhile looks like stories that were deleted.
	await mustBeThere(disk, newsroom);
	if (files.every(({ path }) => path !== 'newsroom.json')) {
		const message = `newsroom.json in ${newsroom.path} cannot be read, and without it there is no backup. Mend it first.`;
		throw new FailureError('disk', message, 'newsroom.json');
	}
	const folders = found.emptyFolders.filter((path) => isPortablePath(path) && taken.take(path));
	const manifest = {
		galley: version,
		newsroom: newsroom.newsroom.name,
		created: created.toISOString(),
		files,
		folders,
		leftOut: [...leftOut.values()],
	};
	await zip.add(manifestName, manifestBytes(manifest), created);
	await zip.finish();
	return manifest.leftOut;
}

async function nameIt(disk: FileSystem, temporary: string, file: string, earlier: Stats | null): Promise<void> {
	if (earlier === null) return durableMove(disk, temporary, file);
	const present = await disk.lstat(file);
	// A new file may get the number of one that was deleted, but not its times.
	if (present.ctimeMs !== earlier.ctimeMs || present.size !== earlier.size) throw replacedMeanwhile(file);
	await disk.rename(temporary, file, earlier);
	await syncFolder(disk, dirname(file));
}

function replacedMeanwhile(file: string): FailureError {
	const message = `Another program changed ${file} meanwhile, so it was left as it is and there is no new backup. Try again.`;
	return new FailureError('disk', message, file);
}
