/**
 * The first of so many places, from 0, at which something holds that holds at all behind it too; `count` when it holds at
 * none. Half of the places left fall away at each look.
 */
export function firstPlace(count: number, holds: (place: number) => boolean): number {
	let low = 0;
	let high = count;
	while (low < high) {
		const middle = (low + high) >>> 1;
		if (holds(middle)) high = middle;
		else low = middle + 1;
	}
	return low;
}
