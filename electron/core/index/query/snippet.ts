import type { Snippet } from '#shared/contract/articles.ts';
import { foundWords, type SearchWord, searchWords } from '#shared/text/search-marks.ts';
import type { SearchTerm } from '#shared/text/search-query.ts';
import { termsIn } from './story-words.ts';

const wordsShown = 16;
const wordsBefore = 4;
/** To take a text apart takes long, so that of a long one only a part of about so many letters is. */
const lettersInPart = 600;

/**
 * A few words of the text around what a search found, with that marked: of the first part that has the most of it. Null
 * when nothing of it is in the text.
 */
export function makeSnippet(text: string, terms: readonly SearchTerm[]): Snippet | null {
	const wanted = terms.filter(({ isExcluded }) => !isExcluded);
	let best = { from: 0, to: text.length, found: 0 };
	for (let from = 0; text.length > lettersInPart && from < text.length && best.found < wanted.length; ) {
		const space = text.indexOf(' ', from + lettersInPart);
		const to = space < 0 ? text.length : space;
		const found = termsIn([text.slice(from, to)], wanted).length;
		if (found > best.found) best = { from, to, found };
		from = to;
	}
	// What stands in no part, as words on both sides of its end, is looked for in all of the text.
	return snippetOf(text, best.from, best.to, wanted);
}

function snippetOf(whole: string, from: number, to: number, terms: readonly SearchTerm[]): Snippet | null {
	const text = whole.slice(from, to);
	const words = searchWords(text);
	const marked = foundWords(text, words, terms);
	if (marked.size === 0) return null;
	const first = bestBegin(marked);
	const begin = Math.max(0, Math.min(first - wordsBefore, words.length - wordsShown));
	const end = Math.min(words.length, begin + wordsShown);
	return partsOf(
		text,
		words.slice(begin, end),
		(at) => marked.has(begin + at),
		from + begin > 0,
		to < whole.length || end < words.length,
	);
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
	words: readonly SearchWord[],
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
		const before = words[at - 1]?.to ?? (isCutBefore ? from : 0);
		const between = text.slice(before, from).replace(/\s+/g, ' ');
		add(at === 0 ? between.trimStart() : between, isMarked(at) && at > 0 && isMarked(at - 1));
		add(text.slice(from, to), isMarked(at));
	}
	add(isCutAfter ? '…' : text.slice(words.at(-1)?.to).trimEnd(), false);
	return parts;
}
