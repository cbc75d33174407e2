import type { SearchTerm } from './search-query.ts';
import { isUnspaced, searchTokens } from './search-text.ts';

/** A word of a text, where it stands, and how the search compares it. */
export interface SearchWord {
	readonly from: number;
	readonly to: number;
	readonly folded: readonly string[];
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
			words.push({ from: match.index, to: match.index + word.length, folded: fold(word) });
			continue;
		}
		let from = match.index;
		for (const letter of word) {
			words.push({ from, to: from + letter.length, folded: fold(letter) });
			from += letter.length;
		}
	}
	return words;
}

/** The places of the words that a search looks for. */
export function foundWords(words: readonly SearchWord[], terms: readonly SearchTerm[]): ReadonlySet<number> {
	const found = new Set<number>();
	for (const term of terms) {
		if (term.isExcluded) continue;
		for (let at = 0; at < words.length; at += 1) {
			const length = matchLength(words, at, term);
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
	const found = foundWords(words, terms);
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
function matchLength(words: readonly SearchWord[], at: number, { words: wanted, isPrefix }: SearchTerm): number {
	let place = 0;
	for (let step = 0; at + step < words.length; step += 1) {
		for (const token of words[at + step]?.folded ?? []) {
			const sought = wanted[place];
			if (sought === undefined) return 0;
			const isLast = place === wanted.length - 1;
			if (!(token === sought || (isLast && isPrefix && token.startsWith(sought)))) return 0;
			place += 1;
		}
		if (place === wanted.length) return step + 1;
	}
	return 0;
}
