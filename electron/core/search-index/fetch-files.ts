import { readFile } from 'node:fs/promises';
import { errorCode } from '../file-system.ts';
import { inNewsroom, type NewsroomPath } from '../newsroom-path.ts';
import { markNow } from './story-files.ts';

/** To fetch a file that the system has in its memory already takes less, in milliseconds. */
const quickFetch = 0.2;

/**
 * Has the system fetch files from the disk, so that reading them later waits for nothing: several at a time, as a disk is
 * quickest so. When the first comes at once the system has them all, and the others are left.
 */
export async function fetchFiles(newsroom: NewsroomPath, paths: readonly string[]): Promise<void> {
	const [first, ...others] = paths;
	if (first === undefined) return;
	const since = performance.now();
	await fetchFile(newsroom, first);
	if (performance.now() - since > quickFetch) await Promise.all(others.map((path) => fetchFile(newsroom, path)));
}

async function fetchFile(newsroom: NewsroomPath, path: string): Promise<void> {
	// A link may lead to what never ends.
	if (markNow(newsroom, path)?.isLink !== false) return;
	try {
		await readFile(inNewsroom(newsroom, path));
	} catch (error) {
		// Whoever reads it then tells.
		if (errorCode(error) === null) throw error;
	}
}
