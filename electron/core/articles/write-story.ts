import type { SaveOutcome } from '#shared/contract/articles.ts';
import { FailureError } from '#shared/failure.ts';
import { diskFailure } from '../disk/disk-failure.ts';
import { inNewsroom } from '../disk/newsroom-path.ts';
import { replaceFile } from '../disk/replace-file.ts';
import type { WriteReason } from '../history/revision-recorder.ts';
import { type ArticleFile, hasChanges } from './article-file.ts';
import { dropLive, keepLive } from './live/keep-live.ts';
import { livePath } from './live/live-version.ts';
import type { NextFile } from './live/next-file.ts';
import type { StoryFile } from './open-story.ts';
import { keepBytes } from './state/keep-bytes.ts';
import { noteStory, type StoreState } from './state/store-state.ts';

/** Writes a story over its file, durable once answered; `changed` when somebody else has written that meanwhile. */
export async function writeStory(
	state: StoreState,
	file: StoryFile,
	{ file: after, keep, drop }: NextFile,
	reason: WriteReason,
): Promise<SaveOutcome | 'changed'> {
	const { article, revision } = after;
	state.recorder.willWrite(article.id, revision);
	let outcome: 'replaced' | 'changed';
	try {
		// First, so that whatever happens what readers have is there.
		if (keep !== null) await keepLive(state, file.path, keep);
		outcome = await replaceFile(state.disk, inNewsroom(state.folder().path, file.path), after.bytes, file.bytes, {
			lock: state.lock,
			keep: (slippedIn) => keepBytes(state, file.path, slippedIn),
			later: state.queues.later,
		});
	} catch (error) {
		throw diskFailure(error, 'save', `“${article.headline || article.slug}” (${file.path})`);
	}
	if (outcome === 'changed') return outcome;
	noteStory(state, after, file.path);
	state.changed([article.id]);
	// Only now, and whatever comes of it: the story is saved.
	const unkept = await state.recorder.wrote(file, after, reason);
	const undropped = drop ? await dropped(state, file.path) : null;
	return saved(after, unkept ?? undropped);
}

/** Removes what lies beside a story that readers have as it is; answers what went wrong with that, or null. */
async function dropped(state: StoreState, path: string): Promise<string | null> {
	try {
		await dropLive(state, path);
		return null;
	} catch (error) {
		const failure = diskFailure(error, 'remove', livePath(path));
		if (!(failure instanceof FailureError)) throw failure;
		// It is passed over, as it has not the hash that the story names.
		return `The story itself is saved. ${failure.failure.message}`;
	}
}

/** What a save answers that left a file like this. */
export function saved(file: ArticleFile, warning: string | null): Extract<SaveOutcome, { kind: 'saved' }> {
	const { article, revision } = file;
	return { kind: 'saved', article, revision, hasChanges: hasChanges(file), ...(warning === null ? {} : { warning }) };
}
