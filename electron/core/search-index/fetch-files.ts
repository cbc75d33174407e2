import { closeSync, openSync, read, readSync } from 'node:fs';
import { promisify } from 'node:util';
import { errorCode, readFlags } from '../file-system.ts';
import { inNewsroom, type NewsroomPath } from '../newsroom-path.ts';
import { markNow } from './story-files.ts';

/** To fetch a file that the system has in its memory already takes less, in milliseconds. */
const quickFetch = 0.05;
const readLater = promisify(read);
/** Where everything that was fetched goes, as nobody looks at it; few stories are longer. */
const discarded = Buffer.allocUnsafeSlow(64 * 1024);

/**
 * Has the system fetch files from the disk, so that reading them later waits for nothing: several at a time, as a disk is
 * quickest so. When the first comes at once the system has them all, and the others are left.
 */
export async function fetchFiles(newsroom: NewsroomPath, paths: readonly string[]): Promise<void> {
	const [first, ...others] = paths;
	if (first === undefined) return;
	const since = performance.now();
	// At once, for the way to another thread and back takes as long as some disks.
	await fetchFile(newsroom, first, readSync);
	if (performance.now() - since > quickFetch)
		await Promise.all(others.map((path) => fetchFile(newsroom, path, readLater)));
}

/** Only the reading may wait for the disk; each further step in the background would take as long as a whole file. */
async function fetchFile(
	newsroom: NewsroomPath,
	path: string,
	readInto: (file: number, bytes: Buffer, offset: number, length: number, position: number) => unknown,
): Promise<void> {
	const file = openFile(newsroom, path);
	if (file === null) return;
	try {
		await readInto(file, discarded, 0, discarded.length, 0);
	} catch (error) {
		leaveToReader(error);
	} finally {
		closeSync(file);
	}
}

function openFile(newsroom: NewsroomPath, path: string): number | null {
	// A link may lead to what never ends, and a pipe does not.
	if (markNow(newsroom, path)?.kind !== 'file') return null;
	try {
		return openSync(inNewsroom(newsroom, path), readFlags);
	} catch (error) {
		leaveToReader(error);
		return null;
	}
}

/** Whoever reads a file then tells what is wrong with it. */
function leaveToReader(error: unknown): void {
	if (errorCode(error) === null) throw error;
}
