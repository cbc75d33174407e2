import { type MarkName, parseInlineHtml, type TextRun } from '../../model/inline-html.ts';
import { splitWords } from './split-words.ts';

/** A word, a space or a sign of a text, with the marks of its letters: one run when all are marked alike. */
export interface WordToken {
	readonly text: string;
	readonly runs: readonly TextRun[];
}

/** What marks a letter: its marks, and the address where one of them is a link. */
export interface Marking {
	readonly marks: readonly MarkName[];
	readonly href?: string | undefined;
}

/** Parts runs into words; a word that is marked in part stays one word. */
function wordTokens(runs: readonly TextRun[]): WordToken[] {
	const only = runs[0];
	if (only === undefined) return [];
	if (runs.length === 1) return splitWords(only.text).map((text) => ({ text, runs: [{ ...only, text }] }));
	const tokens: WordToken[] = [];
	let run = 0;
	let used = 0;
	for (const text of splitWords(runs.map((each) => each.text).join(''))) {
		const held: TextRun[] = [];
		for (let left = text.length; left > 0; ) {
			const current = runs[run];
			if (current === undefined) break;
			const part = current.text.slice(used, used + left);
			if (part !== '') held.push({ ...current, text: part });
			left -= part.length;
			used += part.length;
			if (used >= current.text.length) {
				run += 1;
				used = 0;
			}
		}
		tokens.push({ text, runs: held });
	}
	return tokens;
}

/** The words of inline HTML, or of plain text when `plain`. */
export function tokensOf(text: string, plain: boolean): WordToken[] {
	if (!plain) return wordTokens(parseInlineHtml(text));
	return text === '' ? [] : wordTokens([{ text, marks: [] }]);
}

/** Whether two runs, or their markings, are marked alike. */
export function isSameMarking(a: Marking, b: Marking): boolean {
	return (
		a.href === b.href && a.marks.length === b.marks.length && a.marks.every((mark, index) => mark === b.marks[index])
	);
}

/** Whether two words with the same letters are marked alike. */
export function isMarkedAlike(a: WordToken, b: WordToken): boolean {
	if (a.runs.length !== b.runs.length) return false;
	return a.runs.every((run, index) => {
		const other = b.runs[index];
		return other !== undefined && run.text === other.text && isSameMarking(run, other);
	});
}

/** The runs of several versions of one word, cut so that all versions have the same pieces. */
export function alignRuns(...versions: readonly WordToken[]): { text: string; markings: Marking[] }[] {
	const text = versions[0]?.text ?? '';
	const cuts = new Set<number>([text.length]);
	for (const version of versions) {
		let at = 0;
		for (const run of version.runs) {
			at += run.text.length;
			cuts.add(at);
		}
	}
	let from = 0;
	return [...cuts]
		.sort((a, b) => a - b)
		.filter((cut) => cut > 0)
		.map((to) => {
			const piece = { text: text.slice(from, to), markings: versions.map((version) => markingAt(version, from)) };
			from = to;
			return piece;
		});
}

function markingAt(token: WordToken, offset: number): Marking {
	let at = 0;
	for (const run of token.runs) {
		at += run.text.length;
		if (offset < at) return run.href === undefined ? { marks: run.marks } : { marks: run.marks, href: run.href };
	}
	return { marks: [] };
}
