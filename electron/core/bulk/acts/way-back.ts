import type { BothFiles } from '../../articles/live/both-files.ts';
import { revisionOf } from '../../json/parsed-file.ts';
import type { WritingStep } from './act.ts';
import { linePatch } from './line-patch.ts';

/** The way back from what is written of a story. */
export function wayBack(change: { readonly before: BothFiles; readonly after: BothFiles }) {
	const { before, after } = change;
	return { file: backPatch(after.file, before.file), beside: backPatch(after.beside, before.beside) };
}

function backPatch(from: Uint8Array, to: Uint8Array): WritingStep['file'] {
	const { hunks, ...ends } = linePatch(
		{ bytes: from, revision: revisionOf(from) },
		{ bytes: to, revision: revisionOf(to) },
	);
	return { ...ends, hunks: hunks.map(({ lines, ...place }) => ({ ...place, lines: [...lines] })) };
}
