import type { BulkReport, StoryChange } from '#shared/contract/bulk.ts';
import type { ManyChange } from '#shared/contract/changes.ts';
import type { ReferenceChange } from '#shared/contract/references.ts';
import type { Category } from '#shared/model/category.ts';
import type { Newsroom } from '#shared/model/newsroom.ts';
import { statusEntry } from '#shared/model/status.ts';

/** What is being done to many stories: a change, one of a category or a tag that they carry, or the way back from one. */
export type BulkWork =
	| { readonly kind: 'change'; readonly change: StoryChange }
	| { readonly kind: 'reference'; readonly change: ReferenceChange }
	| { readonly kind: 'undo' };

/** What of a newsroom the words go by. */
type Words = Pick<Newsroom, 'locale' | 'targets'>;

/** So many stories, in words. */
function storyCount(count: number, locale: string): string {
	return count === 1 ? 'One story' : `${count.toLocaleString(locale)} stories`;
}

/** What is going on, for the line beside its progress. */
export function workingWords(work: BulkWork): string {
	if (work.kind === 'undo') return 'Undoing';
	if (work.kind === 'reference') return referenceWords(work.change).working;
	switch (work.change.kind) {
		case 'status':
			return 'Changing the status';
		case 'categories':
			return 'Changing categories';
		case 'trending':
			return 'Changing Trending';
		case 'publish':
			return 'Publishing changes';
		case 'replace':
			return 'Replacing words';
		case 'trash':
			return 'Moving to the trash';
	}
}

/** What was done, as one sentence or two. */
export function doneWords(work: BulkWork, report: BulkReport, newsroom: Words): string {
	const { locale } = newsroom;
	const ended = report.cancelled ? 'Cancelled. ' : report.stopped === null ? '' : `It ended early. ${report.stopped} `;
	const note = report.note === undefined ? '' : ` ${report.note}`;
	if (work.kind === 'reference') {
		const stories = report.changed === 0 ? '' : ` ${storyCount(report.changed, locale)} changed.`;
		return `${ended === '' ? referenceWords(work.change).done : ended.trim()}${stories}${note}`;
	}
	if (report.changed === 0) return ended === '' ? 'No story had to be changed.' : `${ended}No story was changed.`;
	return ended + changedWords(work, report.changed, newsroom) + note;
}

function changedWords(
	work: Exclude<BulkWork, { kind: 'reference' }>,
	count: number,
	{ locale, targets }: Words,
): string {
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
			return `Changes of ${lower(stories)} published.${withExport(targets)}`;
		case 'replace':
			return `Words in ${lower(stories)} replaced.`;
		case 'trash':
			return `${stories} ${are} in the trash.`;
	}
}

/** Targets that publishing writes say themselves what they got. */
function withExport(targets: Words['targets']): string {
	return targets.some(({ onPublish }) => onPublish) ? '' : ' Readers get them with the next export.';
}

/** A change of a category, a tag or an author: while it is made, and once it is. */
function referenceWords(change: ReferenceChange): { readonly working: string; readonly done: string } {
	switch (change.kind) {
		case 'rename-category':
			return { working: 'Renaming the category', done: `The category is called “${change.label}” now.` };
		case 'merge-category':
			return { working: 'Merging the categories', done: 'The two categories are one now.' };
		case 'remove-category':
			return { working: 'Removing the category', done: 'The category is removed.' };
		case 'rename-tag':
			return { working: 'Renaming the tag', done: `The tag “${change.tag}” is “${change.to}” now.` };
		case 'remove-tag':
			return { working: 'Removing the tag', done: `The tag “${change.tag}” is removed.` };
		case 'rename-author':
			return { working: 'Changing the bylines', done: `Bylines say “${change.to}” instead of “${change.name}” now.` };
	}
}

/** An earlier change, as a line of its own. */
export function changeLine(change: ManyChange, categories: readonly Category[]): string {
	const label = (slug: string) => categories.find((category) => category.slug === slug)?.label ?? slug;
	switch (change.kind) {
		case 'status':
			return `Status set to ${statusEntry(change.status).label}`;
		case 'categories': {
			const named = (verb: string, slugs: readonly string[]) =>
				slugs.length === 0 ? [] : [`${verb}: ${slugs.map(label).join(', ')}`];
			return [...named('Categories added', change.add), ...named('Categories removed', change.remove)].join('; ');
		}
		case 'trending':
			return change.trending ? 'Put in Trending' : 'Taken out of Trending';
		case 'publish':
			return 'Changes published';
		case 'replace':
			return `“${change.query.text}” replaced by “${change.by}”`;
		case 'trash':
			return 'Moved to the trash';
		case 'rename-category':
			return change.slug === change.to
				? `Category “${change.slug}” called “${change.label}”`
				: `Category “${change.slug}” renamed to “${change.label}”`;
		case 'merge-category':
			return `Category “${change.slug}” merged into “${label(change.into)}”`;
		case 'remove-category':
			return `Category “${change.slug}” removed`;
		case 'rename-tag':
			return `Tag “${change.tag}” renamed to “${change.to}”`;
		case 'remove-tag':
			return `Tag “${change.tag}” removed`;
		case 'rename-author':
			return `“${change.name}” changed to “${change.to}” in bylines`;
	}
}

/** How it is asked whether readers are to lose so many stories. */
export function askWords({ kind }: StoryChange, many: string) {
	return kind === 'trash'
		? {
				title: `Move ${many} to the trash?`,
				note: 'They stay in the trash until it is emptied, and you can undo this.',
				action: `Move ${many} to the trash`,
			}
		: {
				title: `Withdraw ${many}?`,
				note: 'No reason is given for it; say why in each of them. You can undo this.',
				action: `Withdraw ${many}`,
			};
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
