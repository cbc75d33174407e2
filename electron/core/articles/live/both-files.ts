import { diskFailure } from '../../disk/disk-failure.ts';
import { errorCode } from '../../disk/file-system.ts';
import { inNewsroom, refuseLinksOut } from '../../disk/newsroom-path.ts';
import type { StoryFile } from '../open-story.ts';
import type { StoreState } from '../state/store-state.ts';
import { livePath } from './live-version.ts';
import type { NextFile } from './next-file.ts';

/** The bytes of a story's file, and of what lies beside it for readers, which are empty where nothing does. */
export interface BothFiles {
	readonly file: Uint8Array;
	readonly beside: Uint8Array;
}

/** Hears what is about to be written of a story; nothing is until it has returned. */
export type BeforeWrite = (change: { readonly before: BothFiles; readonly after: BothFiles }) => Promise<void>;

export const noBytes: Uint8Array = new Uint8Array(0);

/** Tells what a story's file is about to become. */
export async function tellBefore(
	state: StoreState,
	file: StoryFile,
	{ file: after, keep, drop }: NextFile,
	before: BeforeWrite,
): Promise<void> {
	const beside = await readBeside(state, file.path);
	const besideAfter = keep ?? (drop ? noBytes : beside);
	await before({ before: { file: file.bytes, beside }, after: { file: after.bytes, beside: besideAfter } });
}

/** The bytes that lie beside the file at `path` for readers, whatever they are; empty for none. */
export async function readBeside(state: StoreState, path: string): Promise<Uint8Array> {
	const newsroom = state.folder().path;
	const absolute = inNewsroom(newsroom, livePath(path));
	try {
		await refuseLinksOut(state.disk, newsroom, absolute);
		return await state.disk.readFile(absolute);
	} catch (error) {
		if (errorCode(error) === 'ENOENT' || errorCode(error) === 'ENOTDIR') return noBytes;
		throw diskFailure(error, 'read', livePath(path));
	}
}
