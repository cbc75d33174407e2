import { diffSequences } from '../diff/diff-sequences.ts';
import { mergeRegions } from './merge-regions.ts';
import type { Outcome, Versions } from './outcome.ts';

/**
 * Merges a list whose items have no names: by position where all three are equally long and by diff3 otherwise.
 * `mergeItem` merges two versions of one item.
 */
export function mergeList<T>(
	versions: Versions<readonly T[]>,
	mergeItem: (versions: Versions<T>) => Outcome<T>,
): Outcome<T[]> {
	const { base, mine, theirs } = versions;
	const keys = (items: readonly T[]) => items.map((item) => JSON.stringify(item));
	const baseKeys = keys(base);
	const regions = mergeRegions(base.length, diffSequences(baseKeys, keys(mine)), diffSequences(baseKeys, keys(theirs)));
	const merged: { mine: T[]; theirs: T[]; both: T[] } = { mine: [], theirs: [], both: [] };
	let anyCollided = false;
	let joinable = true;
	for (const region of regions) {
		const was = base.slice(region.base.from, region.base.to);
		const my = mine.slice(region.mine.from, region.mine.to);
		const their = theirs.slice(region.theirs.from, region.theirs.to);
		if (region.changedBy !== 'both') {
			const kept = region.changedBy === 'theirs' ? their : my;
			for (const side of [merged.mine, merged.theirs, merged.both]) side.push(...kept);
		} else if (was.length === my.length && was.length === their.length) {
			was.forEach((item, index) => {
				const myItem = my[index] ?? item;
				const outcome = mergeItem({ base: item, mine: myItem, theirs: their[index] ?? item });
				merged.mine.push(outcome.mine);
				merged.theirs.push(outcome.theirs);
				merged.both.push(outcome.both);
				if (outcome.collided) {
					anyCollided = true;
					joinable &&= outcome.joinable;
				}
			});
		} else if (keys(my).join() === keys(their).join()) {
			for (const side of [merged.mine, merged.theirs, merged.both]) side.push(...my);
		} else {
			anyCollided = true;
			merged.mine.push(...my);
			merged.theirs.push(...their);
			merged.both.push(...my, ...their);
		}
	}
	return { ...merged, collided: anyCollided, joinable };
}
