/** The list with one item moved by a number of places, stopping at the ends; the same list when nothing moves. */
export function moveBy<T>(items: readonly T[], index: number, places: number): readonly T[] {
	const target = Math.min(Math.max(index + places, 0), items.length - 1);
	const moved = items[index];
	if (moved === undefined || target === index) return items;
	const rest = items.filter((_, at) => at !== index);
	return [...rest.slice(0, target), moved, ...rest.slice(target)];
}

/** The list with one item put before or after another; the same list when nothing moves. */
export function moveBeside<T>(
	items: readonly T[],
	index: number,
	target: number,
	position: 'before' | 'after',
): readonly T[] {
	const place = position === 'before' ? target : target + 1;
	return moveBy(items, index, place - index - (place > index ? 1 : 0));
}

/** A key for each item that stays with it when the order changes, even where an item is there twice. */
export function stableKeys<T>(items: readonly T[], name: (item: T) => string): string[] {
	const seen = new Map<string, number>();
	return items.map((item) => {
		const key = name(item);
		const count = seen.get(key) ?? 0;
		seen.set(key, count + 1);
		return count === 0 ? key : `${key} ${count}`;
	});
}
