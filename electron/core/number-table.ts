/** Finds numbers by the bytes that each stands for; several may stand for the same. */
export interface NumberTable {
	/** Adds the next number, which stands for the bytes from one place up to, without it, another. */
	add(bytes: Uint8Array, from: number, to: number): void;
	/** The numbers that stand for these bytes, in the order in which they came. */
	find(bytes: Uint8Array): number[];
	/** How many there are: the numbers from 0 on. */
	size(): number;
}

/** Whether a number stands for these bytes. */
export type StandsFor = (number: number, bytes: Uint8Array, from: number, to: number) => boolean;

/** Makes an empty table, which keeps no bytes itself. */
export function createNumberTable(standsFor: StandsFor): NumberTable {
	/** The newest number of each key, plus one, in the first free place from that of its hash; at least half are free. */
	let places = new Int32Array(2048);
	let keys = 0;
	/** Of each number its hash, and the number before it with the same key, plus one. */
	let hashes = new Int32Array(1024);
	let before = new Int32Array(1024);
	let count = 0;

	const placeOf = (hash: number, bytes: Uint8Array, from: number, to: number): number => {
		const mask = places.length - 1;
		for (let place = hash & mask; ; place = (place + 1) & mask) {
			const kept = places[place] ?? 0;
			if (kept === 0 || (hashes[kept - 1] === hash && standsFor(kept - 1, bytes, from, to))) return place;
		}
	};
	const makeRoom = () => {
		if (count === hashes.length) {
			hashes = larger(hashes);
			before = larger(before);
		}
		if (keys * 2 < places.length) return;
		const present = places;
		places = new Int32Array(present.length * 2);
		const mask = places.length - 1;
		for (const kept of present) {
			if (kept === 0) continue;
			let place = (hashes[kept - 1] ?? 0) & mask;
			while (places[place] !== 0) place = (place + 1) & mask;
			places[place] = kept;
		}
	};

	return {
		add(bytes, from, to) {
			makeRoom();
			const hash = hashBytes(bytes, from, to);
			const place = placeOf(hash, bytes, from, to);
			const last = places[place] ?? 0;
			if (last === 0) keys += 1;
			places[place] = count + 1;
			hashes[count] = hash;
			before[count] = last;
			count += 1;
		},
		find(bytes) {
			const hash = hashBytes(bytes, 0, bytes.length);
			const found: number[] = [];
			const first = places[placeOf(hash, bytes, 0, bytes.length)] ?? 0;
			for (let kept = first; kept !== 0; kept = before[kept - 1] ?? 0) found.push(kept - 1);
			return found.reverse();
		},
		size: () => count,
	};
}

/** The hash of some bytes (FNV-1a). */
function hashBytes(bytes: Uint8Array, from: number, to: number): number {
	let hash = -2128831035;
	for (let at = from; at < to; at += 1) hash = Math.imul(hash ^ (bytes[at] ?? 0), 16777619);
	// The lowest bits choose the place, so that they are to depend on all.
	return hash ^ (hash >>> 15);
}

function larger(present: Int32Array<ArrayBuffer>): Int32Array<ArrayBuffer> {
	const more = new Int32Array(present.length * 2);
	more.set(present);
	return more;
}
