import type { RecoveryAdvice } from '#shared/contract/journal.ts';
import { isSameValue } from '#shared/document/diff/same-value.ts';
import { isSavedFrom } from '#shared/document/is-saved-from.ts';
import { mergeArticles } from '#shared/document/merge/merge-articles.ts';
import type { Article, Revision } from '#shared/model/article.ts';
import type { JournalEntry } from './journal-entry.ts';

/** What is to become of a note; `held` when the file holds all of it, so that nobody is asked about it. */
export type Advice = RecoveryAdvice | { readonly kind: 'held' };

/**
 * Decides what becomes of unsaved work. First it asks whether the file is what the words were made from, by its revision
 * or as a save of the same session; then what is new in the words is looked for in the file. Only words that were typed
 * later than the file was saved may stand in its place.
 */
export function adviseRecovery(
	{ mine, base, basedOn, sent, at }: Pick<JournalEntry, 'mine' | 'base' | 'basedOn' | 'sent' | 'at'>,
	file: { readonly article: Article; readonly revision: Revision } | null,
): Advice {
	if (file === null) return { kind: 'choose', why: 'no-file', isOlder: false };
	const theirs = file.article;
	if (isSameStory(theirs, mine)) return { kind: 'held' };
	if (file.revision === basedOn) return { kind: 'restore', article: mine };
	const isOwnSave = sent !== null && isSavedFrom(theirs, sent);
	const madeFrom = isOwnSave ? sent : base;
	const isOlder = Date.parse(at) <= Date.parse(theirs.dates.updated);
	if (madeFrom === null) return { kind: 'choose', why: 'no-base', isOlder };
	const { merged, collisions } = mergeArticles(madeFrom, mine, theirs);
	if (collisions.length > 0) return { kind: 'choose', why: 'same-words', isOlder };
	if (isSameStory(theirs, merged)) return { kind: 'held' };
	return isOwnSave ? { kind: 'restore', article: merged } : { kind: 'merge', merged };
}

/** Whether two states of a story say the same; when they were saved does not matter. */
function isSameStory(a: Article, b: Article): boolean {
	return isSameValue(a, { ...b, dates: { ...b.dates, updated: a.dates.updated } });
}
