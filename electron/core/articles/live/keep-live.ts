import { dirname } from 'node:path';
import { atomicWrite, exists, syncFolder } from '../../disk/atomic-write.ts';
import { errorCode } from '../../disk/file-system.ts';
import { inNewsroom, makeFoldersInside, refuseLinksOut } from '../../disk/newsroom-path.ts';
import type { StoreState } from '../state/store-state.ts';
import { livePath } from './live-version.ts';

/** Puts a version beside the file at `path` as what readers have; durable once it returns. */
export async function keepLive(state: StoreState, path: string, bytes: Uint8Array): Promise<void> {
	const newsroom = state.folder().path;
	const absolute = inNewsroom(newsroom, livePath(path));
	await makeFoldersInside(state.disk, newsroom, dirname(absolute));
	await state.lock.hold(() => atomicWrite(state.disk, absolute, bytes));
}

/** Removes what lies beside the file at `path`, as readers have the file itself or nothing; durable once it returns. */
export async function dropLive(state: StoreState, path: string): Promise<void> {
	const newsroom = state.folder().path;
	const absolute = inNewsroom(newsroom, livePath(path));
	// Nearly always there is none, and then nobody has to wait for the lock.
	if (!(await exists(state.disk, absolute))) return;
	try {
		await refuseLinksOut(state.disk, newsroom, dirname(absolute));
		await state.lock.hold(() => state.disk.unlink(absolute));
	} catch (error) {
		if (errorCode(error) === 'ENOENT' || errorCode(error) === 'ENOTDIR') return;
		throw error;
	}
	await syncFolder(state.disk, dirname(absolute));
}
