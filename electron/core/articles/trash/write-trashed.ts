import { diskFailure } from '../../disk/disk-failure.ts';
import { inNewsroom } from '../../disk/newsroom-path.ts';
import { replaceFile } from '../../disk/replace-file.ts';
import { dropLive, keepLive } from '../live/keep-live.ts';
import type { NextFile } from '../live/next-file.ts';
import type { StoryFile } from '../open-story.ts';
import { keepBytes } from '../state/keep-bytes.ts';
import type { StoreState } from '../state/store-state.ts';

/**
 * Writes a story over its file in the trash, at `trashed`; `file` has the place that it came from. Durable once answered;
 * `changed` when it went from there meanwhile.
 */
export async function writeTrashed(
	state: StoreState,
	file: StoryFile,
	trashed: string,
	{ file: after, keep, drop }: NextFile,
): Promise<'written' | 'changed'> {
	const { id, headline, status } = after.article;
	try {
		if (keep !== null) await keepLive(state, file.path, keep);
		const outcome = await replaceFile(state.disk, inNewsroom(state.folder().path, trashed), after.bytes, file.bytes, {
			lock: state.lock,
			keep: (slippedIn) => keepBytes(state, trashed, slippedIn),
			later: state.queues.later,
		});
		if (outcome === 'changed') return outcome;
		if (drop) await dropLive(state, file.path);
	} catch (error) {
		throw diskFailure(error, 'save', `“${headline}” (${trashed})`);
	}
	const known = state.trashed.get(id);
	if (known !== undefined) state.trashed.set(id, { ...known, headline, status });
	state.changed([id]);
	return 'written';
}
