/** Scripts that put no spaces between words, so that only a dictionary can count them. */
const unspaced =
	/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;
const spacedWord = /[^\s—–…/]*[\p{L}\p{N}][^\s—–…/]*/gu;

const segmenter = new Intl.Segmenter(undefined, { granularity: 'word' });

/** How many words a text has, in any script: "well-known" is one, 東京都 is two. */
export function countWords(text: string): number {
	if (!unspaced.test(text)) return countMatches(text);
	let words = 0;
	for (const stretch of text.split(/\s+/)) {
		if (!unspaced.test(stretch)) words += countMatches(stretch);
		else for (const segment of segmenter.segment(stretch)) if (segment.isWordLike) words += 1;
	}
	return words;
}

function countMatches(text: string): number {
	return text.match(spacedWord)?.length ?? 0;
}
