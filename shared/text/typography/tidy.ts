import { editText, type TextEdit } from '../text-edit.ts';
import { isAddressLike } from './address-like.ts';
import { apostrophe, opensAfter, type Quotes, type Typography, typographyOf } from './language-table.ts';

/**
 * What gives a text the signs of its language: quotation marks, apostrophes, dashes, dots, and the spaces beside them; in order
 * and apart. Words, addresses and what is typeset already stay as they are.
 */
export function tidyTypography(text: string, language: string): TextEdit[] {
	const typography = typographyOf(language);
	const kept = addressesIn(text);
	const isFree = ({ from, to }: TextEdit) => !kept.some((address) => from < address.to && to > address.from);
	const edits: TextEdit[] = [];
	const all = [...quoteEdits(text, typography), ...spaceEdits(text, typography), ...signEdits(text, typography)];
	for (const edit of all.filter(isFree).sort((a, b) => a.from - b.from || b.to - a.to)) {
		// Two that meet are about the same signs; the one that begins first takes in more.
		if (edit.from < (edits.at(-1)?.to ?? 0) || edit.from === edits.at(-1)?.from) continue;
		if (text.slice(edit.from, edit.to) !== edit.by) edits.push(edit);
	}
	return edits;
}

/** A text in the signs of its language. */
export function tidied(text: string, language: string): string {
	return editText(text, tidyTypography(text, language));
}

interface Stretch {
	readonly from: number;
	readonly to: number;
}

function addressesIn(text: string): Stretch[] {
	return [...text.matchAll(/[^\s"“”„«»'‘’‚‹›]+/gu)].flatMap(({ 0: word, index }) =>
		isAddressLike(word) ? [{ from: index, to: index + word.length }] : [],
	);
}

const isQuote = /["“”„«»']/;
const closesBefore = /^(?:$|[\s.,;:!?…)\]}"'»”“’‘›\-–—/])/;
/** Spaces that typography sets; and any. */
const setSpace = '[\\u00a0\\u202f\\u2009]*';
const anySpace = '[ \\u00a0\\u202f\\u2009]*';

function quoteEdits(text: string, { outer, inner, within }: Typography): TextEdit[] {
	const edits: TextEdit[] = [];
	/** What is open, the innermost last. */
	const open: Quotes[] = [];
	/** Where the last one that was opened has its mark. */
	let opened = -1;
	for (let at = 0; at < text.length; at += 1) {
		const mark = text.charAt(at);
		if (!isQuote.test(mark)) continue;
		const before = text.slice(Math.max(0, at - 3), at);
		const after = text.slice(at + 1, at + 3);
		const mayOpen = (opened === at - 1 || opensAfter.test(before)) && after.trim() !== '';
		const mayClose = closesBefore.test(after);
		if (mark === "'") {
			const isWithinWord = /[\p{L}\p{N}]$/u.test(before);
			const isYears = mayOpen && /^\d\d(?!\d)/.test(text.slice(at + 1, at + 4));
			if (isYears || (isWithinWord && open.at(-1) !== inner)) edits.push({ from: at, to: at + 1, by: apostrophe });
			else if (isWithinWord && !mayClose) edits.push({ from: at, to: at + 1, by: apostrophe });
			else if (open.at(-1) === inner && !(mayOpen && !mayClose)) {
				open.pop();
				edits.push({ from: at, to: at + 1, by: inner.close });
			} else if (mayOpen) {
				open.push(inner);
				opened = at;
				edits.push({ from: at, to: at + 1, by: inner.open });
			}
			continue;
		}
		if (mark === '"' && open.length === 0 && /\d$/.test(before)) {
			edits.push({ from: at, to: at + 1, by: '″' });
			continue;
		}
		const isClosing = open.length > 0 && opened !== at - 1 && (mayClose || !mayOpen);
		if (!isClosing && !mayOpen) continue;
		if (isClosing) {
			const quotes = open.pop() ?? outer;
			const space = quotes === outer ? within : '';
			const spaces = new RegExp(`${space === '' ? setSpace : anySpace}$`).exec(text.slice(0, at))?.[0] ?? '';
			edits.push({ from: at - spaces.length, to: at + 1, by: space + quotes.close });
		} else {
			const quotes = open.at(-1) === outer ? inner : outer;
			open.push(quotes);
			opened = at;
			const space = quotes === outer ? within : '';
			const spaces = new RegExp(`^${space === '' ? setSpace : anySpace}`).exec(text.slice(at + 1))?.[0] ?? '';
			edits.push({ from: at, to: at + 1 + spaces.length, by: quotes.open + space });
		}
	}
	return edits;
}

function spaceEdits(text: string, { beforeSigns }: Typography): TextEdit[] {
	const edits = matches(text, / {2,}/g, () => ' ');
	if (beforeSigns === null) return edits;
	const { high, colon } = beforeSigns;
	return [
		...edits,
		...matches(text, /[ \u00a0\u202f\u2009]+(?=[;!?])|(?<=[\p{L}\p{N}»”’)\]%])(?=[;!?])/gu, () => high),
		// Only where there is a space already: hours and addresses have none.
		...matches(text, /[ \u00a0\u202f\u2009]+(?=:(?:[\s"”»)]|$))/gu, () => colon),
	];
}

function signEdits(text: string, { dash }: Typography): TextEdit[] {
	return [
		...matches(text, /(?<!\.)\.{3}(?!\.)/g, () => '…'),
		...matches(text, /(?<!-)-{2,3}(?!-)/g, ({ length }) => (length === 3 ? '—' : dash)),
		...matches(text, /(?<=\S )-(?= \S)/g, () => dash),
	];
}

function matches(text: string, pattern: RegExp, by: (found: string) => string): TextEdit[] {
	return [...text.matchAll(pattern)].map(({ 0: found, index }) => ({
		from: index,
		to: index + found.length,
		by: by(found),
	}));
}
