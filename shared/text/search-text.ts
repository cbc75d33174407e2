import { unspaced } from './unspaced.ts';

/** Marks that stand over or under a letter without making it another one. Those that are vowels, as in Hindi, stay. */
const accents =
	/(?:[\u0300-\u036f]|[\u0483-\u0487]|[\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7]|[\u0610-\u061a\u064b-\u065f\u0670]|[\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20f0\ufe20-\ufe2f])+/g;

/** Letters that Unicode does not take apart, though readers look for them without what is added. */
const plainLetters: Readonly<Record<string, string>> = {
	ß: 'ss',
	æ: 'ae',
	œ: 'oe',
	ø: 'o',
	ł: 'l',
	đ: 'd',
	ð: 'd',
	þ: 'th',
	ı: 'i',
	ς: 'σ',
};
const specialLetters = /[ßæœøłđðþıς]/g;

const isBeyondAscii = /[\u0080-\uffff]/;
const everyBeyondAscii = /[\u0080-\uffff]+/g;
const noWordOfAscii = /[^a-z0-9\u0080-\uffff]+/g;
const noWordBeyondAscii = /[^\p{L}\p{N}\p{M}\p{ASCII}]+/gu;

/** Where writing without spaces lies, which is quicker to look for: each character is a word of its own there. */
const mayBeUnspaced = /[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u2e80-\u9fff\ud840-\ud88f]/;
const everyUnspaced = new RegExp(unspaced.source, 'gu');
/** Characters of these writings that Unicode takes apart: with the marks of the Japanese syllables, and one of Myanmar. */
const takenApart = /[\u3041-\u30ff][\u3099\u309a]|\u1025\u102e/g;

/** So many runs of characters beyond ASCII are kept folded; most texts have few, each many times. */
const mostFolded = 10_000;
const longestFolded = 40;
const folded = new Map<string, string>();

/**
 * Text as the search compares it: its words without case and accents, with single spaces between them and none at the
 * ends. Only letters, digits and marks are left, so that nothing in it can be taken for the syntax of a query.
 */
export function searchText(text: string): string {
	// Beyond ASCII only words are left.
	return indexText(text).toLowerCase().replace(noWordOfAscii, ' ').trim();
}

/** A name or a tag as it is compared: without case and accents, with everything else that makes it what it is. */
export function foldName(name: string): string {
	return foldLetters(name).replace(/\s+/g, ' ').trim();
}

/**
 * Text with the same words as `searchText`, for an index that takes ASCII apart by itself: quicker, for what stands
 * between words stays where it is ASCII.
 */
export function indexText(text: string): string {
	// Run by run, for nothing beyond ASCII depends on the ASCII around it.
	return isBeyondAscii.test(text) ? text.replace(everyBeyondAscii, foldRun) : text;
}

/** The words of a text as the search compares them. */
export function searchTokens(text: string): string[] {
	const words = searchText(text);
	return words === '' ? [] : words.split(' ');
}

/** Whether a word is a character of a writing without spaces, which begins no longer word. */
export function isUnspaced(word: string): boolean {
	return mayBeUnspaced.test(word) && unspaced.test(word);
}

function foldRun(run: string): string {
	const known = folded.get(run);
	if (known !== undefined) return known;
	const made = spaceOut(foldLetters(run)).replace(noWordBeyondAscii, ' ');
	if (run.length > longestFolded) return made;
	if (folded.size >= mostFolded) folded.clear();
	folded.set(run, made);
	return made;
}

function spaceOut(text: string): string {
	if (!mayBeUnspaced.test(text)) return text;
	return text.replace(takenApart, (letter) => letter.normalize('NFC')).replace(everyUnspaced, ' $& ');
}

function foldLetters(text: string): string {
	if (!isBeyondAscii.test(text)) return text.toLowerCase();
	return (
		text
			.normalize('NFKD')
			.replace(accents, '')
			.toLowerCase()
			// Lower case may bring new accents, as for the Turkish İ.
			.replace(accents, '')
			.replace(specialLetters, (letter) => plainLetters[letter] ?? letter)
	);
}
