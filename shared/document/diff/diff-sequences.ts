import { firstPlace } from '../../first-place.ts';

/** One stretch that differs: `before[beforeFrom, beforeTo)` became `after[afterFrom, afterTo)`. */
export interface Hunk {
	readonly beforeFrom: number;
	readonly beforeTo: number;
	readonly afterFrom: number;
	readonly afterTo: number;
}

/** Above this many items a stretch is first parted at what occurs once on both sides. */
const largeStretch = 2_000;
/** A stretch that needs more edits than this counts as replaced, so that work stays linear in the story's length. */
const mostEdits = 600;

/**
 * What differs between two sequences, first to last: Myers' O(ND) algorithm (1986) on interned items, with patience
 * anchors for long stretches. Never more than `mostEdits` passes over a stretch.
 */
export function diffSequences(before: readonly string[], after: readonly string[]): Hunk[] {
	const numbers = new Map<string, number>();
	const intern = (items: readonly string[]) =>
		Int32Array.from(items, (item) => {
			const known = numbers.get(item) ?? numbers.size;
			numbers.set(item, known);
			return known;
		});
	const hunks: Hunk[] = [];
	diffStretch(intern(before), intern(after), 0, before.length, 0, after.length, hunks);
	return joinTouching(hunks);
}

function diffStretch(
	a: Int32Array,
	b: Int32Array,
	fromA: number,
	toA: number,
	fromB: number,
	toB: number,
	hunks: Hunk[],
): void {
	let [startA, startB, endA, endB] = [fromA, fromB, toA, toB];
	while (startA < endA && startB < endB && a[startA] === b[startB]) {
		startA += 1;
		startB += 1;
	}
	while (startA < endA && startB < endB && a[endA - 1] === b[endB - 1]) {
		endA -= 1;
		endB -= 1;
	}
	if (startA === endA && startB === endB) return;
	if (startA === endA || startB === endB) {
		hunks.push({ beforeFrom: startA, beforeTo: endA, afterFrom: startB, afterTo: endB });
		return;
	}
	if (endA - startA + endB - startB > largeStretch) {
		const anchors = patienceAnchors(a, b, startA, endA, startB, endB);
		if (anchors.length > 0) {
			for (const [anchorA, anchorB] of anchors) {
				diffStretch(a, b, startA, anchorA, startB, anchorB, hunks);
				startA = anchorA + 1;
				startB = anchorB + 1;
			}
			diffStretch(a, b, startA, endA, startB, endB, hunks);
			return;
		}
	}
	if (!diffByEdits(a, b, startA, endA, startB, endB, hunks)) {
		hunks.push({ beforeFrom: startA, beforeTo: endA, afterFrom: startB, afterTo: endB });
	}
}

/** The items that occur exactly once on each side, as the longest list that stands in the same order on both. */
function patienceAnchors(a: Int32Array, b: Int32Array, fromA: number, toA: number, fromB: number, toB: number) {
	const places = new Map<number, { inA: number; inB: number }>();
	const note = (items: Int32Array, from: number, to: number, side: 'inA' | 'inB') => {
		for (let index = from; index < to; index += 1) {
			const item = items[index] ?? -1;
			const place = places.get(item) ?? { inA: -1, inB: -1 };
			place[side] = place[side] === -1 ? index : -2;
			places.set(item, place);
		}
	};
	note(a, fromA, toA, 'inA');
	note(b, fromB, toB, 'inB');
	const once = [...places.values()].filter((place) => place.inA >= 0 && place.inB >= 0).sort((x, y) => x.inA - y.inA);
	const rising = longestRising(once.map((place) => place.inB));
	return rising.flatMap((index): [number, number][] => {
		const place = once[index];
		return place === undefined ? [] : [[place.inA, place.inB]];
	});
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

/** Myers' greedy algorithm; answers false, with nothing added, when it would take more than `mostEdits`. */
function diffByEdits(
	a: Int32Array,
	b: Int32Array,
	fromA: number,
	toA: number,
	fromB: number,
	toB: number,
	hunks: Hunk[],
): boolean {
	const lengthA = toA - fromA;
	const lengthB = toB - fromB;
	const limit = Math.min(mostEdits, lengthA + lengthB);
	const offset = limit + 1;
	const frontier = new Int32Array(2 * limit + 3);
	const history: Int32Array[] = [];
	for (let edits = 0; edits <= limit; edits += 1) {
		// Only the diagonals that the last pass reached are kept, so that memory grows with edits, not with the limit.
		history.push(frontier.slice(offset - edits - 1, offset + edits + 2));
		for (let diagonal = -edits; diagonal <= edits; diagonal += 2) {
			const down = frontier[offset + diagonal + 1] ?? 0;
			const right = frontier[offset + diagonal - 1] ?? 0;
			let x = diagonal === -edits || (diagonal !== edits && right < down) ? down : right + 1;
			let y = x - diagonal;
			while (x < lengthA && y < lengthB && a[fromA + x] === b[fromB + y]) {
				x += 1;
				y += 1;
			}
			frontier[offset + diagonal] = x;
			if (x >= lengthA && y >= lengthB) {
				hunks.push(...traceBack(history, edits, diagonal, fromA, fromB));
				return true;
			}
		}
	}
	return false;
}

function traceBack(
	history: readonly Int32Array[],
	edits: number,
	lastDiagonal: number,
	fromA: number,
	fromB: number,
): Hunk[] {
	const steps: Hunk[] = [];
	let diagonal = lastDiagonal;
	for (let step = edits; step > 0; step -= 1) {
		const reached = history[step];
		const at = (wanted: number) => reached?.[wanted + step + 1] ?? 0;
		const down = diagonal === -step || (diagonal !== step && at(diagonal - 1) < at(diagonal + 1));
		diagonal += down ? 1 : -1;
		const x = at(diagonal);
		const y = x - diagonal;
		steps.push({
			beforeFrom: fromA + x,
			beforeTo: fromA + x + (down ? 0 : 1),
			afterFrom: fromB + y,
			afterTo: fromB + y + (down ? 1 : 0),
		});
	}
	return steps.reverse();
}

function joinTouching(hunks: readonly Hunk[]): Hunk[] {
	const joined: Hunk[] = [];
	for (const hunk of hunks) {
		const last = joined.at(-1);
		if (last !== undefined && last.beforeTo === hunk.beforeFrom && last.afterTo === hunk.afterFrom) {
			joined[joined.length - 1] = { ...last, beforeTo: hunk.beforeTo, afterTo: hunk.afterTo };
		} else {
			joined.push(hunk);
		}
	}
	return joined;
}
