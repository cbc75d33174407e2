import {
	type MarkName,
	makeRun,
	mergeRuns,
	type SafeHtml,
	serializeInlineHtml,
	type TextRun,
} from '../../../model/inline-html.ts';
import type { TextStyle } from './marks.ts';

const lineBreak = '\n';

/** The words of one block as they are gathered; spaces that mean nothing are left out. */
export class Line {
	private runs: TextRun[] = [];
	/** The space or line break that comes before the next word. */
	private space = '';

	get isEmpty(): boolean {
		return this.runs.length === 0;
	}

	/** Adds words. Several spaces, ordinary or not, are one; a single one that does not break stays. */
	add(untrustedText: string, { marks, href }: TextStyle): void {
		const names: MarkName[] = href === undefined ? [...marks] : ['a', ...marks];
		for (const piece of untrustedText.replace(/[\u00ad\ufeff]/g, '').split(/([\s\u200b]+)/)) {
			if (piece === '') continue;
			if (/^[\s\u200b]/.test(piece)) {
				if (this.space !== lineBreak) this.space = this.space === '' && /^[\u00a0\u202f]$/.test(piece) ? piece : ' ';
				continue;
			}
			const run = makeRun(piece, names, href);
			if (run.text === '') continue;
			if (this.space !== '' && !this.isEmpty) this.runs.push(this.spaceBefore(run));
			this.runs.push(run);
			this.space = '';
		}
	}

	/** A space between two texts is of what both have in common, so that no link begins or ends with one. */
	private spaceBefore(next: TextRun): TextRun {
		const last = this.runs.at(-1);
		const isShared = (mark: MarkName) => last?.marks.includes(mark) && (mark !== 'a' || last.href === next.href);
		return makeRun(this.space, next.marks.filter(isShared), next.href);
	}

	/** Whether the words so far end with a line break. */
	get endsLine(): boolean {
		return this.space === lineBreak;
	}

	/** Parts what comes from the words so far. */
	part(): void {
		if (!this.endsLine) this.space = ' ';
	}

	/** Begins a new line inside the same block; several breaks are one. */
	break(): void {
		if (!this.isEmpty) this.space = lineBreak;
	}

	/** The words so far, and begins anew. */
	take(): TextRun[] {
		const runs = mergeRuns(this.runs);
		this.runs = [];
		this.space = '';
		return runs;
	}
}

/** Runs as inline HTML. */
export function htmlOf(runs: readonly TextRun[]): SafeHtml {
	return serializeInlineHtml(runs);
}

/** Takes a mark off runs that all have it, where the block says the same by itself. */
export function withoutCommon(runs: readonly TextRun[], mark: MarkName): TextRun[] {
	const isCommon = runs.every((run) => run.marks.includes(mark) || run.text.trim() === '');
	if (!isCommon) return [...runs];
	return mergeRuns(
		runs.map((run) =>
			makeRun(
				run.text,
				run.marks.filter((name) => name !== mark),
				run.href,
			),
		),
	);
}
