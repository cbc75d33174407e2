import { makeRun, parseInlineHtml, type SafeHtml, serializeInlineHtml, type TextRun } from '../../model/inline-html.ts';
import type { TextEdit } from '../../text/text-edit.ts';

/** A stretch of a text, in UTF-16 units; `to` is behind it. */
export interface Stretch {
	readonly from: number;
	readonly to: number;
}

/** The text of inline HTML, and where in it code stands. */
export function readInline(html: string): { readonly text: string; readonly code: readonly Stretch[] } {
	let text = '';
	const code: Stretch[] = [];
	for (const run of parseInlineHtml(html)) {
		if (run.marks.includes('code')) code.push({ from: text.length, to: text.length + run.text.length });
		text += run.text;
	}
	return { text, code };
}

/** Inline HTML after edits of its text; what is put in gets the marks of the first character that it replaces, or of the one before. */
export function editInline(html: string, edits: readonly TextEdit[]): SafeHtml {
	const runs = parseInlineHtml(html);
	const edited: TextRun[] = [];
	let start = 0;
	let next = 0;
	/** Until where an edit took the text away. */
	let gone = 0;
	for (const [index, { text, marks, href }] of runs.entries()) {
		const end = start + text.length;
		const isLast = index === runs.length - 1;
		let words = '';
		let at = Math.min(Math.max(start, gone), end);
		for (let edit = edits[next]; edit !== undefined; edit = edits[next]) {
			// An edit that takes nothing away, right between two runs, belongs to the one before.
			const isHere = edit.from < end || (edit.from === end && (isLast || edit.to === edit.from));
			if (!isHere) break;
			words += text.slice(at - start, edit.from - start) + edit.by;
			gone = edit.to;
			at = Math.min(edit.to, end);
			next += 1;
		}
		words += text.slice(at - start);
		if (words !== '') edited.push(makeRun(words, marks, href));
		start = end;
	}
	return serializeInlineHtml(edited);
}
