import { createHash, type Hash } from 'node:crypto';
import { setImmediate } from 'node:timers/promises';

/** Parts of a file, one behind the other; text becomes UTF-8. */
export type Pieces = Iterable<string | Uint8Array>;

/** So much is done before everything else gets its turn, in bytes. */
const slice = 1024 * 1024;

/** Gathers pieces into chunks, none longer than it need be. */
export function* chunksOf(pieces: Pieces): Generator<Uint8Array> {
	let gathered: (string | Uint8Array)[] = [];
	let length = 0;
	for (const piece of pieces) {
		const more = typeof piece === 'string' ? Buffer.byteLength(piece) : piece.length;
		if (length > 0 && length + more > slice) {
			yield join(gathered, length);
			gathered = [];
			length = 0;
		}
		gathered.push(piece);
		length += more;
	}
	yield join(gathered, length);
}

function join(pieces: readonly (string | Uint8Array)[], length: number): Uint8Array {
	const [only] = pieces;
	if (pieces.length === 1 && only instanceof Uint8Array) return only;
	const chunk = Buffer.allocUnsafe(length);
	let end = 0;
	for (const piece of pieces) {
		if (typeof piece === 'string') end += chunk.write(piece, end);
		else {
			chunk.set(piece, end);
			end += piece.length;
		}
	}
	return chunk;
}

/** Passes pieces on in chunks, of which a hash hears as they are taken. */
export function* hashing(pieces: Pieces, hash: Hash): Generator<Uint8Array> {
	for (const chunk of chunksOf(pieces)) {
		hash.update(chunk);
		yield chunk;
	}
}

/** The SHA-256 of a file in pieces, in hex, and whether `present` holds the same. */
export async function comparePieces(
	pieces: Pieces,
	present: Uint8Array,
): Promise<{ readonly hash: string; readonly isSame: boolean }> {
	const hash = createHash('sha256');
	let isSame = true;
	let length = 0;
	for (const chunk of chunksOf(pieces)) {
		hash.update(chunk);
		isSame &&= Buffer.compare(present.subarray(length, length + chunk.length), chunk) === 0;
		length += chunk.length;
		if (length >= slice) await setImmediate();
	}
	return { hash: hash.digest('hex'), isSame: isSame && present.length === length };
}
