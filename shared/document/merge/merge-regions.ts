import type { Hunk } from '../diff/diff-sequences.ts';

/** A half-open stretch of a sequence. */
export interface Stretch {
	readonly from: number;
	readonly to: number;
}

/** One stretch of a three-way comparison, in all three sequences, and who changed it. */
export interface Region {
	readonly changedBy: 'nobody' | 'mine' | 'theirs' | 'both';
	readonly base: Stretch;
	readonly mine: Stretch;
	readonly theirs: Stretch;
}

/**
 * Parts three sequences into what nobody changed and what one side or both did, as in diff3 (Khanna, Kunal, Pierce:
 * "A Formal Investigation of Diff3", 2007). Changes that touch count as one; so do those with only `isGlue` items of
 * the base between them, since two people who change neighbouring words are changing one phrase.
 */
export function mergeRegions(
	baseLength: number,
	mineHunks: readonly Hunk[],
	theirsHunks: readonly Hunk[],
	isGlue: (baseIndex: number) => boolean = () => false,
): Region[] {
	const changes = [
		...mineHunks.map((hunk) => ({ by: 'mine' as const, hunk })),
		...theirsHunks.map((hunk) => ({ by: 'theirs' as const, hunk })),
	].sort((a, b) => a.hunk.beforeFrom - b.hunk.beforeFrom || a.hunk.beforeTo - b.hunk.beforeTo);
	const regions: Region[] = [];
	let done = 0;
	const shift = { mine: 0, theirs: 0 };
	const onBothSides = (base: Stretch) => ({
		mine: { from: base.from + shift.mine, to: base.to + shift.mine },
		theirs: { from: base.from + shift.theirs, to: base.to + shift.theirs },
	});
	const keepTo = (to: number) => {
		const base = { from: done, to };
		if (to > done) regions.push({ changedBy: 'nobody', base, ...onBothSides(base) });
	};
	for (let index = 0; index < changes.length; ) {
		const first = changes[index];
		if (first === undefined) break;
		const from = first.hunk.beforeFrom;
		let to = first.hunk.beforeTo;
		const grown = { mine: 0, theirs: 0 };
		const changers = new Set<'mine' | 'theirs'>();
		for (let next = changes[index]; next !== undefined; next = changes[index]) {
			if (index > 0 && changers.size > 0 && !reaches(to, next.hunk.beforeFrom, isGlue)) break;
			to = Math.max(to, next.hunk.beforeTo);
			grown[next.by] += next.hunk.afterTo - next.hunk.afterFrom - (next.hunk.beforeTo - next.hunk.beforeFrom);
			changers.add(next.by);
			index += 1;
		}
		keepTo(from);
		const base = { from, to };
		const { mine, theirs } = onBothSides(base);
		regions.push({
			changedBy: changers.size === 2 ? 'both' : first.by,
			base,
			mine: { from: mine.from, to: mine.to + grown.mine },
			theirs: { from: theirs.from, to: theirs.to + grown.theirs },
		});
		shift.mine += grown.mine;
		shift.theirs += grown.theirs;
		done = to;
	}
	keepTo(baseLength);
	return regions;
}

function reaches(end: number, start: number, isGlue: (baseIndex: number) => boolean): boolean {
	for (let index = end; index < start; index += 1) if (!isGlue(index)) return false;
	return true;
}
