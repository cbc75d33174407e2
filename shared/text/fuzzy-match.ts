import { foldName } from './search-text.ts';

/** How well a name fits what was typed, and the name with the letters that were typed marked. */
export interface FuzzyMatch {
	/** Higher is better. */
	readonly score: number;
	readonly parts: readonly { readonly text: string; readonly isMatch: boolean }[];
}

/** A letter as it is compared, and where it stands in the name. */
interface Letter {
	readonly folded: string;
	readonly from: number;
	readonly to: number;
	readonly beginsWord: boolean;
}

/** So many letters of a word may be left out in a row. */
const mostLeftOut = 2;

/**
 * Whether a name fits what was typed, without regard to case and accents; null when it does not. Each word that was typed
 * has to be in the name, or in `otherWords`, which are not marked: as the beginning of a word (best), inside of one, or
 * with letters left out, `hp` or `hdpt` for "Head point".
 */
export function fuzzyMatch(name: string, typed: string, otherWords: readonly string[] = []): FuzzyMatch | null {
	const letters = lettersOf(name);
	const words = foldName(typed)
		.split(' ')
		.filter((word) => word !== '');
	const marked = new Set<number>();
	let score = 0;
	for (const word of words) {
		const found = placeOf(word, letters);
		const other = otherWords.some((text) => ` ${foldName(text)}`.includes(` ${word}`)) ? 2 : 0;
		if (found === null && other === 0) return null;
		score += Math.max(found?.score ?? 0, other);
		for (const place of found?.places ?? []) marked.add(place);
	}
	return {
		score: words.length === 0 ? 0 : score / words.length - name.length / 1000,
		parts: parts(name, letters, marked),
	};
}

function lettersOf(name: string): Letter[] {
	const letters: Letter[] = [];
	let from = 0;
	let inWord = false;
	for (const character of name) {
		const to = from + character.length;
		const isWord = /[\p{L}\p{N}\p{M}]/u.test(character);
		const folded = isWord ? foldName(character) : foldName(character) || ' ';
		const last = letters.at(-1);
		// An accent of its own belongs to its letter.
		if (folded === '' && last !== undefined) letters[letters.length - 1] = { ...last, to };
		// By code units, as texts are counted.
		for (const [place, letter] of (folded === '' && last === undefined ? ' ' : folded).split('').entries())
			letters.push({ folded: letter, from, to, beginsWord: isWord && !inWord && place === 0 });
		inWord = isWord;
		from = to;
	}
	return letters;
}

interface Found {
	readonly score: number;
	readonly places: readonly number[];
}

/** The best place of a word among the letters. */
function placeOf(word: string, letters: readonly Letter[]): Found | null {
	const text = letters.map(({ folded }) => folded).join('');
	let inside: Found | null = null;
	for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
		const places = Array.from({ length: word.length }, (_, step) => at + step);
		if (letters[at]?.beginsWord === true) return { score: at === 0 ? 4 : 3, places };
		inside ??= { score: 1.5, places };
	}
	// One letter inside of a word says nothing.
	if (word.length < 2) return null;
	return inside ?? strewn(word, letters);
}

/** A word with letters left out: each next one follows soon, or begins another word; of only two, both begin words. */
function strewn(word: string, letters: readonly Letter[]): Found | null {
	const leftOut = word.length > 2 ? mostLeftOut : -1;
	const refused = new Set<string>();
	const go = (typed: number, at: number): readonly number[] | null => {
		if (typed === word.length) return [];
		const key = `${typed} ${at}`;
		if (refused.has(key)) return null;
		for (let next = at; next < letters.length; next += 1) {
			const letter = letters[next];
			if (letter === undefined || letter.folded !== word[typed]) continue;
			if (!letter.beginsWord && (typed === 0 || next - at > leftOut || leavesWord(letters, at, next))) continue;
			const rest = go(typed + 1, next + 1);
			if (rest !== null) return [next, ...rest];
		}
		refused.add(key);
		return null;
	};
	const places = go(0, 0);
	return places === null ? null : { score: 1, places };
}

function leavesWord(letters: readonly Letter[], from: number, to: number): boolean {
	return letters.slice(from, to).some(({ folded, beginsWord }) => folded === ' ' || beginsWord);
}

function parts(name: string, letters: readonly Letter[], marked: ReadonlySet<number>): FuzzyMatch['parts'] {
	const made: { text: string; isMatch: boolean }[] = [];
	let done = 0;
	for (const [place, { to }] of letters.entries()) {
		if (to <= done) continue;
		const isMatch = marked.has(place);
		const last = made.at(-1);
		const text = name.slice(done, to);
		if (last?.isMatch === isMatch) last.text += text;
		else made.push({ text, isMatch });
		done = to;
	}
	return made;
}
