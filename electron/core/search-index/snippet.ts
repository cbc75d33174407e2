import type { Snippet } from '#shared/contract/articles.ts';
import type { SearchTerm } from '#shared/document/search-query.ts';
import { isUnspaced, searchTokens } from '#shared/document/search-text.ts';

/** A word of a text, where it stands, and how the search compares it. */
interface Word {
	readonly from: number;
	readonly to: number;
	readonly folded: readonly string[];
}

const wordsShown = 16;
const wordsBefore = 4;
const everyWord = /[\p{L}\p{N}\p{M}]+/gu;

/** A few words of the text around the first that a search found, with those found marked; null when none is in it. */
export function makeSnippet(text: string, terms: readonly SearchTerm[]): Snippet | null {
	const words = wordsOf(text);
	const wanted = terms.filter(({ isExcluded }) => !isExcluded);
	const marked = new Set<number>();
	for (const term of wanted) {
		for (let at = 0; at < words.length; at += 1) {
			const length = matchLength(words, at, term);
			for (let step = 0; step < length; step += 1) marked.add(at + step);
		}
	}
	if (marked.size === 0) return null;
	const first = bestBegin(marked);
	const begin = Math.max(0, Math.min(first - wordsBefore, words.length - wordsShown));
	const end = Math.min(words.length, begin + wordsShown);
	return partsOf(text, words.slice(begin, end), (at) => marked.has(begin + at), begin > 0, end < words.length);
}

function wordsOf(text: string): Word[] {
	const words: Word[] = [];
	for (const match of text.matchAll(everyWord)) {
		const [word] = match;
		if (!isUnspaced(word)) {
			words.push({ from: match.index, to: match.index + word.length, folded: searchTokens(word) });
			continue;
		}
		let from = match.index;
		for (const letter of word) {
			words.push({ from, to: from + letter.length, folded: searchTokens(letter) });
			from += letter.length;
		}
	}
	return words;
}

/** How many words from here are this term; 0 when they are not. */
function matchLength(words: readonly Word[], at: number, { words: wanted, isPrefix }: SearchTerm): number {
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

/** The word from which most marked words stand close together. */
function bestBegin(marked: ReadonlySet<number>): number {
	const places = [...marked].sort((a, b) => a - b);
	let [best, most] = [places[0] ?? 0, 0];
	let end = 0;
	for (const [index, place] of places.entries()) {
		while (end < places.length && (places[end] ?? 0) - place <= wordsShown - wordsBefore) end += 1;
		if (end - index <= most) continue;
		[best, most] = [place, end - index];
	}
	return best;
}

function partsOf(
	text: string,
	words: readonly Word[],
	isMarked: (at: number) => boolean,
	isCutBefore: boolean,
	isCutAfter: boolean,
): Snippet {
	const parts: { text: string; isMatch: boolean }[] = [];
	const add = (piece: string, isMatch: boolean) => {
		const last = parts.at(-1);
		if (last !== undefined && last.isMatch === isMatch) last.text += piece;
		else if (piece !== '') parts.push({ text: piece, isMatch });
	};
	if (isCutBefore) add('…', false);
	for (const [at, { from, to }] of words.entries()) {
		const before = words[at - 1];
		const between = before === undefined ? '' : text.slice(before.to, from).replace(/\s+/g, ' ');
		add(between, isMarked(at) && at > 0 && isMarked(at - 1));
		add(text.slice(from, to), isMarked(at));
	}
	if (isCutAfter) add('…', false);
	return parts;
}
