import type { SearchTerm } from './search-query.ts';
import { isUnspaced, searchTokens } from './search-text.ts';

/** Where a word of a text stands. */
export interface SearchWord {
	readonly from: number;
	readonly to: number;
}

const everyWord = /[\p{L}\p{N}\p{M}]+/gu;

/** So many words are kept folded, for most texts have the same few thousand. */
const mostFolded = 20_000;
/** The engine takes a longer word out of a text without copying it, so that to keep the word would keep the text. */
const longestFolded = 12;
const kept = new Map<string, readonly string[]>();

function fold(word: string): readonly string[] {
	const known = kept.get(word);
	if (known !== undefined) return known;
	const folded = searchTokens(word);
	if (word.length > longestFolded) return folded;
	if (kept.size >= mostFolded) kept.clear();
	kept.set(word, folded);
	return folded;
}

/** The words of a text as the search sees them. */
export function searchWords(text: string): SearchWord[] {
	const words: SearchWord[] = [];
	for (const match of text.matchAll(everyWord)) {
		const [word] = match;
		if (!isUnspaced(word)) {
			words.push({ from: match.index, to: match.index + word.length });
			continue;
		}
		let from = match.index;
		for (const letter of word) {
			words.push({ from, to: from + letter.length });
			from += letter.length;
		}
	}
	return words;
}

/** Which of the words of a text a search looks for, by their numbers. */
export function foundWords(
	text: string,
	words: readonly SearchWord[],
	terms: readonly SearchTerm[],
): ReadonlySet<number> {
	const found = new Set<number>();
	const wanted = terms.filter(({ isExcluded }) => !isExcluded);
	const beginnings = new Set(wanted.map((term) => term.words[0]?.charCodeAt(0)));
	const foldedAt = (at: number) => {
		const word = words[at];
		return word === undefined ? null : fold(text.slice(word.from, word.to));
	};
	for (const [at, { from }] of words.entries()) {
		const letter = text.charCodeAt(from);
		// A letter or digit of ASCII stays what it is but for its case, so that most words need not be folded.
		if (letter < 0x80 && !beginnings.has(letter | 0x20)) continue;
		for (const term of wanted) {
			const length = matchLength(foldedAt, at, term);
			for (let step = 0; step < length; step += 1) found.add(at + step);
		}
	}
	return found;
}

/** A text in parts, with the words that a search found marked; what stands between two of them is marked too. */
export function markText(
	text: string,
	terms: readonly SearchTerm[],
): readonly { readonly text: string; readonly isMatch: boolean }[] {
	const words = searchWords(text);
	const found = foundWords(text, words, terms);
	const parts: { text: string; isMatch: boolean }[] = [];
	let done = 0;
	const add = (to: number, isMatch: boolean) => {
		if (to <= done) return;
		const last = parts.at(-1);
		if (last?.isMatch === isMatch) last.text += text.slice(done, to);
		else parts.push({ text: text.slice(done, to), isMatch });
		done = to;
	};
	for (const [at, { from, to }] of words.entries()) {
		if (!found.has(at)) continue;
		add(from, found.has(at - 1));
		add(to, true);
	}
	add(text.length, false);
	return parts;
}

/** How many words from here are this term; 0 when they are not. */
function matchLength(
	foldedAt: (at: number) => readonly string[] | null,
	at: number,
	{ words: wanted, isPrefix }: SearchTerm,
): number {
	let place = 0;
	for (let step = 0; ; step += 1) {
		const folded = foldedAt(at + step);
		if (folded === null) return 0;
		for (const token of folded) {
			const sought = wanted[place];
			if (sought === undefined) return 0;
			const isLast = place === wanted.length - 1;
			if (!(token === sought || (isLast && isPrefix && token.startsWith(sought)))) return 0;
			place += 1;
		}
		if (place === wanted.length) return step + 1;
	}
}
