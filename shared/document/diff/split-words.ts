import { unspaced } from '../../text/unspaced.ts';

// White space, a word ("don't", "1,000", "well-known"), a stretch of other signs (an emoji stays whole), one ASCII sign.
const token =
	/\s+|[\p{L}\p{N}\p{M}]+(?:['’.,-][\p{L}\p{N}\p{M}]+)*|[^\s\p{L}\p{N}\p{M}\p{ASCII}][^\s\p{L}\p{N}\p{ASCII}]*|[^\s]/gu;

const segmenter = new Intl.Segmenter(undefined, { granularity: 'word' });

/** Parts a text into words, white space and signs; joined, they are the text again. */
export function splitWords(text: string): string[] {
	const words: string[] = text.match(token) ?? [];
	if (!unspaced.test(text)) return words;
	return words.flatMap((word) =>
		unspaced.test(word) ? Array.from(segmenter.segment(word), (segment) => segment.segment) : [word],
	);
}
