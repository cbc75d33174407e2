import type { Article, CorrectionKind } from '../../model/article.ts';
import { shorten } from '../excerpt.ts';
import { type ChangedWords, changedWords } from './changed-texts.ts';
import { english, type NoteSentences, noteSentences } from './note-sentences.ts';

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
 * Drafts what readers are told of a change, in the story's language: "An earlier version said eleven; it is twelve." What is
 * told in several places, such as a key point and a paragraph, is told once.
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
	const sentences = noteSentences(after.language);
	return {
		text: shown.map((change, at) => sentence(change, sentences, kind, at === 0)).join(' '),
		block: blocks.size === 1 ? (only ?? null) : null,
	};
}

function sentence({ before, after }: ChangedWords, sentences: NoteSentences, kind: CorrectionKind, isFirst: boolean) {
	const { quoted, takenOut, leftOut, clarified, corrected } = sentences;
	const [was, is] = [quoted(short(before)), quoted(short(after))];
	if (after === '') return takenOut(was, isFirst);
	if (before === '') return leftOut(is, isFirst);
	if (kind === 'clarification') return clarified(was, is, isFirst);
	// Only English leaves its words as they are wherever they stand.
	return sentences === english && isOneWord(before) && isOneWord(after)
		? `${isFirst ? 'An earlier version' : 'It'} said ${before}; it is ${after}.`
		: corrected(was, is, isFirst);
}

function isOneWord(text: string): boolean {
	return /^[\p{L}\p{N}\p{M}.,’'-]+$/u.test(text);
}

function short(text: string): string {
	// A full stop inside would end the sentence of the note.
	return shorten(text, longestQuote).replace(/[.,;:]+$/, '');
}
