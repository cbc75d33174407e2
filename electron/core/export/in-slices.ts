import { createHash, type Hash } from 'node:crypto';
import { setImmediate } from 'node:timers/promises';

/** Parts of a file, one behind the other; text becomes UTF-8. */
export type Pieces = Iterable<string | Uint8Array>;

/** So much is done before everything else gets its turn, in bytes. */
const slice = 1024 * 1024;

/** Gathers pieces into chunks; each is to be done with before the next is asked for. */
export function* chunksOf(pieces: Pieces): Generator<Uint8Array> {
	const chunk = Buffer.allocUnsafe(slice);
	let end = 0;
	for (const piece of pieces) {
		const length = typeof piece === 'string' ? Buffer.byteLength(piece) : piece.length;
		if (end + length > slice) {
			yield chunk.subarray(0, end);
			end = 0;
		}
		if (length > slice) yield typeof piece === 'string' ? Buffer.from(piece) : piece;
		else if (typeof piece === 'string') end += chunk.write(piece, end);
		else {
			chunk.set(piece, end);
			end += length;
		}
	}
	yield chunk.subarray(0, end);
}

/** Passes pieces on in chunks, of which a hash hears as they are taken. */
export function* hashing(pieces: Pieces, hash: Hash): Generator<Uint8Array> {
	for (const chunk of chunksOf(pieces)) {
		hash.update(chunk);
		yield chunk;
	}
}

/** The SHA-256 of a file in pieces, in hex, and whether another one, if there is one, holds the same. */
export async function lookOver(
	pieces: Pieces,
	present: Uint8Array | null,
): Promise<{ readonly hash: string; readonly before: 'nothing' | 'same' | 'other' }> {
	const hash = createHash('sha256');
	let isSame = true;
	let length = 0;
	for (const chunk of chunksOf(pieces)) {
		hash.update(chunk);
		const other = present?.subarray(length, length + chunk.length) ?? null;
		isSame &&= other !== null && Buffer.compare(other, chunk) === 0;
		length += chunk.length;
		await setImmediate();
	}
	const before = present === null ? 'nothing' : isSame && present.length === length ? 'same' : 'other';
	return { hash: hash.digest('hex'), before };
}

/** Things that come one by one and are put in order, most of it while they come. */
export interface Sorting<Item> {
	add(item: Item): void;
	/** All of them in order. */
	end(): Promise<Item[]>;
}

/** So many take about a millisecond to sort. */
const run = 2048;

/** Begins with nothing; `compare` never finds two that are equal. */
export function createSorting<Item>(compare: (a: Item, b: Item) => number): Sorting<Item> {
	/** Each is longer than the next. */
	const runs: Item[][] = [];
	let last: Item[] = [];
	const mergeLast = () => {
		const shorter = runs.pop() ?? [];
		runs.push(merge(runs.pop() ?? [], shorter, compare));
	};
	const endRun = () => {
		if (last.length === 0) return;
		runs.push(last.sort(compare));
		last = [];
		while (runs.length > 1 && (runs.at(-2)?.length ?? 0) <= (runs.at(-1)?.length ?? 0)) mergeLast();
	};
	return {
		add(item) {
			if (last.push(item) === run) endRun();
		},
		async end() {
			endRun();
			while (runs.length > 1) {
				await setImmediate();
				mergeLast();
			}
			return runs[0] ?? [];
		},
	};
}

function merge<Item>(one: readonly Item[], other: readonly Item[], compare: (a: Item, b: Item) => number): Item[] {
	const merged: Item[] = [];
	let at = 0;
	for (const item of one) {
		for (let next = other[at]; next !== undefined && compare(next, item) < 0; next = other[at]) {
			merged.push(next);
			at += 1;
		}
		merged.push(item);
	}
	return merged.concat(other.slice(at));
}
