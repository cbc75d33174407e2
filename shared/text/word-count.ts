import { unspaced } from './unspaced.ts';

const letterOrDigit = /[\p{L}\p{N}]/u;
const between = /[\s—–…/]/;

const segmenter = new Intl.Segmenter(undefined, { granularity: 'word' });

/** As bits: a letter begins or goes on with a word, and all but what stands between words leaves it as it is. */
const isLetter = 0b01;
const isNotBetween = 0b10;
const isUnspaced = 0b100;
const isUnknown = 0b1000;
/** What each character is to the count. It is several times as fast as to match words. */
const kinds = new Uint8Array(0x10000).fill(isUnknown);

/** How many words a text has, in any script: "well-known" is one, 東京都 is two. */
export function countWords(text: string): number {
	let words = 0;
	/** 1 inside of a word, after its first letter. */
	let inside = 0;
	for (let at = 0; at < text.length; at += 1) {
		let kind = kinds[text.charCodeAt(at)] ?? isUnknown;
		if (kind >= isUnspaced) {
			if (kind === isUnknown) kind = kindAt(text, at);
			if (kind === isUnspaced) return countSegments(text);
		}
		// Without branches, as each word would be two that no processor foresees.
		words += kind & ~inside & isLetter;
		inside = (inside & (kind >> 1)) | (kind & isLetter);
	}
	return words;
}

function kindAt(text: string, at: number): number {
	const character = String.fromCodePoint(text.codePointAt(at) ?? 0);
	const kind = kindOf(character);
	// A pair is told by both its halves, and nothing by the second alone.
	if (character.length === 1) kinds[text.charCodeAt(at)] = kind;
	return kind;
}

function kindOf(character: string): number {
	if (unspaced.test(character)) return isUnspaced;
	if (between.test(character)) return 0;
	return letterOrDigit.test(character) ? isLetter | isNotBetween : isNotBetween;
}

function countSegments(text: string): number {
	let words = 0;
	for (const stretch of text.split(/\s+/)) {
		if (!unspaced.test(stretch)) words += countWords(stretch);
		else for (const segment of segmenter.segment(stretch)) if (segment.isWordLike) words += 1;
	}
	return words;
}
