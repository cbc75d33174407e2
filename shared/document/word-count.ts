/** Scripts that put no spaces between words, so that only a dictionary can count them. */
const unspaced =
	/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;
const letterOrDigit = /[\p{L}\p{N}]/u;
const between = /[\s—–…/]/;

const segmenter = new Intl.Segmenter(undefined, { granularity: 'word' });

const isBetween = 1;
const isLetter = 2;
const isUnspaced = 3;
const isOther = 4;
/** What each character is to the count; 0 until it was looked at. It is several times as fast as to match words. */
const kinds = new Uint8Array(0x10000);

/** How many words a text has, in any script: "well-known" is one, 東京都 is two. */
export function countWords(text: string): number {
	let words = 0;
	let isInWord = false;
	for (let at = 0; at < text.length; at += 1) {
		const kind = kinds[text.charCodeAt(at)] || kindAt(text, at);
		if (kind === isUnspaced) return countSegments(text);
		if (kind === isBetween) isInWord = false;
		else if (kind === isLetter && !isInWord) {
			isInWord = true;
			words += 1;
		}
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
	if (between.test(character)) return isBetween;
	return letterOrDigit.test(character) ? isLetter : isOther;
}

function countSegments(text: string): number {
	let words = 0;
	for (const stretch of text.split(/\s+/)) {
		if (!unspaced.test(stretch)) words += countWords(stretch);
		else for (const segment of segmenter.segment(stretch)) if (segment.isWordLike) words += 1;
	}
	return words;
}
