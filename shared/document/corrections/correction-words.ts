import type { Correction, CorrectionKind, CorrectionPriority } from '../../model/article.ts';
import { dayIn } from '../../text/format-date.ts';

/** What each kind of note is called, by readers and in the desk. */
export const correctionLabels: Readonly<Record<CorrectionKind, string>> = {
	correction: 'Correction',
	clarification: 'Clarification',
};

/** Where readers meet a note, in words. */
export const priorityLabels: Readonly<Record<CorrectionPriority, string>> = {
	normal: 'Below the text',
	high: 'Above the text',
};

/** Whether the date of a note is a moment; else it is a day. */
export function isMoment(date: Correction['date']): boolean {
	return date.includes('T');
}

/** The day that a note carries for readers, `YYYY-MM-DD` on the newsroom's calendar. */
export function correctionDay({ date }: Pick<Correction, 'date'>, { timeZone }: { readonly timeZone: string }): string {
	return isMoment(date) ? dayIn(new Date(date), timeZone) : date;
}

/** Puts notes in the order in which readers see them: newest first; a note of a day stands behind those of its moments. */
export function newestFirst<Note extends Pick<Correction, 'date'>>(notes: readonly Note[]): Note[] {
	return [...notes].sort((a, b) => Date.parse(b.date) - Date.parse(a.date));
}
