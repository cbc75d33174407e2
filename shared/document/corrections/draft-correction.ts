import type { Article, CorrectionKind } from '../../model/article.ts';
import { shorten } from '../excerpt.ts';
import { type ChangedWords, changedWords } from './changed-texts.ts';

/** A note as Galley drafts it; the editor has the last word. */
export interface DraftedNote {
	/** Empty where the difference gives no sentence. */
	readonly text: string;
	/** The passage that it is about; null where it is about several, or none of the body. */
	readonly block: string | null;
}

/** A longer note tells readers less than one that names what matters. */
const mostChanges = 3;
/** So much of the story's words is repeated in one place. */
const longestQuote = 90;

/**
 * Drafts what readers are told of a change, in English: "An earlier version said eleven; it is twelve." What is told in
 * several places, such as a key point and a paragraph, is told once.
 */
export function draftCorrection(before: Article, after: Article, kind: CorrectionKind): DraftedNote {
	const told = new Map<string, ChangedWords>();
	for (const change of changedWords(before, after)) {
		if (!/[\p{L}\p{N}]/u.test(change.before + change.after)) continue; // a comma is nothing to tell readers
		const key = `${change.before.toLowerCase()}\n${change.after.toLowerCase()}`;
		if (!told.has(key)) told.set(key, change);
	}
	const all = [...told.values()];
	const replaced = all.filter((change) => change.before !== '' && change.after !== '');
	const shown = (replaced.length > 0 ? replaced : all).slice(0, mostChanges);
	const blocks = new Set(shown.map(({ block }) => block));
	const [only] = blocks;
	return {
		text: shown.map((change, at) => sentence(change, at === 0 ? 'An earlier version' : 'It', kind)).join(' '),
		block: blocks.size === 1 ? (only ?? null) : null,
	};
}

function sentence({ before, after }: ChangedWords, who: string, kind: CorrectionKind): string {
	if (after === '') return `${who} said ${quoted(before)}; that has been taken out.`;
	if (before === '') return `${who} left out ${quoted(after)}.`;
	if (kind === 'clarification') return `${who} said ${quoted(before)}; it now says ${quoted(after)}.`;
	return isOneWord(before) && isOneWord(after)
		? `${who} said ${before}; it is ${after}.`
		: `${who} said ${quoted(before)}; it should have said ${quoted(after)}.`;
}

function isOneWord(text: string): boolean {
	return /^[\p{L}\p{N}\p{M}.,’'-]+$/u.test(text);
}

function quoted(text: string): string {
	// A full stop inside would end the sentence of the note.
	return `“${shorten(text, longestQuote).replace(/[.,;:]+$/, '')}”`;
}
