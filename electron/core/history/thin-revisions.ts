import type { PastRevision, RevisionReason } from '#shared/contract/history.ts';

const day = 24 * 60 * 60_000;
const thinnedAfter = 30 * day;
const alwaysNewest = 50;
const keptForEver: ReadonlySet<RevisionReason> = new Set(['explicit-save', 'status', 'export']);

/**
 * Of a story's revisions, oldest first, those that stay: all of the last thirty days, the newest fifty, every one that
 * was saved, exported or changed the status, and of the rest the newest of each day.
 */
export function thinRevisions<Kept extends Pick<PastRevision, 'at' | 'reason'>>(
	revisions: readonly Kept[],
	now: Date,
): Kept[] {
	const days = new Set<string>();
	const kept: Kept[] = [];
	for (const [back, revision] of [...revisions].reverse().entries()) {
		const isRecent = back < alwaysNewest || now.getTime() - Date.parse(revision.at) <= thinnedAfter;
		if (isRecent || keptForEver.has(revision.reason)) {
			kept.push(revision);
			continue;
		}
		const date = revision.at.slice(0, 10);
		if (!days.has(date)) kept.push(revision);
		days.add(date);
	}
	return kept.reverse();
}
