import { numberOfWord } from './number-words.ts';

/** A number of a text. */
export interface NumberInText {
	readonly value: number;
	/** Without what is said to multiply it: 5 of "5 million". */
	readonly digits: number;
	/** What it counts: the word behind it, small and without a plural's s; empty where there is none. */
	readonly of: string;
	/** It with that word, as they are written. */
	readonly phrase: string;
}

const group = /[.,’' \u00a0\u202f](?=\d{3}(?!\d))/g;
const times: Readonly<Record<string, number>> = {
	k: 1e3,
	m: 1e6,
	mn: 1e6,
	mio: 1e6,
	bn: 1e9,
	b: 1e9,
	tn: 1e12,
	mrd: 1e9,
};

/** Digits with their groups and fraction, or a word; then, behind digits, the letters that stand at them. */
const token = /(\d+(?:[.,’'\u00a0\u202f]\d{3}(?!\d))*(?:[.,]\d+)?)([\p{L}\p{M}]*)|([\p{L}\p{M}]+(?:-[\p{L}\p{M}]+)*)/gu;
/** "H5", "COVID-19", "10:30", "2-1" and "24/7" are names, times and scores. */
const beside = /[\p{L}\p{M}\p{N}][-–:/]?$|[:/–-]$/u;
const behind = /^[-–:/][\p{L}\p{N}]|^%?[-–]\d/u;
const ordinal = /^(?:st|nd|rd|th|e|er|ère|ème|º|ª)$/;

/** The numbers of a text, in digits or written out; years and what is part of a name are left out. */
export function numbersIn(text: string, language: string): NumberInText[] {
	const found: NumberInText[] = [];
	const matches = [...text.matchAll(token)];
	for (const [order, match] of matches.entries()) {
		const [whole, digits, letters = '', word] = match;
		const end = match.index + whole.length;
		const next = matches[order + 1];
		// "5 million", and "forty thousand".
		const isBeside = next?.[3] !== undefined && /^[\s\u00a0\u202f-]$/.test(text.slice(end, next.index));
		const nextValue = isBeside
			? (numberOfWord(next[3] ?? '', language) ?? times[(next[3] ?? '').toLowerCase()] ?? 0)
			: 0;
		const multiplier = nextValue >= 100 ? nextValue : 1;
		const behindNumber = multiplier > 1 && next !== undefined ? next.index + next[0].length : end;
		const [phrase, of] = counted(text, match.index, behindNumber);
		if (digits !== undefined) {
			if (beside.test(text.slice(Math.max(0, match.index - 2), match.index)) || behind.test(text.slice(end))) continue;
			const own = times[letters.toLowerCase()];
			if (letters !== '' && own === undefined && !ordinal.test(letters)) continue;
			const value = Number(digits.replace(group, '').replace(',', '.'));
			if (letters === '' && /^(?:19|20)\d\d$/.test(digits)) continue;
			found.push({ value: value * (own ?? multiplier), digits: value, of, phrase });
		} else {
			const value = numberOfWord(word ?? '', language);
			if (value !== null) found.push({ value: value * multiplier, digits: value, of, phrase });
		}
	}
	return found;
}

/** A number with the word behind it, and that word. */
function counted(text: string, from: number, to: number): [phrase: string, of: string] {
	const [behindIt = '', word = ''] = /^[\s\u00a0\u202f-]*(%|[\p{L}\p{M}]+)?/u.exec(text.slice(to, to + 40)) ?? [];
	return [`${text.slice(from, to)}${word === '' ? '' : behindIt}`, word.toLowerCase().replace(/s$/, '')];
}

/** Whether one of these numbers says another one, perhaps more exactly: "more than 5,000" is said by 5,213. */
export function isSaid(number: NumberInText, among: readonly NumberInText[]): boolean {
	const { value, digits } = number;
	const isRound = value >= 20 && value % 10 === 0;
	return among.some(
		(other) =>
			other.value === value ||
			other.digits === digits ||
			(isRound && Math.abs(other.value - value) <= value * 0.1) ||
			// "1.2 million" for 1,234,567.
			(value >= 1000 && Math.abs(other.value - value) <= value * 0.05),
	);
}
