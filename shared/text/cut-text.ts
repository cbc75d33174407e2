import { countCharacters } from './character-count.ts';

const segmenter = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

/** A text cut to so many characters, an ellipsis among them, between two words where there are some; a shorter one whole. */
export function cutText(text: string, most: number): string {
	if (countCharacters(text) <= most) return text;
	let kept = '';
	let count = 0;
	// What is seen as one sign is never parted.
	for (const { segment } of segmenter.segment(text)) {
		count += countCharacters(segment);
		if (count > most - 1) break;
		kept += segment;
	}
	const isBetween = /^\s/.test(text.slice(kept.length));
	const whole = isBetween ? kept : kept.replace(/\s+\S*$/, '');
	return `${whole.replace(/[\s,;:–—-]+$/, '')}…`;
}
