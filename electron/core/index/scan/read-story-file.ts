import type { CheckSettings } from '#shared/document/checks/check-settings.ts';
import { hasChanges } from '../../articles/article-file.ts';
import { readAtOnce, unreadableDamage } from '../../articles/article-scan.ts';
import { indexedStory } from '../../articles/story-summary.ts';
import type { NewsroomPath } from '../../disk/newsroom-path.ts';
import type { FileDamage } from '../../json/parsed-file.ts';
import { entryOf, type StoryEntry } from '../store/story-entry.ts';
import { markNow, type SeenFile } from './story-files.ts';

/** A file that was read, as the index takes it. */
export type PreparedFile =
	| { readonly kind: 'story'; readonly entry: StoryEntry; readonly mark: string }
	| { readonly kind: 'damaged'; readonly damage: FileDamage; readonly mark: string }
	| { readonly kind: 'gone' };

/** Reads a file for the index. */
export function prepareFile(newsroom: NewsroomPath, path: string, checks: CheckSettings, now: Date): PreparedFile {
	// The mark first: what is written meanwhile has another one, and is read once more.
	const seen = markNow(newsroom, path);
	const content = seen === null ? null : readSeen(newsroom, path, seen);
	if (seen === null || content === null) return { kind: 'gone' };
	const { mark } = seen;
	if (content.kind === 'damaged') {
		const { kind, reason, line } = content;
		return { kind: 'damaged', damage: { kind, reason, line }, mark };
	}
	const { article, revision } = content;
	const entry = entryOf(indexedStory({ article, path, revision, hasChanges: hasChanges(content) }, checks, now));
	return { kind: 'story', entry, mark };
}

/** Reads what was seen under a name; what the system does not let be seen is damage. */
export function readSeen(
	newsroom: NewsroomPath,
	path: string,
	{ kind, refusal }: SeenFile,
): ReturnType<typeof readAtOnce> {
	return kind === null ? unreadableDamage(refusal) : readAtOnce(newsroom, path, kind);
}
