import { longestRising } from './diff-sequences.ts';
import { splitWords } from './split-words.ts';

/** Two versions of one item; one is absent when it was added or removed. */
export type MatchedItem<T> =
	| {
			readonly kind: 'kept';
			readonly before: T;
			readonly after: T;
			readonly moved: boolean;
			readonly from: number;
			readonly to: number;
	  }
	| { readonly kind: 'added'; readonly after: T; readonly to: number }
	| { readonly kind: 'removed'; readonly before: T; readonly from: number };

/** How alike two texts must be (Dice's coefficient of their words) to be taken for one that has another id. */
const alikeEnough = 0.5;
/** So many comparisons by words at most; what is left then counts as added and removed. */
const mostComparisons = 20_000;

/**
 * Pairs the items of two lists by id, and those without a partner by their words, in the new order with what was
 * removed at its old place. `moved` marks the fewest items that explain the new order.
 */
export function matchItems<T extends { readonly id: string }>(
	before: readonly T[],
	after: readonly T[],
	textOf: (item: T) => string,
	mayPair: (before: T, after: T) => boolean,
): MatchedItem<T>[] {
	const oldPlaces = new Map(before.map((item, index) => [item.id, index]));
	const partners = after.map((item) => oldPlaces.get(item.id) ?? -1);
	pairByWords(before, after, partners, textOf, mayPair);

	const kept = partners.flatMap((from, to) => (from >= 0 ? [{ from, to }] : []));
	const unmoved = new Set(longestRising(kept.map((pair) => pair.from)).map((index) => kept[index]?.to));
	const hasPartner = new Set(partners);
	const matched: MatchedItem<T>[] = [];
	let nextOld = 0;
	const removeUpTo = (end: number) => {
		for (; nextOld < end; nextOld += 1) {
			const item = before[nextOld];
			if (item !== undefined && !hasPartner.has(nextOld))
				matched.push({ kind: 'removed', before: item, from: nextOld });
		}
	};
	after.forEach((item, to) => {
		const from = partners[to] ?? -1;
		const old = before[from];
		if (old === undefined) {
			matched.push({ kind: 'added', after: item, to });
			return;
		}
		if (unmoved.has(to)) removeUpTo(from);
		matched.push({ kind: 'kept', before: old, after: item, moved: !unmoved.has(to), from, to });
	});
	removeUpTo(before.length);
	return matched;
}

function pairByWords<T>(
	before: readonly T[],
	after: readonly T[],
	partners: number[],
	textOf: (item: T) => string,
	mayPair: (before: T, after: T) => boolean,
): void {
	const taken = new Set(partners);
	const bags = (items: readonly T[], isFree: (index: number) => boolean) =>
		items.flatMap((item, index) =>
			isFree(index) ? [{ item, index, text: textOf(item), words: null as Bag | null }] : [],
		);
	const free = bags(before, (index) => !taken.has(index));
	if (free.length === 0) return;
	let comparisons = 0;
	for (const candidate of bags(after, (index) => partners[index] === -1)) {
		let best: { index: number; alike: number } | null = null;
		for (const old of free) {
			if (taken.has(old.index) || old.text === '' || candidate.text === '' || !mayPair(old.item, candidate.item))
				continue;
			if (old.text === candidate.text) {
				best = { index: old.index, alike: 1 };
				break;
			}
			comparisons += 1;
			if (comparisons > mostComparisons) continue;
			old.words ??= bagOf(old.text);
			candidate.words ??= bagOf(candidate.text);
			const alike = likeness(old.words, candidate.words);
			if (alike >= alikeEnough && alike > (best?.alike ?? 0)) best = { index: old.index, alike };
		}
		if (best === null) continue;
		partners[candidate.index] = best.index;
		taken.add(best.index);
	}
}

interface Bag {
	readonly counts: ReadonlyMap<string, number>;
	readonly size: number;
}

function bagOf(text: string): Bag {
	const counts = new Map<string, number>();
	let size = 0;
	for (const word of splitWords(text.toLowerCase())) {
		if (!/[\p{L}\p{N}]/u.test(word)) continue;
		counts.set(word, (counts.get(word) ?? 0) + 1);
		size += 1;
	}
	return { counts, size };
}

function likeness(a: Bag, b: Bag): number {
	const [few, many] = a.size < b.size ? [a, b] : [b, a];
	if (few.size === 0 || (2 * few.size) / (few.size + many.size) < alikeEnough) return 0;
	let shared = 0;
	for (const [word, count] of few.counts) shared += Math.min(count, many.counts.get(word) ?? 0);
	return (2 * shared) / (few.size + many.size);
}
