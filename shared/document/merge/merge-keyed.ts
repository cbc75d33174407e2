import { longestRising } from '../diff/diff-sequences.ts';
import { isSameValue } from '../diff/same-value.ts';
import { agreed, collided, type Outcome, type Versions } from './outcome.ts';

/** Names of the items that stand before a place, nearest first; the first of them that is still there marks it. */
export type PlaceAfter = readonly string[];

/** What two sides did to one item of a named list, and could not both have. */
export type KeyedCollision<T> =
	| { readonly kind: 'edited'; readonly key: string; readonly base: T | null; readonly outcome: Outcome<T> }
	/** One side deleted what the other edited; `mine` or `theirs` is null, and `after` says where the edited one stands. */
	| {
			readonly kind: 'deleted';
			readonly key: string;
			readonly base: T;
			readonly mine: T | null;
			readonly theirs: T | null;
			readonly after: PlaceAfter;
	  }
	| { readonly kind: 'moved'; readonly key: string; readonly mine: PlaceAfter; readonly theirs: PlaceAfter };

/** A merged list of items that have names. */
export interface KeyedMerge<T> {
	readonly items: readonly T[];
	readonly collisions: readonly KeyedCollision<T>[];
}

/**
 * Merges lists whose items have names: insertions of both sides in their order (mine first where they meet), moves and
 * deletions of each, and what is in both by `mergeItem`. Linear but for finding the moved items, which is n log n.
 */
export function mergeKeyed<T>(
	versions: Versions<readonly T[]>,
	keyOf: (item: T) => string,
	mergeItem: (versions: Versions<T>) => Outcome<T>,
): KeyedMerge<T> {
	const base = new NamedList(versions.base, keyOf);
	const mine = new NamedList(versions.mine, keyOf);
	const theirs = new NamedList(versions.theirs, keyOf);
	const collisions: KeyedCollision<T>[] = [];
	const merged = new Map<string, T>();

	for (const [key, my] of mine.items) {
		const was = base.items.get(key);
		const their = theirs.items.get(key);
		if (their !== undefined) {
			const outcome = was === undefined ? mergeNew(my, their) : mergeItem({ base: was, mine: my, theirs: their });
			merged.set(key, outcome.mine);
			if (outcome.collided) collisions.push({ kind: 'edited', key, base: was ?? null, outcome });
		} else if (was === undefined) {
			merged.set(key, my);
		} else if (!isSameValue(was, my)) {
			merged.set(key, my);
			collisions.push({ kind: 'deleted', key, base: was, mine: my, theirs: null, after: mine.before(key) });
		}
	}
	for (const [key, their] of theirs.items) {
		if (mine.items.has(key)) continue;
		const was = base.items.get(key);
		if (was === undefined) merged.set(key, their);
		else if (!isSameValue(was, their)) {
			collisions.push({ kind: 'deleted', key, base: was, mine: null, theirs: their, after: theirs.before(key) });
		}
	}

	const movedByMe = movedKeys(base, mine);
	const movedByThem = movedKeys(base, theirs);
	for (const key of movedByThem) {
		if (!movedByMe.has(key) || !merged.has(key)) continue;
		const common = (list: NamedList<T>, other: NamedList<T>) => list.neighbours(key, (each) => other.items.has(each));
		const [myBefore, myAfter] = common(mine, theirs);
		const [theirBefore, theirAfter] = common(theirs, mine);
		if (myBefore !== theirBefore && myAfter !== theirAfter) {
			collisions.push({ kind: 'moved', key, mine: mine.before(key), theirs: theirs.before(key) });
		}
	}
	const placedByThem = (key: string) =>
		merged.has(key) && (!mine.items.has(key) || (movedByThem.has(key) && !movedByMe.has(key)));
	const items = order(mine, theirs, base, merged, placedByThem);
	return { items, collisions };
}

function mergeNew<T>(mine: T, theirs: T): Outcome<T> {
	return isSameValue(mine, theirs) ? agreed(mine) : collided(mine, theirs);
}

/** My order, with each item that they placed put behind the one before it in their order. */
function order<T>(
	mine: NamedList<T>,
	theirs: NamedList<T>,
	base: NamedList<T>,
	merged: ReadonlyMap<string, T>,
	placedByThem: (key: string) => boolean,
): T[] {
	const atStart = Symbol('start');
	const behind = new Map<string | typeof atStart, string[]>();
	let anchor: string | typeof atStart = atStart;
	for (const key of theirs.keys) {
		if (placedByThem(key)) behind.set(anchor, [...(behind.get(anchor) ?? []), key]);
		else if (merged.has(key)) anchor = key;
	}
	const ordered: string[] = [];
	let waiting = behind.get(atStart) ?? [];
	for (const key of mine.keys) {
		if (!merged.has(key) || placedByThem(key)) continue;
		// What I inserted at a place comes before what they inserted there.
		const isMyNew = !base.items.has(key) && !theirs.items.has(key);
		if (!isMyNew) {
			ordered.push(...waiting);
			waiting = behind.get(key) ?? [];
		}
		ordered.push(key);
	}
	ordered.push(...waiting);
	return ordered.flatMap((key) => {
		const item = merged.get(key);
		return item === undefined ? [] : [item];
	});
}

/** The items that stand elsewhere among those that are still there: the fewest that explain the new order. */
function movedKeys<T>(base: NamedList<T>, side: NamedList<T>): Set<string> {
	const kept = side.keys.filter((key) => base.items.has(key));
	const places = kept.map((key) => base.placeOf(key));
	const moved = new Set(kept);
	for (const index of longestRising(places)) moved.delete(kept[index] ?? '');
	return moved;
}

/** Enough names to find a place again after an editing session, few enough to keep collisions small. */
const namesBefore = 20;

/** A list with the place of each name; a name that comes again gets a number, so that each is one of its kind. */
class NamedList<T> {
	readonly keys: readonly string[];
	readonly items: ReadonlyMap<string, T>;
	readonly #places: ReadonlyMap<string, number>;

	constructor(items: readonly T[], keyOf: (item: T) => string) {
		const seen = new Map<string, number>();
		this.keys = items.map((item) => {
			const key = keyOf(item);
			const times = seen.get(key) ?? 0;
			seen.set(key, times + 1);
			// No text holds a control character, so the number cannot make one name look like another.
			return times === 0 ? key : `${key}\u0000${times}`;
		});
		this.items = new Map(items.map((item, index) => [this.keys[index] ?? '', item]));
		this.#places = new Map(this.keys.map((key, index) => [key, index]));
	}

	placeOf(key: string): number {
		return this.#places.get(key) ?? -1;
	}

	/** The names before this one, nearest first. */
	before(key: string): PlaceAfter {
		const place = this.placeOf(key);
		return this.keys.slice(Math.max(0, place - namesBefore), place).reverse();
	}

	/** The nearest names before and after this one that `counts`. */
	neighbours(key: string, counts: (key: string) => boolean): [string | undefined, string | undefined] {
		const place = this.placeOf(key);
		let before = place - 1;
		while (before >= 0 && !counts(this.keys[before] ?? '')) before -= 1;
		let after = place + 1;
		while (after < this.keys.length && !counts(this.keys[after] ?? '')) after += 1;
		return [this.keys[before], this.keys[after]];
	}
}
