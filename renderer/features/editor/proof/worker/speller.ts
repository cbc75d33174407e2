import { createHunspellFromStrings } from 'hunspell-wasm';
import type { Script } from '#shared/text/spelling/words-in.ts';

/** Looks words up in one dictionary, and in the newsroom's own list. */
export interface Speller {
	readonly script: Script;
	isRight(word: string): boolean;
	/** What was likely meant, the likeliest first. */
	suggest(word: string): readonly string[];
	/** Gives its memory back; nothing is asked of it afterwards. */
	end(): void;
}

/** So many are offered. */
const mostSuggestions = 6;

/** Reads a dictionary, which takes up to a second; `words` are right too. */
export async function createSpeller(
	language: string,
	affixes: string,
	dictionary: string,
	words: readonly string[],
): Promise<Speller> {
	const hunspell = await createHunspellFromStrings(affixes, dictionary);
	for (const word of words) hunspell.addWord(word);
	const known = new Map<string, boolean>();
	const isEnglish = language === 'en' || language.startsWith('en-');
	const look = (word: string): boolean => {
		if (hunspell.testSpelling(word)) return true;
		if (!isEnglish) return false;
		// A name of the newsroom's list has no other forms; and cafés are written with and without their accent.
		const bare = word.replace(/'s?$/, '').normalize('NFD').replace(/\p{M}/gu, '');
		return bare !== word && bare !== '' && hunspell.testSpelling(bare);
	};
	return {
		script: language === 'ru' ? 'Cyrillic' : 'Latin',
		isRight(untidy) {
			const word = tidy(untidy);
			let isRight = known.get(word);
			if (isRight === undefined) {
				isRight = look(word);
				known.set(word, isRight);
			}
			return isRight;
		},
		suggest(untidy) {
			const word = tidy(untidy);
			const found = hunspell.getSpellingSuggestions(word);
			// "don't" for "dont" comes before "font", and "the" for "teh" before "tech".
			const alike = found.filter((one) => !one.includes(' ') && lettersOf(one) === lettersOf(word));
			const swapped = found.filter((one) => !one.includes(' ') && one[0] === word[0] && sorted(one) === sorted(word));
			const ordered = [...new Set([...alike, ...swapped, ...found])].slice(0, mostSuggestions);
			return untidy.includes('’') || !untidy.includes("'") ? ordered.map((one) => one.replaceAll("'", '’')) : ordered;
		},
		end: () => hunspell.dispose(),
	};
}

/** As dictionaries write words. */
function tidy(word: string): string {
	return word.normalize('NFC').replaceAll('’', "'").replaceAll('‐', '-').replaceAll('‑', '-');
}

function lettersOf(word: string): string {
	return word.replace(/[^\p{L}]/gu, '').toLowerCase();
}

function sorted(word: string): string {
	return [...lettersOf(word)].sort().join('');
}
