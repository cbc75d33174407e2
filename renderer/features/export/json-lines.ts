import { diffSequences } from '#shared/document/diff/diff-sequences.ts';

/** A line of a comparison of two files, or how many lines are left out where nothing differs. */
export type JsonLine =
	| { readonly kind: 'same' | 'added' | 'removed'; readonly text: string }
	| { readonly kind: 'left-out'; readonly lines: number };

/** So many lines around what differs are shown. */
const around = 3;

/** Compares two files line by line; null is a file that is not there. */
export function jsonLines(before: string | null, after: string | null): JsonLine[] {
	const [was, is] = [linesOf(before), linesOf(after)];
	const lines: JsonLine[] = [];
	let at = 0;
	const same = (to: number, isLast: boolean) => {
		const kept = was.slice(at, to);
		const head = at === 0 ? 0 : around;
		const tail = isLast ? 0 : around;
		const left = kept.length - head - tail;
		const show = (some: readonly string[]) => lines.push(...some.map((text) => ({ kind: 'same' as const, text })));
		// A single line takes no more room than its count.
		if (left < 2) return show(kept);
		show(kept.slice(0, head));
		lines.push({ kind: 'left-out', lines: left });
		show(kept.slice(kept.length - tail));
	};
	for (const hunk of diffSequences(was, is)) {
		same(hunk.beforeFrom, false);
		for (const text of was.slice(hunk.beforeFrom, hunk.beforeTo)) lines.push({ kind: 'removed', text });
		for (const text of is.slice(hunk.afterFrom, hunk.afterTo)) lines.push({ kind: 'added', text });
		at = hunk.beforeTo;
	}
	same(was.length, true);
	return lines;
}

function linesOf(text: string | null): string[] {
	return text === null ? [] : text.replace(/\n$/, '').split('\n');
}
