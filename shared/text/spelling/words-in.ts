import { isAddressLike } from '../typography/address-like.ts';

/** A word of a text, in UTF-16 units; `to` is behind it. */
export interface FoundWord {
	readonly from: number;
	readonly to: number;
	readonly word: string;
}

/** The letters that a dictionary is written in. */
export type Script = 'Latin' | 'Cyrillic';

const letters = '\\p{L}\\p{M}\\p{N}';
/** Letters and digits, with signs inside that belong to a word; what joins it to a sign of the web comes along. */
const wordPattern = new RegExp(`[${letters}_@#&][${letters}_@#&]*(?:['’.\\-‐‑/][${letters}_@#&]+)*`, 'gu');
const ofScript = {
	Latin: /^[\p{Script=Latin}\p{M}'’\-‐‑]+$/u,
	Cyrillic: /^[\p{Script=Cyrillic}\p{M}'’\-‐‑]+$/u,
};
/** Abbreviations and their plurals: NATO, MPs. They are as many as there are offices. */
const abbreviation = /^\p{Lu}{2,6}s?$/u;

/**
 * The words of a text whose spelling can be looked up: not one letter alone, no addresses, numbers, abbreviations or words in
 * other letters than the dictionary's, and nothing of what is skipped.
 */
export function wordsIn(
	text: string,
	script: Script,
	skip: readonly { readonly from: number; readonly to: number }[] = [],
): FoundWord[] {
	const found: FoundWord[] = [];
	for (const stretch of text.matchAll(/\S+/g)) {
		if (isAddressLike(stretch[0])) continue;
		for (const { 0: word, index } of stretch[0].matchAll(wordPattern)) {
			const from = stretch.index + index;
			const to = from + word.length;
			if (skip.some((one) => one.from < to && from < one.to)) continue;
			for (const part of partsOf(word)) {
				if (part.word.length < 2 || !ofScript[script].test(part.word) || abbreviation.test(part.word)) continue;
				found.push({ from: from + part.at, to: from + part.at + part.word.length, word: part.word });
			}
		}
	}
	return found;
}

/** "and/or" is two words; "example.com" is none. */
function partsOf(word: string): readonly { readonly at: number; readonly word: string }[] {
	const parts: { at: number; word: string }[] = [];
	let at = 0;
	for (const part of word.split('/')) {
		parts.push({ at, word: part });
		at += part.length + 1;
	}
	return parts;
}
