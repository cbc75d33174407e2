import { diffSequences } from '#shared/document/diff/diff-sequences.ts';
import type { Revision } from '#shared/model/article.ts';
import { revisionOf } from '../../json/parsed-file.ts';

/** What makes one file of another by its lines; small where they differ in few. */
export interface LinePatch {
	readonly from: Revision;
	readonly to: Revision;
	/** First to last: lines `[from, to)` of the one file, counted from 0, become these. */
	readonly hunks: readonly { readonly from: number; readonly to: number; readonly lines: readonly string[] }[];
}

interface FileBytes {
	readonly bytes: Uint8Array;
	readonly revision: Revision;
}

/** The patch that makes `to` of `from`. */
export function linePatch(from: FileBytes, to: FileBytes): LinePatch {
	const wanted = linesOf(to.bytes);
	const hunks = diffSequences(linesOf(from.bytes), wanted).map((hunk) => ({
		from: hunk.beforeFrom,
		to: hunk.beforeTo,
		lines: wanted.slice(hunk.afterFrom, hunk.afterTo),
	}));
	return { from: from.revision, to: to.revision, hunks };
}

/** The file that a patch makes of the one that it was made for. */
export function patched(from: Uint8Array, { hunks, to }: LinePatch): Uint8Array {
	const lines = linesOf(from);
	const made: string[] = [];
	let done = 0;
	for (const hunk of hunks) {
		made.push(...lines.slice(done, hunk.from), ...hunk.lines);
		done = hunk.to;
	}
	const bytes = Buffer.from([...made, ...lines.slice(done)].join('\n'), 'latin1');
	if (revisionOf(bytes) !== to) throw new Error('A patch was applied to another file than its own');
	return bytes;
}

/** Each byte as one character, so that joined lines are the same bytes whatever they say. */
function linesOf(bytes: Uint8Array): string[] {
	return Buffer.from(bytes).toString('latin1').split('\n');
}
