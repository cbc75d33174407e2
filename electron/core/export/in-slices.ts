import { createHash } from 'node:crypto';
import { setImmediate } from 'node:timers/promises';

/** So much is done before everything else gets its turn, in letters or bytes. */
const slice = 2 * 1024 * 1024;

/** Puts pieces of text together as UTF-8. */
export async function encodeInSlices(pieces: Iterable<string>): Promise<Uint8Array> {
	const encoded: Uint8Array[] = [];
	let gathered: string[] = [];
	let length = 0;
	for (const piece of pieces) {
		gathered.push(piece);
		length += piece.length;
		if (length < slice) continue;
		encoded.push(Buffer.from(gathered.join(''), 'utf8'));
		gathered = [];
		length = 0;
		await setImmediate();
	}
	encoded.push(Buffer.from(gathered.join(''), 'utf8'));
	return Buffer.concat(encoded);
}

/** SHA-256 in hex. */
export async function hashInSlices(bytes: Uint8Array): Promise<string> {
	const hash = createHash('sha256');
	for (let from = 0; from < bytes.length; from += slice) {
		if (from > 0) await setImmediate();
		hash.update(bytes.subarray(from, from + slice));
	}
	return hash.digest('hex');
}
