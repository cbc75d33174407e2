import type { BulkReport, StoryChange } from '#shared/contract/articles.ts';

/** What is being done to many stories: a change, or the way back from one. */
export type BulkWork = { readonly kind: 'change'; readonly change: StoryChange } | { readonly kind: 'undo' };

/** So many stories, in words. */
function storyCount(count: number, locale: string): string {
	return count === 1 ? 'One story' : `${count.toLocaleString(locale)} stories`;
}

/** What is going on, for the line beside its progress. */
export function workingWords(work: BulkWork): string {
	if (work.kind === 'undo') return 'Undoing';
	switch (work.change.kind) {
		case 'status':
			return 'Changing the status';
		case 'categories':
			return 'Changing categories';
		case 'trending':
			return 'Changing Trending';
		case 'publish':
			return 'Publishing changes';
		case 'trash':
			return 'Moving to the trash';
	}
}

/** What was done, as one sentence or two. */
export function doneWords(work: BulkWork, report: BulkReport, locale: string): string {
	const ended = report.cancelled ? 'Cancelled. ' : report.stopped === null ? '' : `It ended early. ${report.stopped} `;
	if (report.changed === 0) return ended === '' ? 'No story had to be changed.' : `${ended}No story was changed.`;
	return ended + changedWords(work, report.changed, locale);
}

function changedWords(work: BulkWork, count: number, locale: string): string {
	const stories = storyCount(count, locale);
	const are = count === 1 ? 'is' : 'are';
	if (work.kind === 'undo') return `${stories} ${are} as before.`;
	switch (work.change.kind) {
		case 'status':
			return `Status of ${lower(stories)} changed.`;
		case 'categories':
			return `Categories of ${lower(stories)} changed.`;
		case 'trending':
			return work.change.trending ? `${stories} ${are} trending now.` : `${stories} ${are} no longer trending.`;
		case 'publish':
			return `Changes of ${lower(stories)} published. Readers get them with the next export.`;
		case 'trash':
			return `${stories} ${are} in the trash.`;
	}
}

/** What could not be done, as a heading for the reasons. */
export function failedWords(report: BulkReport, locale: string): string {
	return `${storyCount(report.failedCount, locale)} could not be changed.`;
}

type Failed = BulkReport['failed'][number];

/** The stories that could not be changed, together with those that have the same reason. */
export function failuresByReason(
	failed: readonly Failed[],
): readonly { readonly reason: string; readonly stories: readonly Failed[] }[] {
	const groups = new Map<string, Failed[]>();
	for (const story of failed) groups.set(story.reason, [...(groups.get(story.reason) ?? []), story]);
	return [...groups].map(([reason, stories]) => ({ reason, stories }));
}

function lower(stories: string): string {
	return stories.replace('One', 'one');
}
