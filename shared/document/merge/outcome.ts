import { isSameValue } from '../diff/same-value.ts';

/** The three versions of one thing that are merged. */
export interface Versions<T> {
	readonly base: T;
	readonly mine: T;
	readonly theirs: T;
}

/**
 * What a merge gave. Without a collision the three are the same value. With one, `mine` holds all that merged and my
 * side of what did not, `theirs` the other side, and `both` the two one after the other where `joinable`, else `mine`.
 */
export interface Outcome<T> {
	readonly mine: T;
	readonly theirs: T;
	readonly both: T;
	readonly collided: boolean;
	readonly joinable: boolean;
}

/** An outcome in which both sides agree. */
export function agreed<T>(value: T): Outcome<T> {
	return { mine: value, theirs: value, both: value, collided: false, joinable: true };
}

/** A collision of whole values, of which only one can stand. */
export function collided<T>(mine: T, theirs: T): Outcome<T> {
	return { mine, theirs, both: mine, collided: true, joinable: false };
}

/** The side that changed the value, where only one did or both did the same; else undefined. */
export function oneSided<T>({ base, mine, theirs }: Versions<T>): Outcome<T> | undefined {
	if (isSameValue(mine, theirs) || isSameValue(theirs, base)) return agreed(mine);
	return isSameValue(mine, base) ? agreed(theirs) : undefined;
}

/** Merges a value that has no parts. */
export function mergeValue<T>(versions: Versions<T>): Outcome<T> {
	return oneSided(versions) ?? collided(versions.mine, versions.theirs);
}

/** How each part of a record is merged. */
export type PartMerges<T> = { readonly [K in keyof T]: (versions: Versions<T[K]>) => Outcome<T[K]> };

/** Merges a record part by part, in the order of my version's keys. */
export function mergeRecord<T extends object>(versions: Versions<T>, merges: PartMerges<T>): Outcome<T> {
	const whole = oneSided(versions);
	if (whole !== undefined) return whole;
	const mine = { ...versions.mine };
	const theirs = { ...versions.mine };
	const both = { ...versions.mine };
	let anyCollided = false;
	let joinable = false;
	const mergePart = <K extends keyof T>(key: K) => {
		const part = merges[key]({ base: versions.base[key], mine: versions.mine[key], theirs: versions.theirs[key] });
		mine[key] = part.mine;
		theirs[key] = part.theirs;
		both[key] = part.both;
		if (!part.collided) return;
		anyCollided = true;
		joinable ||= part.joinable;
	};
	for (const key in merges) mergePart(key);
	return { mine, theirs, both, collided: anyCollided, joinable: joinable || !anyCollided };
}

/** Merges something that may be absent: two changed versions are merged in parts only where none is absent. */
export function mergeNullable<T>(merge: (versions: Versions<T>) => Outcome<T>) {
	return ({ base, mine, theirs }: Versions<T | null>): Outcome<T | null> => {
		if (base !== null && mine !== null && theirs !== null) return merge({ base, mine, theirs });
		return mergeValue<T | null>({ base, mine, theirs });
	};
}
