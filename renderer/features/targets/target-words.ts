import type { LogEntry, LoggedStory, TargetStanding } from '#shared/contract/targets.ts';

/** What the mark of a target says, the whole of it on a second look, and what its button does; null where all is well. */
export function standingWords(
	name: string,
	standing: TargetStanding,
): { readonly text: string; readonly whole: string; readonly action: string | null } | null {
	switch (standing.kind) {
		case 'idle':
			return null;
		case 'writing':
			return { text: `${name} is being written`, whole: 'What was published is on its way.', action: null };
		case 'behind':
			return { text: `${name} is behind`, whole: standing.reason, action: 'Catch up' };
		case 'rolled back':
			return {
				text: `${name} was taken back`,
				whole: `${name} is as with export ${standing.to}, and nothing is written there by itself.`,
				action: 'Bring up to date',
			};
	}
}

/** What became of stories, in a few words: "1 new, 2 changed". */
export function storiesWords(stories: readonly LoggedStory[], locale: string): string {
	const count = (what: LoggedStory['what']) => stories.filter((story) => story.what === what).length;
	const parts = (['new', 'changed', 'removed'] as const).flatMap((what) =>
		count(what) === 0 ? [] : `${count(what).toLocaleString(locale)} ${what}`,
	);
	return parts.length === 0 ? 'No story changed' : parts.join(', ');
}

/** What a line of the log tells of. */
export function entryWords({ kind, to }: Pick<LogEntry, 'kind' | 'to'>): string {
	switch (kind) {
		case 'export':
			return 'Export';
		case 'found':
			return 'Found there';
		case 'roll back':
			return `Taken back to export ${to}`;
	}
}
