import type { Article, CorrectionKind } from '../../model/article.ts';
import { newestFirst } from './correction-words.ts';

/** What readers were told of a change of a story. */
export interface TellingNote {
	readonly kind: 'update' | CorrectionKind;
	/** The moment, or the day where no more is known. */
	readonly date: string;
	/** Empty for an update, of which they are told that it was. */
	readonly text: string;
	/** The passage that it is about; null for the whole story. */
	readonly block: string | null;
}

/** What readers were told of the changes of a story, newest first; of updates they see the last alone. */
export function notesOf({ corrections, dates }: Pick<Article, 'corrections' | 'dates'>): TellingNote[] {
	const update = dates.updateShown;
	return newestFirst([
		...corrections.map(({ kind, date, text, block }) => ({ kind, date, text, block })),
		...(update === null ? [] : [{ kind: 'update' as const, date: update, text: '', block: null }]),
	]);
}
