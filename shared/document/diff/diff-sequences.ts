import { diffArrays } from 'diff';
import { firstPlace } from '../../first-place.ts';

/** One stretch that differs: `before[beforeFrom, beforeTo)` became `after[afterFrom, afterTo)`. */
export interface Hunk {
	readonly beforeFrom: number;
	readonly beforeTo: number;
	readonly afterFrom: number;
	readonly afterTo: number;
}

/** What needs more edits than this counts as replaced between its common ends, so that no comparison takes long. */
const mostEdits = 600;

/** What differs between two sequences, first to last, in the fewest edits. */
export function diffSequences(before: readonly string[], after: readonly string[]): Hunk[] {
	const changes = diffArrays([...before], [...after], { maxEditLength: mostEdits });
	if (changes === undefined) return [betweenCommonEnds(before, after)];
	const hunks: Hunk[] = [];
	let [beforeTo, afterTo] = [0, 0];
	let goesOn = false;
	for (const { count, added, removed } of changes) {
		// What was taken out and what came in its place are one stretch.
		const begun = goesOn ? hunks.pop() : undefined;
		const [beforeFrom, afterFrom] = [begun?.beforeFrom ?? beforeTo, begun?.afterFrom ?? afterTo];
		if (!added) beforeTo += count;
		if (!removed) afterTo += count;
		goesOn = added || removed;
		if (goesOn) hunks.push({ beforeFrom, beforeTo, afterFrom, afterTo });
		else if (begun !== undefined) hunks.push(begun);
	}
	return hunks;
}

function betweenCommonEnds(before: readonly string[], after: readonly string[]): Hunk {
	const shorter = Math.min(before.length, after.length);
	let start = 0;
	while (start < shorter && before[start] === after[start]) start += 1;
	let end = 0;
	while (end < shorter - start && before.at(-1 - end) === after.at(-1 - end)) end += 1;
	return { beforeFrom: start, beforeTo: before.length - end, afterFrom: start, afterTo: after.length - end };
}

/** The indexes of a longest strictly rising subsequence. */
export function longestRising(values: readonly number[]): number[] {
	const ends: number[] = [];
	const previous = new Int32Array(values.length).fill(-1);
	values.forEach((value, index) => {
		const rank = firstPlace(ends.length, (place) => (values[ends[place] ?? 0] ?? 0) >= value);
		previous[index] = rank > 0 ? (ends[rank - 1] ?? -1) : -1;
		ends[rank] = index;
	});
	const indexes: number[] = [];
	for (let index = ends.at(-1) ?? -1; index >= 0; index = previous[index] ?? -1) indexes.push(index);
	return indexes.reverse();
}
